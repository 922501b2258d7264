import Sources
import TestSupport
import Testing

@testable import Guides

/// The title and the summary of a file.
@Suite struct FrontMatterTests {
    /// Plain lines never see a YAML parser; whatever they hold, they are read as it would.
    @Test(arguments: [
        "Augmenter une limite de débit", "A title, with: colon", "« guillemets »", "It’s a `code` title", "yes", "Null",
        "12",
        "a # comment", "a #b", "#a", "a: b", "a:", "[a]", "{a}", "*a*", "&a", "!a", "'a'", "\"a\"", "- a", "? a",
        "a\tb",
        "true", "@a", "%a", "`a`", "|", ">", "a \\n b", "~", "a  b ", "2026-11-23", "A {{limit}} title", "\u{A0}a",
    ])
    func plainLinesAreReadAsYAMLReadsThem(title: String) {
        let plain = FrontMatter.read(SourceFile(path: "x", text: "---\ntitle: \(title)\nsummary: S\n---\n"))
        // A key between quotes is more than the strict reader takes.
        let quoted = FrontMatter.read(SourceFile(path: "x", text: "---\n\"title\": \(title)\nsummary: S\n---\n"))
        #expect(plain.title == quoted.title)
        #expect(plain.diagnostics.messages == quoted.diagnostics.messages)
    }

    @Test(arguments: [
        ("---\ntitle: A\nsummary: B\n---\nbody", "A", "B", "body"),
        ("---\nsummary: B\ntitle: A\n---\nbody", "A", "B", "body"),
        ("\u{FEFF}---\ntitle: A\nsummary: B\n---\nbody", "A", "B", "body"),
        ("---\r\ntitle: A\r\nsummary: B\r\n---\r\nbody", "A", "B", "body"),
        ("---  \ntitle: A\n\nsummary: B\n---\t\nbody", "A", "B", "body"),
        ("---\ntitle: \"A: \\u00e9\"\nsummary: |-\n  B\n  C\n---\n", "A: é", "B C", ""),
        ("---\ntitle: >-\n  A\n  B\nsummary: 'it''s'\n---\n", "A B", "it's", ""),
        ("---\ntitle: A\nsummary: B\n---", "A", "B", ""),
    ])
    func read(text: String, title: String, summary: String, body: String) {
        let file = SourceFile(path: "x", text: text)
        let frontMatter = FrontMatter.read(file)
        #expect(frontMatter.diagnostics.lines == [])
        #expect(frontMatter.title == title)
        #expect(frontMatter.summary == summary)
        #expect(String(decoding: file.bytes[frontMatter.bodyStart...], as: UTF8.self) == body)
    }

    @Test(
        "Faults",
        arguments: [
            ("⟦## Notes⟧\n", ["the file does not begin with front matter"]),
            ("⟦---⟧\ntitle: A\n", ["the front matter that begins here has no closing `---`"]),
            ("⟦---⟧\nsummary: B\n---\n", ["the front matter has no `title`"]),
            ("⟦---⟧\ntitle: A\n---\n", ["the front matter has no `summary`"]),
            ("---\ntitle:⟦ ⟧\nsummary: B\n---\n", ["`title` is empty"]),
            ("---\ntitle: A\nsummary: B\n⟦author⟧: C\n---\n", ["`author` is not known here"]),
            ("---\ntitle: ⟦[⟧a]\nsummary: B\n---\n", ["expected a text, found a list"]),
            ("---\n⟦-⟧ a\n---\n", ["expected a mapping, found a list"]),
        ])
    func faults(marked: String, messages: [String]) {
        expect(
            FrontMatter.read(SourceFile(path: "x", text: MarkedText(marked).text)).diagnostics, in: marked,
            say: messages)
    }

    /// Lines and columns are the file's, not the front matter's.
    @Test func syntaxHasItsLineAndColumn() {
        let file = SourceFile(path: "fr.md", text: "---\ntitle: A\nsummary: \"B\n---\nx\n")
        #expect(
            FrontMatter.read(file).diagnostics.lines.first?.hasPrefix("fr.md:4:1 yaml-syntax: this is not YAML") == true
        )
        let colon = SourceFile(path: "fr.md", text: "---\ntitle: A\nsummary: B: C\n---\n")
        #expect(
            FrontMatter.read(colon).diagnostics.lines == [
                "fr.md:3:11 yaml-syntax: this is not YAML: mapping values are not allowed in this context"
            ])
    }

    @Test func aTitleIsAPlaceForValuesLikeAnyOther() throws {
        let values = "limit: {type: integer, value: 40000}\nlimits: {type: table, columns: {a: {type: text}}}"
        let text = "---\ntitle: Above {{limit}}, or \\{{x}}\nsummary: \"At {{limit}}\"\n---\n## Notes\n\nx\n"
        let project = try SampleProject(values: values, languages: ["en"], content: ["guide/en.md": text])
        let edition = try project.filled().editions[0]
        #expect(edition.title == "Above 40,000, or {{x}}")
        #expect(edition.summary == "At 40,000")
        #expect(try project.guide().editions[0].uses.map(\.name) == ["limit", "limit"])
    }

    @Test func doubleBracesInATitleThatAreNoPlaceholder() throws {
        let marked = "---\ntitle: Above ⟦{{Limit}}⟧\nsummary: S\n---\n## Notes\n\nx\n"
        let project = try SampleProject(languages: ["en"], content: ["guide/en.md": MarkedText(marked).text])
        expect(project.diagnostics(), in: marked, say: ["double braces that are not a placeholder"])
    }
}
