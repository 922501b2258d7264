import TestSupport
import Testing

@testable import CommonMark

/// Whatever is dressed is printed by libcmark: its own elements stay as they are, the rest has elements of its own.
@Suite struct HTMLDressingTests {
    @Test func whatNeedsNoElementStaysAsItIs() throws {
        for seed in (0..<400 as Range<UInt64>) {
            var random = RandomPage(seed: seed)
            let source = random.page()
            let document = try Document(parsing: Array(source.utf8))
            document.fill(random.values)
            // What libcmark knows nothing of is for it what it was read as.
            for node in document.root.descendants { Role(0, 0).set(on: node.raw) }
            let plain = document.html
            #expect(written(document) == plain, "seed \(seed):\n\(source)")
        }
    }

    /// Nothing of what was written gets lost between the elements.
    @Test func whatIsDressedHasTheSameText() throws {
        for seed in (0..<400 as Range<UInt64>).prefix(100) {
            var random = RandomPage(seed: seed)
            let document = try Document(parsing: Array(random.page().utf8))
            document.fill(random.values)
            let text = document.root.plainText
            var dressing = HTMLDressing(document, SampleElements())
            for code in document.root.descendants(.code.union(.codeBlock)) {
                dressing.mark([(0, 0..<(code.literal.first?.utf8.count ?? 0))], in: code)
            }
            for node in document.root.descendants(.links) where node.kind == .link {
                dressing.add(attributes: Array(" a".utf8), to: node)
            }
            for list in document.root.descendants(.list) {
                for item in list.children { dressing.add(attributes: Array(" b".utf8), to: item) }
            }
            dressing.finish()
            #expect(document.root.plainText.words == text.words, "seed \(seed)")
            #expect(!document.root.descendants.contains { $0.kind == .table || $0.kind == .alert(.note) })
        }
    }

    @Test(
        "Raw HTML and dangerous addresses are left out",
        arguments: [
            ("a <b>c</b>", "<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>\n"),
            ("<div>\nd\n</div>", "<!-- raw HTML omitted -->\n"),
            ("[a](javascript:alert(1)) ![b](VBScript:x)", "<p><a href=\"\">a</a> <img src=\"\" alt=\"b\" /></p>\n"),
            ("[a](DATA:text/html,x) [b](file:///etc/passwd)", "<p><a href=\"\">a</a> <a href=\"\">b</a></p>\n"),
            ("~~<b>~~", "<p><del><!-- raw HTML omitted --></del></p>\n"),
        ])
    func safeMode(source: String, html: String) throws {
        let written = try self.html(source)
        #expect(written == html)
    }

