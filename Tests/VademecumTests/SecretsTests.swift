import Foundation
import TestSupport
import Testing

/// A private value is put into every input, and looked for in every output of every command.
@Suite struct SecretsTests {
    /// Somewhere to put it, in the front matter of a guide, its text or its metadata.
    struct Plant: Sendable, CustomTestStringConvertible {
        let name: String
        var title = "A guide"
        var text = "Text."
        var metadata = ""
        var configuration = ""
        var template: String?
        var values = "corp: \(SecretsTests.secret)\nbudget: \(SecretsTests.number)\n"
        /// Whether it is found, so that nothing is built; else there is nothing in it that could be.
        var isRefused = true

        var testDescription: String { name }
    }

    static let secret = "Vexillum Secret Works"
    static let number = "73019548"

    static let plants: [Plant] = [
        Plant(name: "plain", text: "We wrote to Vexillum Secret Works."),
        Plant(name: "over two lines", text: "We wrote to Vexillum\nSecret Works."),
        Plant(name: "over three lines of a quote", text: "> We wrote to Vexillum\n> Secret\n> Works."),
        Plant(name: "over two lines of an item", text: "- We wrote to Vexillum Secret\n  Works."),
        Plant(name: "a hard break", text: "Vexillum Secret\\\nWorks"),
        Plant(name: "emphasis inside", text: "Vexillum *Secret* Works"),
        Plant(name: "emphasis in a word", text: "Vexillum **Sec**ret Works"),
        Plant(name: "struck", text: "Vexillum ~~Secret Works~~"),
        Plant(name: "code", text: "Vexillum `Secret` Works"),
        Plant(name: "a link inside", text: "Vexillum [Secret](https://example.org) Works"),
        Plant(name: "an entity", text: "Vexillum&#32;Secret&nbsp;Works"),
        Plant(name: "entities in words", text: "&#86;exillum Secr&#x65;t Works"),
        Plant(name: "escapes", text: "Vexillum Secret Works\\.\n\n\\[Vexillum Secret Works\\]"),
        Plant(name: "a comment inside", text: "Vexillum <!-- x -->Secret Works"),
        Plant(name: "in a comment", text: "<!-- Vexillum Secret Works -->"),
        Plant(name: "no-break spaces", text: "Vexillum\u{A0}Secret\u{202F}Works"),
        Plant(name: "doubled spaces", text: "Vexillum  Secret   Works"),
        Plant(name: "a tab", text: "Vexillum\tSecret\tWorks"),
        Plant(name: "a soft hyphen", text: "Vexil\u{AD}lum Secret Works"),
        Plant(name: "other capitals", text: "VEXILLUM secret WORKS"),
        Plant(name: "full width", text: "Ｖｅｘｉｌｌｕｍ Secret Works"),
        Plant(name: "percent-encoded", text: "[a](https://example.org/?q=Vexillum%20Secret%20works)"),
        Plant(name: "in a query", text: "<https://example.org/?q=Vexillum+Secret+Works>"),
        Plant(name: "a title", text: "[a](https://example.org \"Vexillum Secret Works\")"),
        Plant(name: "a title with entities", text: "[a](https://example.org \"Vexillum&#32;Secret Works\")"),
        Plant(name: "an image's words", text: "![Vexillum *Secret* Works](https://example.org/a.png)"),
        Plant(name: "a fence's words", text: "```Vexillum&#32;Secret&#32;Works\na\n```"),
        Plant(name: "a code block", text: "    Vexillum Secret Works"),
        Plant(name: "a table", text: "| a |\n| - |\n| Vexillum *Secret* Works |"),
        Plant(name: "a heading", text: "Text.\n\n### Vexillum *Secret* Works"),
        Plant(name: "a number", text: "We pay 73019548."),
        Plant(name: "a number as prose writes it", text: "We pay 73,019,548 or 73 019 548."),
        Plant(name: "a number as others write it", text: "We pay 73.019.548 or 73'019'548."),
        Plant(name: "a number with narrow spaces", text: "We pay 73\u{202F}019\u{202F}548."),
        Plant(name: "a number in code", text: "`limit = 73019548`"),
        Plant(name: "a title of a guide", title: "Letters from Vexillum Secret Works"),
        Plant(name: "a folded title", title: "Letters from Vexillum\n  Secret Works"),
        Plant(name: "a block as a title", title: ">-\n  Letters from Vexillum\n  Secret Works"),
        Plant(name: "a quoted title", title: "\"Letters from Vexillum\\x20Secret Works\""),
        Plant(name: "an error", metadata: "errors: [\"Refused by Vexillum Secret Works\"]"),
        Plant(name: "an error in escapes", metadata: "errors: [\"Refused by Vexillum\\x20Secret Works\"]"),
        Plant(name: "a folded error", metadata: "errors:\n  - Refused by Vexillum\n    Secret Works"),
        Plant(name: "a tag", metadata: "tags: [Vexillum Secret Works]"),
        Plant(name: "an example of the guide", metadata: "examples: {free: Vexillum Secret Works}"),
        Plant(
            name: "a value that is no number",
            values: "corp: Vexillum Secret Works\nbudget: \"73019548 and Vexillum Secret Works\"\n"),
        Plant(name: "a value in a broken file", values: "corp: \"Vexillum Secret Works\nbudget: [\n"),
        Plant(name: "a folded value in a broken file", values: "corp: Vexillum\n  Secret Works\nbudget: [\n"),
        Plant(name: "a value under a wrong name", values: "corps: Vexillum Secret Works\nbudget: 73019548\n"),
        Plant(name: "a list for a value", values: "corp: [Vexillum Secret Works]\nbudget: 73019548\n"),
        Plant(name: "a tab in a value", values: "corp: \"Vexillum Secret Works\\u0007\"\nbudget: 73019548\n"),
        Plant(name: "nothing", isRefused: false),
        Plant(name: "a value that others hold", text: "{{free}} Secret Works"),
    ]

