import Foundation
import TestSupport

/// A project with a value of every type and formulas of every kind, in languages that write them differently.
enum TypesProject {
    static let languages = ["en", "fr", "pl", "hi", "ar"]

    static func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(configuration, at: "vademecum.yaml")
        let english = Package.folder.appending(path: "templates/languages/en.yaml")
        for language in languages {
            try folder.write(page, at: "content/types/\(language).md")
            if !["en", "fr"].contains(language) {
                try folder.write(Data(contentsOf: english), at: "templates/languages/\(language).yaml")
            }
        }
        // In the source language alone: the other pages have it in that.
        try folder.write(
            """
            ---
            title: Alone
            summary: Not translated.
            ---

            ## Problem {#problem}

            {{whole}} or {{plan}}

            ## Steps {#steps}

            ### One

            Do.

            ## Verification {#verification}

            Done.
            """, at: "content/alone/en.md")
        return folder
    }

    private static let configuration = """
        title: Types
        languages: [\(languages.joined(separator: ", "))]
        values:
          word: {type: identifier, example: gpt_4o}
          note: {type: text, example: "a *b* & <c>"}
          home: {type: url, example: "https://example.org/a?b=1&c=(2)"}
          whole: {type: integer, example: 1234567, unit: {en: {one: cup, other: cups}, fr: {one: tasse, other: tasses, many: de tasses}, pl: {one: p1, few: p2, many: p5, other: p0}, hi: h, ar: {two: a2, few: a3, many: a11, other: a100}}}
          tenth: {type: decimal, example: 0.15, decimals: 1, unit: litre}
          one: {type: decimal, formula: "whole - 1234566", decimals: 1, unit: {en: {one: cup, other: cups}, fr: {one: tasse, other: tasses}, pl: p}}
          share: {type: percent, example: 12.5 %}
          wait: {type: duration, example: 90061 s}
          day: {type: date, example: 2026-11-03}
          plan:
            type: choice
            example: free
            choices:
              free: {fr: gratuit, en: free, ar: مجاني, weight: 2}
              paid: {fr: payant, en: paid, weight: 3, match: [paid tier]}
          total: {type: decimal, formula: "round(whole / 7) + min(tenth, 3) * -plan.weight - (1 - 2) / 3"}
          period: {type: duration, formula: "max(0 s, wait * tenth - 20 ms)"}
          less: {type: duration, formula: "20 ms - wait"}
          use: {type: chart, parts: [tenth, whole, tenth], limit: total, label: {fr: Consommation, en: Use}}
          room: {type: chart, parts: [wait], limit: period}
          half: {type: integer, formula: "round(0 - 2.5)"}
        """

    private static let values = """
        {{word}}, {{note}}, {{whole}}, {{tenth}}, {{share}}, {{wait}}, {{day}}, {{plan}}, {{total}}, {{period}}, \
        {{less}}, {{half}}, {{whole.unit}}, {{tenth.unit}}, {{one}} {{one.unit}}
        """

    private static let page = """
        ---
        title: Types {{whole}}
        summary: All of them, {{share}} of {{note}}.
        ---

        ## Problem {#problem}

        \(values), {{home}}

        {{word}} begins a line, **{{note}}** is strong, and [a link](https://example.org/?q={{note}}&r={{whole}}) asks.

        {{use}}

        {{room}}

        ## Steps {#steps}

        ### One

        `\(values)`

        ## Verification {#verification}

        <!-- only: plan=paid -->
        Only who pays reads this.

        ```sh
        echo {{word}}
        ```
        <!-- end -->

        <!-- only: whole + 1 > tenth -->
        More than {{tenth}}.
        <!-- else -->
        - Not {{word}}
        <!-- end -->

        <!-- only: day < 2000-01-01 -->
        > An old day.
        <!-- else -->
        ~~~
        A new day.
        ~~~
        <!-- end -->

        > [!NOTE]
        > Done.
        """
}
