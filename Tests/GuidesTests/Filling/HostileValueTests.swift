import CommonMark
import Sources
import TestSupport
import Testing
import Values

@testable import Guides

/// Whatever a value is, it is text: in the tree, in HTML, and in Markdown that is read again.
@Suite struct HostileValueTests {
    static let hostile = [
        "# heading", "- item", "1. item", "> quote", "```", "~~~", "---", "===", "***", "* * *",
        "<script>alert(1)</script>", "<b>",
        "<!-- end -->", "&copy; &#35;", "[x](javascript:alert(1))", "](https://evil.example.org)", "![x](y)", "[x]: y",
        "a`b``c", "`", "**b**",
        "_a_ *", "~~a~~", "| a | b |", "|", ":-- | --:", "a\nb\n\n# c", "a\r\nb", "a\r# b", "{{limit}}", "\\{{limit}}",
        "\\", "a\\", "\"'>",
        "[!NOTE]", "[ ] x", "www.example.org", "https://example.org/a_b", "mailto:a@example.org", "مرحبا بك",
        "שלום (a)", "a\u{200F}b", "日本語",
        "\u{A0}x\u{A0}", "+ x", "2) x", "x  ", "\tx", "$x$", "&", "!", "\u{301}a",
        String(repeating: "`*_[] <b>&| ", count: 20),
        String(repeating: "&amp; word | ~ ", count: 700),
    ]

    static let places = [
        "{{v}}", "{{v}} after", "before {{v}}", "before\n{{v}}\nafter", "**{{v}}**", "*a {{v}} b*", "a**{{v}}**b",
        "~~{{v}}~~", "`{{v}}`",
        "`a {{v}} b`", "```text\n{{v}}\nb\n```", "    {{v}}\n    b", "[{{v}}](https://example.org)",
        "[a](https://example.org/{{v}})",
        "[a](https://example.org \"{{v}}\")", "![{{v}}](a.png)", "![a](a.png \"{{v}}\")",
        "| a | {{v}} |\n| --- | --- |\n| {{v}} | `{{v}}` |",
        "### {{v}}", "- {{v}}\n- b", "1. {{v}}\n2. b", "> {{v}}\n> b", "> [!NOTE]\n> {{v}}", "- [ ] {{v}}",
        "{{v}}{{v}}", "a{{v}}b", "({{v}})",
    ]

    @Test(arguments: places)
    func staysText(place: String) throws {
        let project = try SampleProject(
            values: "v: {type: text}\nlimit: {type: integer, value: 1}", body: "## Notes\n\nx\n\n\(place)\n")
        let plain = try project.filled(settings: ["v=PLAIN"]).editions[0].document
        for value in Self.hostile {
            let document = try project.filled(settings: ["v=\(value)"]).editions[0].document
            // The tree is the one of a harmless value, with another text.
            let shown = try ValueParser.parse(value, as: .text).code(type: .text)
            let meant = Outline.of(plain).replacing(
                "example.org/PLAIN", with: "example.org/" + Value.text(shown).addressComponent(type: .text)
            )
            .replacing("PLAIN", with: shown)
            #expect(Outline.of(document) == meant, "\(value.prefix(40))")
            // So are the elements: no value opens or closes one.
            #expect(document.html.tags == plain.html.tags, "\(value.prefix(40))")
            #expect(
                try Outline.of(document.markdown) == meant, "\(value.prefix(40)) as \(document.markdown.prefix(200))")
        }
    }

    /// Error messages are printed in code, and their values with them.
    @Test(arguments: hostile)
    func inAnError(value: String) throws {
        let project = try SampleProject(
            values: "v: {type: text}", metadata: "errors: [\"Limit of {{v}}.\"]",
            body: "## Notes\n\n    {{error}}\n\nx {{error}}\n")
        let document = try project.filled(settings: ["v=\(value)"]).editions[0].document
        #expect(try Outline.of(document.markdown) == Outline.of(document))
    }

    @Test(arguments: hostile)
    func inATable(value: String) throws {
        let quoted = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\r\n", with: "\\r\\n")
            .replacing("\n", with: "\\n").replacing("\r", with: "\\r").replacing("\t", with: "\\t")
        let project = try SampleProject(
            values: "t: {type: table, columns: {a: {type: text}}, value: [{a: \"\(quoted)\"}]}",
            body: "## Notes\n\n{{t}}\n")
        let document = try project.filled().editions[0].document
        #expect(try Outline.of(document.markdown) == Outline.of(document))
        let shown = try ValueParser.parse(value, as: .text).code(type: .text)
        #expect(document.root.descendants.filter { $0.kind.isValue }.map(\.plainText) == [shown])
    }
}

extension String {
    /// The tags of HTML, without their attributes: an alternative text and a title are some.
    fileprivate var tags: [String] {
        unicodeScalars.split(separator: "<").dropFirst().map { String($0.prefix { $0 != ">" && $0 != " " }) }
    }
}

extension NodeKind {
    fileprivate var isValue: Bool { if case .value = self { true } else { false } }
}