    @Test(arguments: plants) func neverShown(plant: Plant) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.configuration() + plant.configuration, at: "p/vademecum.yaml")
        let guide = Self.guide.replacing("TITLE", with: plant.title).replacing("TEXT", with: plant.text)
        try folder.write(guide, at: "p/content/sub/g/en.md")
        try folder.write(plant.metadata, at: "p/content/sub/g/guide.yaml")
        try folder.write(plant.values, at: "secrets.yaml")
        let values = ["--values", folder.path + "/secrets.yaml"]
        var shown: [(String, Data)] = []
        let site = folder.path + "/site"
        for place in ["p/content/sub", "p"] {
            let url = folder.url.appending(path: place)
            func run(_ arguments: [String], showsOutput: Bool = true, _ input: String = "") throws -> Program.Outcome {
                let outcome = try Program.vademecum(arguments, in: url, input: Data(input.utf8))
                let name = arguments.joined(separator: " ")
                shown.append((name, Data(outcome.errors.utf8)))
                if showsOutput { shown.append((name, outcome.output)) }
                #expect(outcome.status < 3, "\(name): \(outcome.errors)")
                return outcome
            }
            let build = try run(["build", "--output", site] + values)
            #expect((build.status != 0) == plant.isRefused, "\(build.errors)")
            // The forms of a report tell the same; one guide is enough to see that each of them masks.
            let formats = plant.name == "over two lines" ? ["text", "json", "sarif", "github", "gitlab"] : ["text"]
            for format in formats { _ = try run(["check", "--format", format] + values) }
            guard place == "p" else { continue }
            _ = try run(["check", "--fix", "--diff"] + values)
            _ = try run(["translations", "status", "--format", "json"])
            _ = try run(["render", "-"] + values, plant.text + "\n\n{{undefined}}\n")
            let rendered = try run(["render", "-", "--to", "markdown"] + values, plant.text + "\n")
            #expect(rendered.status == 0 || plant.isRefused)
            // What is for the reader or for the team alone has it; what is said about it has not.
            _ = try run(["personalise", "sub/g", "--no-input"] + values, showsOutput: false)
            _ = try run(["wiki", "--output", folder.path + "/wiki"] + values, showsOutput: false)
        }
        if FileManager.default.fileExists(atPath: site) {
            for (path, bytes) in try folder.contents(of: "site") { shown.append((path, bytes)) }
        }
        for (name, bytes) in shown where Self.holdsSecret(bytes) {
            Issue.record("\(plant.name): \(name) shows it:\n\(String(decoding: bytes, as: UTF8.self).prefix(2000))")
        }
    }

    /// Whether a text has the secret in it: letters and digits alone are compared, without tags and entities.
    static func holdsSecret(_ bytes: Data) -> Bool {
        var text = String(decoding: bytes, as: UTF8.self)
        for (entity, sign) in [("&#32;", " "), ("&nbsp;", " "), ("%20", " "), ("\\n", " "), ("\\u003c", "<")] {
            text = text.replacing(entity, with: sign)
        }
        let plain = text.replacing(#/<[^>]*>/#, with: "")
        return [text, plain].contains { text in
            let letters = String(
                String.UnicodeScalarView(
                    text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
            return letters.contains("vexillumsecretworks") || letters.contains(number)
        }
    }

    static func configuration(languages: String = "[en]") -> String {
        """
        title: Guides
        languages: \(languages)
        values:
          corp: {type: text, private: true, example: Example Works, label: Corporation}
          budget: {type: integer, private: true, example: 1000, label: Budget}
          free: {type: text, example: Vexillum, label: Free}

        """
    }

    private static let guide = """
        ---
        title: TITLE
        summary: What it is good for.
        ---

        ## Problem

        {{corp}} pays {{budget}}.

        TEXT

        ## Steps

        ### Wait

        Drink something.

        ## Verification

        It works.

        """
}
