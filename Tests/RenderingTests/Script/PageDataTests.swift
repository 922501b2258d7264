import Foundation
import Guides
import Sources
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

    private func file(_ audience: Audience, _ names: [String]) throws -> (json: JSON, text: String) {
        let configuration = try #require(Configuration.example(values: Self.values).configuration)
        let language = try SampleProject.language("en")
        let texts = ValueBook(configuration, audience: audience).texts(in: language.tag)
        let bytes = LanguageScript.file(language, texts, values: configuration.values.closure(of: names))
        let text = String(decoding: bytes, as: UTF8.self)
        let start = "(globalThis.vademecumLanguages??={})[\"en\"]="
        #expect(text.hasPrefix(start))
        return (try JSONDecoder().decode(JSON.self, from: Data(text.dropFirst(start.count).utf8)), text)
    }

    @Test func `a public site has of a private value its example, and nothing more`() throws {
        let (json, text) = try file(.public, ["org.id", "used", "rest"])
        let values = json["values"]
        #expect(values["org.id"]["example"] == .text("org-XXXX"))
        #expect(values["org.id"]["value"] == .null)
        #expect(values["org.id"]["private"] == .flag(true))
        #expect(values["used"]["example"] == .number(1))
        #expect(!text.contains("PRIVATE"))
        #expect(!text.contains("31337"))
        #expect(try file(.team, ["org.id"]).json["values"]["org.id"]["value"] == .text("org-PRIVATE"))
    }

    @Test func `a language has the values that guides use, and what their formulas need`() throws {
        let values = try file(.public, ["rest"]).json["values"]
        guard case .object(let members) = values else { throw Missing() }
        #expect(members.keys.sorted() == ["limit", "rest", "used"])
        #expect(values["limit"]["label"] == .text("Limit"))
        #expect(values["rest"]["formula"] == .array([.text("-"), .text("limit"), .text("used")]))
    }

    @Test func `it has the words of the panel and the keys to warn of`() throws {
        let json = try file(.public, []).json
        #expect(json["words"]["open"] == .text("Put my values into this guide"))
        #expect(json["words"]["copied"] == .text("Copied."))
        #expect(json["keys"] == .text(KeyFormat.expression))
        #expect(json["dates"] == .null)
    }

    @Test func `a page has the names of its values, and the examples of its guide`() throws {
        let project = try SampleProject(
            values: Self.values, languages: ["en"],
            content: [
                "guide/en.md": SampleProject.frontMatter + "## Notes\n\n{{rest}} {{note}}\n",
                "guide/guide.yaml": "examples: {note: mine, used: 2}\n",
            ])
        for (audience, examples) in [(Audience.public, ["note", "used"]), (.team, ["note"])] {
            let filled = try project.filled("guide", settings: [], audience: audience)
            let edition = try project.rendered("guide", audience: audience)
            let bytes = PageData.guide(
                edition, errors: ScriptPatterns([]), examples: filled.metadata.examples)
            let json = try JSONDecoder().decode(JSON.self, from: Data(bytes))
            #expect(json["used"] == .array([.text("rest"), .text("note")]))
            guard case .object(let members) = json["examples"] else { throw Missing() }
            #expect(members.keys.sorted() == examples)
            #expect(members["note"] == .text("mine"))
        }
    }

    @Test func `no text in it closes the element that it stands in`() throws {
        let (json, text) = try file(.public, ["note"])
        let values = try #require(text.split(separator: "\"values\":").last)
        #expect(!values.contains("<"))
        #expect(!text.unicodeScalars.contains("\u{2028}"))
        #expect(json["values"]["note"]["example"] == .text("</script><!-- \u{2028} & \" \\"))
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
        var writer = JSONWriter(.script)
        writer.number(number)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == written)
    }

    @Test func `what stands side by side is parted by commas`() {
        var writer = JSONWriter(.script)
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
