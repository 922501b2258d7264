import Foundation
import Guides
import Sources
import TestSupport
import Testing
import Values

@testable import Workflows

/// The few HTML elements that a text may have, in every output.
@Suite struct ElementTests {
    private static let text = """
        Press <KBD>Ctrl</KBD>+<kbd>{{key}}</kbd><br/>for H<sub>2</sub>O, 2<sup>*nd*</sup> <abbr title="a &lt;b> 'c'">AB</abbr>.

        <details open>
        <summary>More & "more" &amp; {braces}</summary>

        - One

        ```html
        <details>
        ```

        </details>

        | a | b |
        | --- | --- |
        | <ul><li>one</li><li>`two`</li></ul> | c<br>d |

        """

    private func render(_ text: String, to format: LooseRendering.Format = .html) -> (text: String, checks: [String]) {
        let outcome = LooseRendering(nil, ValueOptions(settings: ["key=<b onclick=x>"]))
            .render(SourceFile(path: "t.md", text: text), language: nil, to: format)
        return (String(decoding: outcome.value ?? [], as: UTF8.self), outcome.diagnostics.checks)
    }

    @Test func tagsAreWrittenAnew() {
        let (html, checks) = render(Self.text)
        #expect(checks == [])
        #expect(
            html.hasPrefix(
                "<p>Press <kbd>Ctrl</kbd>+<kbd><data value=\"&lt;b onclick=x&gt;\" data-name=\"key\">&lt;b onclick=x&gt;</data></kbd><br>for H<sub>2</sub>O, 2<sup><em>nd</em></sup> <abbr title=\"a &lt;b&gt; 'c'\">AB</abbr>.</p>\n"
            ))
        #expect(
            html.contains(
                "<details open><summary>More & &quot;more&quot; &amp; {braces}</summary>\n<ul>\n<li>One</li>\n</ul>\n"))
        #expect(html.contains("&lt;details&gt;\n</code></pre>\n</details>\n"))
        #expect(html.contains("<td><ul><li>one</li><li><code>two</code></li></ul></td><td>c<br>d</td>"))
    }

    /// Terms are words, or Markdown like what they mean.
    @Test func definitionsAreLists() throws {
        let text = """
            <dl>
            <dt>RPM &amp; "co"</dt>
            <dd>Requests per minute</dd>
            <dt>

            `TPM`

            </dt>
            <dd>

            Tokens, *{{key}}*:

            - one

            </dd>
            </dl>

            """
        let (html, checks) = render(text)
        #expect(checks == [])
        #expect(
            html.hasPrefix(
                "<dl><dt>RPM &amp; &quot;co&quot;</dt><dd>Requests per minute</dd><dt>\n<p><code>TPM</code></p>\n</dt><dd>\n<p>Tokens, <em><data"
            ), "\(html)")
        #expect(html.hasSuffix("<li>one</li>\n</ul>\n</dd></dl>\n"), "\(html)")
        #expect(render(text, to: .markdown).text.contains("<dd>Requests per minute</dd>\n<dt>\n\n`TPM`\n\n</dt>"))
    }

    /// Markdown has them as their author wrote them, and reads back.
    @Test func markdownHasThemAsTheyAre() {
        let markdown = render(Self.text, to: .markdown).text
        #expect(
            markdown.contains("Press <KBD>Ctrl</KBD>+<kbd>")
                && markdown.contains("<details open>\n<summary>More & \"more\""))
        #expect(markdown.contains("| <ul><li>one</li><li>`two`</li></ul> | c<br>d |"))
        #expect(render(markdown).checks == [])
    }

    @Test(arguments: [
        "<kbd>x\n", "x</kbd>\n", "*<kbd>x*</kbd>\n", "<sub>a<sup>b</sub></sup>\n", "<details>\n\nx\n",
        "x\n\n</details>\n",
        "> <details>\n>\n> x\n\n</details>\n", "<summary>x</summary>\n", "<dt>x</dt>\n", "<dl>\n<dt>x</dt>\n",
        "<dl>\n<dd>\n\n<dt>x</dt>\n\n</dd>\n</dl>\n", "| <ul><li>a</ul> |\n| --- |\n",
    ])
    func whatIsNotClosedIsAFault(_ text: String) {
        #expect(render(text).checks.contains("unpaired-element"))
    }

    @Test(arguments: [
        "<kbd style=\"x\">a</kbd>", "<abbr title=\"x\" onclick=\"y\">a</abbr>", "<sub/onclick=x>a</sub>",
        "<details ontoggle=x>\n</details>",
        "<details>\n<summary>a <b>b</b></summary>\n\n</details>", "<details>\ntext\n\n</details>",
        "<ul><li>a</li></ul>",
        "a <ul><li>b</li></ul>", "<script>a</script>", "<img src=x onerror=y>", "<abbr title=\"{{key}}\">a</abbr>",
        "</br>",
        "<details>\n<summary>{{key}}</summary>\n\n</details>", "a <svg><style>b</style></svg>",
        "<kbd\u{0B}onclick=x>a</kbd>", "<dl>\n<dt>a <b>b</b></dt>\n</dl>", "<dl>\n<dt>a</dd>\n</dl>",
        "<dl>\ntext\n</dl>",
        "<dl class=x>\n</dl>", "<img src=x srcset=y>", "<img src=x width=\"50%\">", "<img src=x alt=\"{{key}}\">",
        "<img src=\"\">", "<img src=x style=\"a\" alt=\"b\">", "<img src=x src=y>", "<img src=x width=0>",
    ])
    func everythingElseIsRefused(_ text: String) {
        let (html, checks) = render(text + "\n")
        #expect(html.isEmpty && !checks.isEmpty)
    }

    /// Thousands of them cost no more than as many words.
    @Test func manyElementsAreRead() {
        let (html, checks) = render(String(repeating: "<kbd>x</kbd> ", count: 20_000) + "\n")
        #expect(checks == [] && html.utf8.count > 200_000)
    }
}
