import TestSupport
import Testing

@testable import Guides

/// A value is worded for the place where it lands.
@Suite struct PlaceOfValueTests {
    static let values = """
        limit: {type: integer, value: 40000}
        wait: {type: duration, value: 6.141 s}
        day: {type: date, value: 2026-11-23}
        share: {type: percent, value: 12.5 %}
        page: {type: url, value: "https://example.org/limits?a=b&c=d"}
        name: {type: text, value: R&D <b>}
        metric: {type: choice, value: tpm, choices: {tpm: {en: tokens per minute, fr: tokens par minute, match: [tokens per min (TPM)]}}}
        limits:
          type: table
          columns: {model: {type: identifier, label: {en: Model}}, tpm: {type: integer, label: {en: Tokens}}}
          value: [{model: gpt-a, tpm: 40000}, {model: gpt-b, tpm: 1000}]
        nothing: {type: text}
        """

    @Test(
        "English",
        arguments: [
            ("{{limit}} tokens", "40,000 tokens"), ("At {{limit}}.", "At 40,000."), ("`{{limit}}`", "`40000`"),
            ("    {{limit}}", "    40000"),
            ("```json\n{\"limit\": {{limit}}}\n```", "```json\n{\"limit\": 40000}\n```"),
            ("**{{limit}}**", "**40,000**"),
            ("*{{limit}}* and **a {{limit}} b**", "*40,000* and **a 40,000 b**"), ("~~{{limit}}~~", "~~40,000~~"),
            ("[{{limit}}](https://example.org/{{limit}})", "[40,000](https://example.org/40000)"),
            ("[a](https://example.org?q={{name}})", "[a](https://example.org?q=R%26D%20%3Cb%3E)"),
            ("[a](https://example.org \"At {{limit}}\")", "[a](https://example.org \"At 40,000\")"),
            ("![{{limit}}](a.png \"{{limit}}\")", "![40,000](a.png \"40,000\")"),
            ("| a |\n| --- |\n| {{limit}} |", "| a |\n| --- |\n| 40,000 |"),
            ("{{wait}} `{{wait}}`", "6.141 sec `6.141s`"), ("{{day}} `{{day}}`", "November 23, 2026 `2026-11-23`"),
            ("{{share}} `{{share}}`", "12.5% `12.5%`"),
            ("{{metric}} `{{metric}}`", "tokens per minute `tokens per min (TPM)`"),
            ("[a](x-{{metric}}.png)", "[a](x-tpm.png)"), ("{{name}}", "R&D \\<b>"), ("`{{name}}`", "`R&D <b>`"),
            ("> {{limit}}", "> 40,000"),
            ("- {{limit}}\n- [ ] {{limit}}", "- 40,000\n- [ ] 40,000"),
            ("> [!NOTE]\n> {{limit}}", "> [!NOTE]\n> 40,000"),
            ("### {{limit}}", "### 40,000"), ("{{limit}}{{limit}}", "40,00040,000"),
            // An address is a link to itself, unless it stands in one.
            ("{{page}}", "<https://example.org/limits?a=b&c=d>"),
            ("[the page]({{page}})", "[the page](https://example.org/limits?a=b&c=d)"),
            ("`{{page}}`", "`https://example.org/limits?a=b&c=d`"),
            // A table is a paragraph of its own.
            ("{{limits}}", "| Model | Tokens |\n| --- | --: |\n| gpt-a | 40,000 |\n| gpt-b | 1,000 |"),
            (
                "- {{limits}}",
                "- | Model | Tokens |\n  | --- | --: |\n  | gpt-a | 40,000 |\n  | gpt-b | 1,000 |"
            ),
            // Left alone.
            ("\\{{limit}} and `\\{{limit}}`", "\\{{limit}} and `{{limit}}`"), ("${{ limit }}", "${{ limit }}"),
            ("```yaml verbatim\na: {{limit}} \\{{x}}\n```", "```yaml\na: {{limit}} \\{{x}}\n```"),
            ("```{{metric}}\nx\n```", "```tpm\nx\n```"),
            ("<https://example.org/{{limit}}>", "[https\\://example.org/40,000](https://example.org/40000)"),
        ])
    func english(body: String, markdown: String) throws {
        let written = try Self.markdown(body, "en")
        #expect(written == markdown)
    }