    /// An address stays dangerous when its link has attributes.
    @Test func safeModeBesideAttributes() throws {
        let document = try Document(parsing: Array("[a](javascript:alert(1) \">\")".utf8))
        var dressing = HTMLDressing(document, SampleElements())
        for link in document.root.descendants(.links) {
            dressing.add(attributes: Array(" data-href=\"x\"".utf8), to: link)
        }
        dressing.finish()
        #expect(document.html == "<p><a href=\"\" title=\"&gt;\" data-href=\"x\">a</a></p>\n")
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
                <li class="task"><label><input type="checkbox" disabled checked> a</label></li>
                <li class="task"><label><input type="checkbox" disabled> b</label></li>
                </ul>

                """)
        #expect(
            try html("- [x] a\n\n- b").contains(
                "<li>\n<p class=\"task\"><label><input type=\"checkbox\" disabled checked> a</label></p>"))
    }

    @Test func valuesInTextAndCode() throws {
        let document = try Document(parsing: Array("a `b < c` ![d](e)".utf8))
        let nodes = Array(document.root.descendants)
        let code = try #require(nodes.first { $0.kind == .code })
        let image = try #require(nodes.first { $0.kind == .image })
        code.insertBefore(document.makeValue("<1>", number: 1))
        image.append(document.makeValue("2", number: 2))
        var dressing = HTMLDressing(document, SampleElements())
        dressing.mark([(3, 4..<5), (4, 5..<99)], in: code)
        dressing.finish()
        #expect(
            document.html == """
                <p>a <data 1>&lt;1&gt;</data><code>b &lt; <data 3>c</data><data 4></data></code> <img src="e" alt="d2" /></p>

                """)
    }

    /// An alternative text has no markup, and code with values in it is no exception.
    @Test func codeInAnImage() throws {
        let document = try Document(parsing: Array("![a `b<` c](d)".utf8))
        var dressing = HTMLDressing(document, SampleElements())
        for code in document.root.descendants(.code) { dressing.mark([(1, 0..<1)], in: code) }
        dressing.finish()
        #expect(document.html == "<p><img src=\"d\" alt=\"a b&lt; c\" /></p>\n")
    }

    /// Behind a fence's words stands what libcmark makes of them, whatever it makes of them.
    @Test(arguments: ["", "swift", "language-swift x", "a\"b<c>", "&amp;"])
    func valuesInCodeBlocks(info: String) throws {
        let source = Array("~~~ \(info)\na & b\n~~~".utf8)
        let document = try Document(parsing: source)
        var dressing = HTMLDressing(document, SampleElements())
        for code in document.root.descendants(.codeBlock) { dressing.mark([(1, 2..<3)], in: code) }
        dressing.finish()
        #expect(
            try document.html == Document(parsing: source).html.replacing("a &amp; b", with: "a <data 1>&amp;</data> b")
        )
    }

    /// A byte that would end a text for libcmark ends no tag.
    @Test func zeroBytes() throws {
        let document = try Document(parsing: Array("a".utf8))
        let dressing = HTMLDressing(document, SampleElements())
        let block = try #require(document.root.firstChild)
        dressing.wrap(block, between: HTMLText(Array("<div a=\"\0\">".utf8)), and: "</div>")
        #expect(document.html == "<div a=\"\u{FFFD}\">\n<p>a</p>\n</div>\n")
    }

    @Test func whatAPageAdds() throws {
        let document = try Document(
            parsing: Array("# a\n\nb\n\n## c\n\n- [d](e \"f\")\n- - x\n\n```\ng\n```\n\n# *h*".utf8))
        var dressing = HTMLDressing(document, SampleElements())
        for node in Array(document.root.descendants) {
            switch node.kind {
            case .item: dressing.add(attributes: Array(" data-only=\"j\"".utf8), to: node)
            case .link: dressing.add(attributes: Array(" data-href=\"k\"".utf8), to: node)
            case .codeBlock: dressing.replace(node, with: HTMLText(Array("<figure></figure>".utf8)))
            default: break
            }
        }
        dressing.finish()
        #expect(
            document.html == """
                <h1>a</h1>
                <p>b</p>
                <h2>c</h2>
                <ul>
                <li data-only="j"><a href="e" title="f" data-href="k">d</a></li>
                <li data-only="j">
                <ul>
                <li data-only="j">x</li>
                </ul>
                </li>
                </ul>
                <figure></figure>
                <h1><em>h</em></h1>

                """)
        var html: [UInt8] = []
        let title = try #require(document.root.lastChild)
        #expect(title.appendHTML(to: &html, attributes: Array(" id=\"i\"".utf8)) == 0..<26)
        #expect(title.appendInnerHTML(to: &html) == 26..<36)
        #expect(String(decoding: html, as: UTF8.self) == "<h1 id=\"i\"><em>h</em></h1><em>h</em>")
    }

    /// The tags of a list whose items have attributes are those that it had without them.
    @Test(arguments: [
        "- a\n- b\n  - c", "3. a\n4. b\n\n   c", "0) a\n\n   b", "1. \n2. a\n   > b\n   # c\n   c",
        "- | a |\n  | - |\n- ~~~\n  a",
    ])
    func lists(source: String) throws {
        let document = try Document(parsing: Array(source.utf8))
        let plain = try html(source)
        var dressing = HTMLDressing(document, SampleElements())
        for node in Array(document.root.descendants) where node.kind == .item {
            dressing.add(attributes: Array(" x".utf8), to: node)
        }
        dressing.finish()
        #expect(document.html == plain.replacing("<li>", with: "<li x>"))
    }

    private func html(_ source: String) throws -> String { written(try Document(parsing: Array(source.utf8))) }

    private func written(_ document: Document) -> String {
        var dressing = HTMLDressing(document, SampleElements())
        dressing.finish()
        return document.html
    }
}

private struct SampleElements: HTMLElements {
    func tag(ofValue number: Int) -> HTMLText { HTMLText(Array("<data \(number)>".utf8)) }
    func start(of alert: AlertKind) -> HTMLText { HTMLText(Array("<aside class=\"\(alert.marker)\">".utf8)) }
}

extension String {
    /// The text without any white space.
    fileprivate var words: String { filter { !$0.isWhitespace } }
}
