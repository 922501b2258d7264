import TestSupport
import Testing

@testable import CommonMark

/// The HTML of plain CommonMark is libcmark's, byte for byte; the rest has elements of its own.
@Suite struct HTMLWriterTests {
    @Test func libcmarkWouldWriteTheSame() throws {
        for seed in RoundTripTests.seeds {
            var random = RandomPage(seed: seed)
            let source = random.page()
            let document = try Document(parsing: Array(source.utf8))
            document.fill(random.values)
            // What libcmark knows nothing of is for it what it was read as.
            for node in document.root.descendants { Role(0, 0).set(on: node.raw) }
            #expect(written(document) == document.html, "seed \(seed):\n\(source)")
        }
    }

    @Test(arguments: [
        "a <b>c</b>\n\n<div>\nd\n</div>", "[a](javascript:alert(1)) ![b](VBScript:x)", "[a](DATA:text/html,x)",
        "![a](data:image/png;base64,iVBO) ![b](data:image/svg+xml,x)", "[a](file:///etc/passwd) [b](files/x)",
        "![*a* `b` <c> [d](e)\nf  \ng & \"h\"](i.png \"j \\\"k\\\" <l>\")", "[a](b \"c\" )",
        "<https://example.org/?a=b&c='d'>",
        "```language-swift x\ny\n```", "~~~ a\"b<c>\n\n&\n~~~", "```\n```", "    <indented>", "3. a\n4. b\n\n   c",
        "0) a\n\n   b", "- a\n\n  - b\n  - c", "> - a\n>   # b", "* * *", "a\\\nb", "# \n\n## a *b* ##", "1. \n2. a",
        "[a]: /b\n", "é ’ \u{202F}: &nbsp; &#0; \u{FFFD}",
    ])
    func libcmarkWouldWriteThis(source: String) throws {
        let document = try Document(parsing: Array(source.utf8))
        #expect(written(document) == document.html)
    }

    /// Every byte that can stand in an address, in a link's and in an image's.
    @Test func addresses() throws {
        for scalar in (1...0x2FF).compactMap(Unicode.Scalar.init) {
            let document = try Document(parsing: Array("[a](b) ![c](d)".utf8))
            for node in document.root.descendants(.links) { node.setURL("x\(scalar)y%\(scalar)") }
            #expect(written(document) == document.html, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test func tables() throws {
        #expect(
            try html("| a | b | c | d |\n| --- | :-- | :-: | --: |\n| *e* | f | g | \\| |") == """
                <div class="table"><table><thead><tr><th scope="col">a</th><th scope="col" class="align-left">b</th>\
                <th scope="col" class="align-center">c</th><th scope="col" class="align-right">d</th></tr></thead><tbody>\
                <tr><td><em>e</em></td><td class="align-left">f</td><td class="align-center">g</td>\
                <td class="align-right">|</td></tr></tbody></table></div>

                """)
    }

    @Test func alertsAndStrikethrough() throws {
        #expect(
            try html("> [!TIP]\n> a ~~b~~") == """
                <aside class="TIP">
                <p>a <del>b</del></p>
                </aside>

                """)
    }

    /// A task's class is on the element that its box stands in the line of.
    @Test func tasks() throws {
        #expect(
            try html("- [x] a\n- [ ] b") == """
                <ul>
                <li class="task"><input type="checkbox" disabled checked> a</li>
                <li class="task"><input type="checkbox" disabled> b</li>
                </ul>

                """)
        #expect(
            try html("- [x] a\n\n- b").contains(
                "<li>\n<p class=\"task\"><input type=\"checkbox\" disabled checked> a</p>"))
    }

    @Test func valuesInTextAndCode() throws {
        let document = try Document(parsing: Array("a `b < c` ![d](e)".utf8))
        let nodes = Array(document.root.descendants)
        let code = try #require(nodes.first { $0.kind == .code })
        let image = try #require(nodes.first { $0.kind == .image })
        code.insertBefore(document.makeValue("<1>", number: 1))
        image.append(document.makeValue("2", number: 2))
        var annotations = HTMLAnnotations()
        annotations.mark([(3, 4..<5), (4, 5..<99)], in: code)
        #expect(
            written(document, annotations) == """
                <p>a <data 1>&lt;1&gt;</data><code>b &lt; <data 3>c</data><data 4></data></code> <img src="e" alt="d2" /></p>

                """)
    }

    @Test func annotations() throws {
        let document = try Document(parsing: Array("# a\n\nb\n\n## c\n\n- [d](e \"f\")\n\n```\ng\n```\n\n# h".utf8))
        var annotations = HTMLAnnotations()
        for node in document.root.descendants {
            switch node.kind {
            case .heading where node.headingLevel == 1: annotations.cut(node)
            case .heading: annotations.add(attributes: Array(" id=\"i\"".utf8), to: node)
            case .item: annotations.add(attributes: Array(" data-only=\"j\"".utf8), to: node)
            case .link: annotations.add(attributes: Array(" data-href=\"k\"".utf8), to: node)
            case .codeBlock: annotations.replace(node, with: Array("<figure></figure>".utf8))
            default: break
            }
        }
        let writer = HTMLWriter(document, annotations, SampleElements())
        #expect(
            String(decoding: writer.html, as: UTF8.self) == """
                a
                <p>b</p>
                <h2 id="i">c</h2>
                <ul>
                <li data-only="j"><a href="e" title="f" data-href="k">d</a></li>
                </ul>
                <figure></figure>
                h
                """)
        #expect(writer.boundaries == [0, 1, writer.html.count - 1, writer.html.count])
    }

    private func html(_ source: String) throws -> String { written(try Document(parsing: Array(source.utf8))) }

    private func written(_ document: Document, _ annotations: HTMLAnnotations = HTMLAnnotations()) -> String {
        String(decoding: HTMLWriter(document, annotations, SampleElements()).html, as: UTF8.self)
    }
}

private struct SampleElements: HTMLElements {
    func appendTag(ofValue number: Int, to html: inout [UInt8]) { html += "<data \(number)>".utf8 }
    func appendStart(of alert: AlertKind, to html: inout [UInt8]) { html += "<aside class=\"\(alert.marker)\">".utf8 }
}
