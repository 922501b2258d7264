import Foundation
import Guides
import TestSupport
import Testing
import Values

@testable import Rendering

/// What a page tells its script.
@Suite struct PageDataTests {
    private static let values = """
        org.id: {type: identifier, private: true, example: org-XXXX, value: org-PRIVATE}
        limit: {type: integer, value: 40000, label: {fr: Limite, en: Limit}}
        used: {type: integer, private: true, example: 1, value: 31337}
        rest: {type: integer, formula: limit - used}
        note: {type: text, example: "</script><!-- \\u2028 & \\" \\\\"}
        other: {type: text, example: unused}
        """

    private func data(_ audience: Audience, _ names: [String]) throws -> (json: JSON, text: String) {
        let configuration = try #require(Configuration.example(values: Self.values).configuration)
        let english = try #require(configuration.languages.last)
        let book = ValueBook(configuration, audience: audience)
        let values = ScriptValues(book.texts(in: english), labels: english)
        var writer = JSONWriter()
        values.write(values.indices(of: names), to: &writer)
        return (
            try JSONDecoder().decode(JSON.self, from: Data(writer.bytes)), String(decoding: writer.bytes, as: UTF8.self)
        )
    }

    @Test func `a public page has of a private value its example, and nothing more`() throws {
        let (json, text) = try data(.public, ["org.id", "used", "rest"])
        #expect(json["org.id"]["example"] == .text("org-XXXX"))
        #expect(json["org.id"]["value"] == .null)
        #expect(json["org.id"]["private"] == .flag(true))
        #expect(json["used"]["example"] == .number(1))
        #expect(!text.contains("PRIVATE"))
        #expect(!text.contains("31337"))
        #expect(try data(.team, ["org.id"]).json["org.id"]["value"] == .text("org-PRIVATE"))
    }

    @Test func `a page has the values that it uses, and what their formulas need`() throws {
        let (json, _) = try data(.public, ["rest"])
        guard case .object(let members) = json else { throw Missing() }
        #expect(members.keys.sorted() == ["limit", "rest", "used"])
        #expect(json["limit"]["label"] == .text("Limit"))
        #expect(json["rest"]["formula"] == .array([.text("-"), .text("limit"), .text("used")]))
    }

    @Test func `no text in it closes the element that it stands in`() throws {
        let (json, text) = try data(.public, ["note"])
        #expect(!text.contains("<"))
        #expect(!text.unicodeScalars.contains("\u{2028}"))
        #expect(json["note"]["example"] == .text("</script><!-- \u{2028} & \" \\"))
    }

    private struct Missing: Error {}
}

/// JSON as it is written.
@Suite struct JSONWriterTests {
    @Test(arguments: [
        (0.0, "0"), (40000, "40000"), (6.141, "6.141"), (-1.5, "-1.5"), (1e21, "1e+21"),
        (0.1 + 0.2, "0.30000000000000004"),
        (.infinity, "null"),
    ]) func `a number reads back as the same double`(number: Double, written: String) {
        var writer = JSONWriter()
        writer.number(number)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == written)
    }

    @Test func `what stands side by side is parted by commas`() {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("a", "é\n\u{1}")
            writer.field("b") { writer in
                writer.array { writer in
                    writer.flag(true)
                    writer.object { _ in }
                    writer.strings([])
                }
            }
        }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"a":"é\n\u0001","b":[true,{},[]]}"#)
    }
}