    @Test(
        "French",
        arguments: [
            ("{{limit}} et `{{limit}}`", "40\u{202F}000 et `40000`"), ("{{wait}}", "6,141\u{202F}s"),
            ("{{share}}", "12,5\u{A0}%"),
            ("{{metric}} `{{metric}}`", "tokens par minute `tokens per min (TPM)`"), ("[x](#{{limit}})", "[x](#40000)"),
        ])
    func french(body: String, markdown: String) throws {
        let written = try Self.markdown(body, "fr")
        #expect(written == markdown)
    }

    @Test func theErrorIsPrintedWithWhatThereIs() throws {
        let metadata = """
            errors:
              - |-
                Limit of {{limit}}[ in {{org.id}}][ for {{name}}]:
                try again in {{wait}} \\[x\\].
            """
        let values = Self.values + "\norg.id: {type: identifier}"
        for (body, expected) in [
            ("    {{error}}", "    Limit of 40000 for R&D <b>:\n    try again in 6.141s [x]."),
            ("{{error}}", "Limit of 40000 for R&D \\<b>: try again in 6.141s \\[x\\]."),
            ("See: `{{error}}`", "See: `Limit of 40000 for R&D <b>: try again in 6.141s [x].`"),
        ] {
            let project = try SampleProject(values: values, metadata: metadata, body: "## Notes\n\nx\n\n" + body + "\n")
            let markdown = try project.filled().editions[0].markdownText
            #expect(markdown == "## Notes\n\nx\n\n" + expected + "\n")
        }
    }

    @Test func valuesKnowWhereTheyStand() throws {
        let body = "## Notes\n\n{{limit}} {{metric}} `a {{limit}}`\n\n{{limits}}\n"
        let edition = try SampleProject(values: Self.values, body: body).filled().editions[0]
        let numbers = edition.document.root.descendants.compactMap { node -> Int? in
            if case .value(let number) = node.kind { number } else { nil }
        }
        let names = edition.texts.entries.map { $0?.name } + edition.cells.map(\.name)
        #expect(
            numbers.map { names[$0] } == [
                "limit", "metric", "limits.model", "limits.tpm", "limits.model", "limits.tpm",
            ])
        #expect(edition.cells.map(\.key) == ["gpt-a", "40000", "gpt-b", "1000"])
        #expect(edition.codes.count == 1)
    }

    @Test(arguments: [
        ("{{limit}}", false), ("{{used}}", true), ("`{{used}}`", true), ("[x](#{{used}})", true), ("{{double}}", true),
        ("x", false),
    ])
    func examplesAreTold(body: String, showsExamples: Bool) throws {
        let values = Self.values + "\nused: {type: integer, example: 5}\ndouble: {type: integer, formula: used * 2}"
        let edition = try SampleProject(values: values, body: "## Notes\n\n\(body)\n").filled().editions[0]
        #expect(edition.showsExamples == showsExamples)
    }

    @Test func aPublicPageShowsTheExampleOfAPrivateValue() throws {
        let values = "org.id: {type: identifier, private: true, example: org-EXAMPLE, value: org-SECRET}"
        let body =
            "## Notes {{org.id}}\n\n{{org.id}} `{{org.id}}` [{{org.id}}](https://example.org/{{org.id}} \"{{org.id}}\")\n"
        let text = "---\ntitle: For {{org.id}}\nsummary: S\n---\n" + body
        let project = try SampleProject(values: values, languages: ["en"], content: ["guide/en.md": text])
        let shown = try project.filled(audience: .public).editions[0]
        #expect(!(shown.title + shown.markdownText).contains("SECRET"))
        #expect(shown.title == "For org-EXAMPLE")
        #expect(shown.showsExamples)
        let filled = try project.filled(audience: .team).editions[0]
        #expect(filled.markdownText.ranges(of: "org-SECRET").count == 6)
        #expect(!filled.markdownText.contains("org-EXAMPLE"))
    }

    private static func markdown(_ body: String, _ language: String) throws -> String {
        let text = SampleProject.frontMatter + "## Notes {#notes}\n\nx\n\n" + body + "\n"
        let project = try SampleProject(values: values, languages: [language], content: ["guide/\(language).md": text])
        let markdown = try project.filled().editions[0].markdownText
        return String(markdown.dropFirst("## Notes\n\nx\n\n".count).dropLast())
    }
}
