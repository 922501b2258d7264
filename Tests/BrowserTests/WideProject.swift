import Foundation
import TestSupport

/// A project whose guide has long code, wide tables, words without an end and wide images wherever a guide can have them, in a
/// language that reads to the right and in one that reads to the left.
enum WideProject {
    static let languages = ["en", "ar"]

    static func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            title: Guides of a team that has given its site a name that goes on and on
            languages: [\(languages.joined(separator: ", "))]
            url: https://docs.example.org/guides/
            values:
              host: {type: text, example: a-host-with-a-very-long-name.example.org, label: {en: Host, ar: مضيف}}

            """, at: "vademecum.yaml")
        let fixture = Package.folder.appending(
            path: "Tests/Fixtures/projects/three-languages/project/templates/languages/ar.yaml")
        try folder.write(Data(contentsOf: fixture), at: "templates/languages/ar.yaml")
        for language in languages {
            try folder.write(guide, at: "content/wide/\(language).md")
            try folder.write(picture, at: "content/wide/wide.png")
        }
        try folder.write("reviewed: 2026-11-03\ntags: [\(word)]\n", at: "content/wide/guide.yaml")
        return folder
    }

    private static let word = String(repeating: "Verylongword", count: 12)
    private static let command =
        "```sh\nssh db1.example.org sudo systemctl restart \(String(repeating: "--with-option ", count: 12))\n```"

    /// What is wide, once.
    private static let wide = """
        \(command)

        | One | Two | Three | Four | Five | Six |
        | --- | --- | --- | --- | --- | --- |
        | A cell of some words | another | `a-code-without-a-space-in-it` | more words than fit | 5 | \(word) |

        ![A wide picture](wide.png) and \(word), `\(word)`, {{host}}.

        ```
        \(word) \(word)
        ```
        """

    private static func indented(_ prefix: String) -> String {
        wide.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
    }

    private static let guide = """
        ---
        title: Upgrade \(word)
        summary: All of it is \(word).
        ---

        ## Problem {#problem}

        \(wide)

        ## Steps {#steps}

        ### Wait for \(word)

        \(wide)

        #### One way

        \(wide)

        - In a list:

        \(indented("  "))

        #### Another way {.recommended}

        > [!WARNING]
        \(indented("> "))

        > In a quote:
        >
        \(indented("> "))

        ### Look

        - [ ] It is there.
        - [x] It is `\(word)`.

        ## Verification {#verification}

        Done.

        """

    /// A picture of 2,000 by 4 pixels.
    private static let picture =
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAB9AAAAAEAQAAAAD+S5ljAAAAEUlEQVR42mNgGAWjYBSMBAAAA+wAAUf7q+gAAAAASUVORK5CYII=")
        ?? Data()
}
