import CommonMark
import Sources
import TestSupport
import Testing
import Values

@testable import Guides

/// Whatever a value is, it is text: in the tree, and in Markdown that is read again.
@Suite struct HostileValueTests {
    static let hostile = HostileValues.values

    @Test(arguments: HostileValues.places)
    func staysText(place: String) throws {
        let project = try SampleProject(
            values: "v: {type: text}\nlimit: {type: integer, value: 1}", body: "## Notes\n\nx\n\n\(place)\n")
        let plain = try project.filled(settings: ["v=PLAIN"]).editions[0].document
        for value in Self.hostile {
            let edition = try project.filled(settings: ["v=\(value)"]).editions[0]
            // The tree is the one of a harmless value, with another text.
            let shown = try ValueParser.parse(value, as: .text).code(type: .text)
            let meant = Outline.of(plain).replacing(
                "example.org/PLAIN", with: "example.org/" + Value.text(shown).addressComponent(type: .text)
            )
            .replacing("PLAIN", with: shown)
            #expect(Outline.of(edition.document) == meant, "\(value.prefix(40))")
            let markdown = edition.markdownText
            #expect(
                Outline.withElements(try Outline.of(markdown)) == meant,
                "\(value.prefix(40)) as \(markdown.prefix(200))")
        }
    }

    /// Error messages are printed in code, and their values with them.
    @Test(arguments: hostile)
    func inAnError(value: String) throws {
        let project = try SampleProject(
            values: "v: {type: text}", metadata: "errors: [\"Limit of {{v}}.\"]",
            body: "## Notes\n\n    {{error}}\n\nx {{error}}\n")
        let edition = try project.filled(settings: ["v=\(value)"]).editions[0]
        #expect(Outline.withElements(try Outline.of(edition.markdownText)) == Outline.of(edition.document))
    }

    /// Where a value makes the first line of indented code blank, a fence takes the place of the indentation, tabs included.
    @Test(arguments: ["    {{v}}\n    b\n", "\t{{v}}\n\tb\n", ">     {{v}}\n>     b\n"], ["", " ", "a"])
    func inIndentedCode(code: String, value: String) throws {
        let project = try SampleProject(values: "v: {type: text}", body: "## Notes\n\nx\n\n\(code)")
        let edition = try project.filled(settings: ["v=\(value)"]).editions[0]
        #expect(try Outline.of(edition.markdownText) == Outline.of(edition.document), "\(edition.markdownText)")
    }

    @Test(arguments: hostile)
    func inATable(value: String) throws {
        let quoted = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\r\n", with: "\\r\\n")
            .replacing("\n", with: "\\n").replacing("\r", with: "\\r").replacing("\t", with: "\\t")
        let project = try SampleProject(
            values: "t: {type: table, columns: {a: {type: text}}, value: [{a: \"\(quoted)\"}]}",
            body: "## Notes\n\n{{t}}\n")
        let edition = try project.filled().editions[0]
        let document = edition.document
        #expect(Outline.withElements(try Outline.of(edition.markdownText)) == Outline.of(document))
        let shown = try ValueParser.parse(value, as: .text).code(type: .text)
        #expect(document.root.descendants.filter { $0.kind.isValue }.map(\.plainText) == [shown])
    }
}

extension NodeKind {
    fileprivate var isValue: Bool { if case .value = self { true } else { false } }
}
