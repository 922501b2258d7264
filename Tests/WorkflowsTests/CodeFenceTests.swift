import CommonMark
import Foundation
import Sources
import TestSupport
import Testing

@testable import Workflows

/// Titles of code, and lines to mark, from the words behind a fence.
@Suite struct CodeFenceTests {
    private func render(_ text: String, value: String = "<b>") -> String {
        let outcome = LooseRendering(nil, ValueOptions(settings: ["v=\(value)"]))
            .render(SourceFile(path: "t.md", text: text), language: nil, to: .html)
        return String(decoding: outcome.value ?? [], as: UTF8.self)
    }

    @Test func wordsAreRead() {
        func read(_ info: String) -> (String, [ClosedRange<Int>]) {
            let fence = CodeFence(info)
            return (fence.title, fence.lines)
        }
        #expect(read("bash title=\"a b.sh\" {1,3-5}") == ("a b.sh", [1...1, 3...5]))
        #expect(read("js{2}") == ("", [2...2]))
        #expect(read("py hl_lines=\"2 4-5\" title='x'") == ("x", [2...2, 4...5]))
        #expect(read("py linenums=\"1\" title=x.py more") == ("x.py", []))
        for info in [
            "", "bash", "bash {a}", "bash {0}", "bash {3-1}", "{1", "a title=\"x", "a {1,,x} {",
            "a {99999999999999999999}",
        ] {
            #expect(read(info) == ("", []), "\(info)")
        }
    }

    @Test func titlesAndLines() {
        #expect(
            render("```bash title=\"a<b>.sh\" {1,3}\none {{v}}\ntwo\nthree\n```\n").hasPrefix(
                """
                <figure class="code"><figcaption>a&lt;b&gt;.sh</figcaption>
                <pre><code class="language-bash"><mark>one <data value="&lt;b&gt;" data-name="v">&lt;b&gt;</data></mark>
                two
                <mark>three</mark>
                </code></pre>
                </figure>
                """))
        #expect(
            render("```js {2-9}\na\nb\n```\n") == "<pre><code class=\"language-js\">a\n<mark>b</mark>\n</code></pre>\n")
        // A line's end within a value is none of the author's.
        #expect(render("```js {2}\n{{v}}\nb\n```\n", value: "x").contains("</data>\n<mark>b</mark>"))
        #expect(
            render("```js title=\"{{v}}\"\nb\n```\n", value: "<script>\"").contains(
                "<figcaption>&lt;script&gt;</figcaption>"))
    }
}
