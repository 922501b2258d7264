import Foundation
import Sources
import TestSupport
import Testing
import Values

@testable import Workflows

/// Addresses that stand in a text by themselves are links, as on GitHub.
@Suite struct BareAddressTests {
    private func render(_ text: String, to format: LooseRendering.Format = .html, value: String = "a b") -> String {
        let outcome = LooseRendering(nil, ValueOptions(settings: ["v=\(value)"]))
            .render(SourceFile(path: "t.md", text: text), language: nil, to: format)
        return String(decoding: outcome.value ?? [], as: UTF8.self)
    }

    /// The addresses of the links in what is rendered.
    private func addresses(_ text: String) -> [String] {
        render(text).components(separatedBy: "<a href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    @Test(
        arguments: [
            ("https://example.org", "https://example.org"), ("See www.example.org.", "http://www.example.org"),
            ("HTTP://Example.org/A?b=c#d, then", "HTTP://Example.org/A?b=c#d"),
            ("(see https://example.org/a_(b))", "https://example.org/a_(b)"),
            ("(https://example.org)).", "https://example.org"), ("**https://example.org/**", "https://example.org/"),
            ("https://example.org/a&copy; x", nil),
            ("https://example.org/a?b=c&d=e;f; x", "https://example.org/a?b=c&amp;d=e;f"),
            ("https://example.org/a_b_c d", "https://example.org/a_b_c"),
            ("https://example.org<br>x", "https://example.org"),
            ("https://example.org[^1]\n\n[^1]: x", "https://example.org"),
            ("a\nhttps://example.org\nb", "https://example.org"),
            ("- https://example.org/'", "https://example.org/"),
            ("| https://example.org |\n| - |", "https://example.org"),
        ] as [(String, String?)])
    func isALink(_ text: String, _ address: String?) {
        #expect(addresses(text + "\n").filter { !$0.hasPrefix("#") } == (address.map { [$0] } ?? []))
    }

    @Test(arguments: [
        "xhttps://example.org", "https://example", "https://localhost:8080", "www.", "wwww.example.org",
        "http:/example.org",
        "https://a_b.example_c.org", "https://exa_mple.org", "`https://example.org`", "\\https://example.org",
        "https\\://example.org",
        "https&#58;//example.org", "\"https://example.org\"", "« https://example.org\u{A0}»", "# https://example.org",
        "![https://example.org](data.png)", "ftp://example.org", "javascript://example.org/%0Aalert(1)",
        "https://{{v}}.org", "https://example.org{{v}}",
        "data:text/html,https//a.b", "https://example.org/*a*b", "```\nhttps://example.org\n```",
    ])
    func isNone(_ text: String) { #expect(addresses(text + "\n") == []) }

    /// A link’s words hold no other link.
    @Test func linksStayAsTheyAre() {
        #expect(addresses("[https://example.org/a](https://example.org/b) <https://example.org/c>\n").count == 2)
    }

    /// A value in an address is encoded there, and text in its words; in Markdown both are told apart.
    @Test(arguments: HostileValues.values) func valuesInAddresses(_ value: String) throws {
        let source = "a https://example.org/{{v}}/c?d={{v}}. e\n"
        let html = render(source, value: value)
        #expect(html.components(separatedBy: "<a ").count == 2 && html.contains("href=\"https://example.org/"))
        #expect(html.hasSuffix("</a>. e</p>\n") && !html.contains("<script"))
        let markdown = render(source, to: .markdown, value: value)
        let outline = try GFMOutline.of([markdown]).map(Outline.withElements)[0]
        #expect(outline.components(separatedBy: "link <").count == 2, "\(outline)")
    }

    /// Byte for byte as they were, where nothing is filled in.
    @Test func markdownHasThemAsTheyAre() {
        let text = "a https://example.org/_b_. (www.example.org)\n"
        #expect(render(text, to: .markdown) == text)
    }
}
