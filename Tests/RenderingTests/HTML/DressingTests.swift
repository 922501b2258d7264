import Sources
import TestSupport
import Testing

@testable import Rendering

/// What a filled tree looks like in HTML.
@Suite struct DressingTests {
    static let values = """
        limit: {type: integer, value: 40000}
        used: {type: integer, example: 5}
        wait: {type: duration, value: 6.141 s}
        page: {type: url, value: "https://example.org/?a=b&c=d"}
        metric: {type: choice, value: tpm, choices: {tpm: {en: per minute, match: [tokens per min]}}}
        plan: {type: choice, choices: {free: {en: Free}, paid: {en: Paid}}}
        arabic: {type: text, value: مرحبا}
        hostile: {type: text, value: "\\"><script>alert('x')</script>&"}
        limits:
          type: table
          columns: {model: {type: identifier, label: {en: Model}}, tpm: {type: integer, label: {en: Tokens}}}
          value: [{model: gpt-a, tpm: 40000}]
        """

    static let limit = "<data value=\"40000\" data-name=\"limit\">"

    @Test(
        "Values are marked with what programs read, and their names",
        arguments: [
            ("{{limit}}", "<p>\(limit)40,000</data></p>"),
            ("`a {{limit}} b`", "<p><code>a \(limit)40000</data> b</code></p>"),
            (
                "```json\n{\"a\": {{limit}}}\n```",
                "<pre><code class=\"language-json\">{&quot;a&quot;: \(limit)40000</data>}\n</code></pre>"
            ),
            ("**{{limit}}**", "<p><strong>\(limit)40,000</data></strong></p>"),
            ("{{used}}", "<p><data class=\"example\" value=\"5\" data-name=\"used\">5</data></p>"),
            ("{{wait}}", "<p><data value=\"6.141s\" data-name=\"wait\">6.141 sec</data></p>"),
            (
                "{{metric}} `{{metric}}`",
                "<p><data value=\"tpm\" data-name=\"metric\">per minute</data> <code><data value=\"tpm\" data-name=\"metric\">tokens per min</data></code></p>"
            ),
            (
                "{{page}}",
                "<p><a href=\"https://example.org/?a=b&amp;c=d\" data-href=\"{{page}}\" class=\"bare\"><data value=\"https://example.org/?a=b&amp;c=d\" data-name=\"page\">https://example.org/?a=b&amp;c=d</data></a></p>"
            ),
            (
                "[x](https://example.org/{{limit}})",
                "<p><a href=\"https://example.org/40000\" data-href=\"https://example.org/{{limit}}\">x</a></p>"
            ),
            ("![{{limit}}](a.png \"{{limit}}\")", "<p><img src=\"a.png\" alt=\"40,000\" title=\"40,000\" /></p>"),
            (
                "{{arabic}}.",
                "<p><data value=\"مرحبا\" data-name=\"arabic\" dir=\"auto\">مرحبا</data>.</p>"
            ),
            (
                "{{hostile}}",
                "<p><data value=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;\" data-name=\"hostile\">&quot;&gt;&lt;script&gt;alert('x')&lt;/script&gt;&amp;</data></p>"
            ),
            (
                "`{{hostile}}`",
                "<p><code><data value=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;\" data-name=\"hostile\">&quot;&gt;&lt;script&gt;alert('x')&lt;/script&gt;&amp;</data></code></p>"
            ),
            (
                "{{limits}}",
                "<div class=\"table\"><table><thead><tr><th scope=\"col\">Model</th><th scope=\"col\" class=\"align-right\">Tokens</th></tr></thead><tbody><tr><td><data value=\"gpt-a\" data-name=\"limits.model\">gpt-a</data></td><td class=\"align-right\"><data value=\"40000\" data-name=\"limits.tpm\">40,000</data></td></tr></tbody></table></div>"
            ),
        ])
    func values(body: String, html: String) throws {
        let written = try Self.html(body)
        #expect(written == html)
    }

    @Test(
        "What CommonMark has no element for",
        arguments: [
            ("~~a *b*~~", "<p><del>a <em>b</em></del></p>"),
            (
                "- [ ] a\n- [x] **b**\n- c",
                "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled> a</label></li>\n<li class=\"task\"><label><input type=\"checkbox\" disabled checked> <strong>b</strong></label></li>\n<li>c</li>\n</ul>"
            ),
            (
                "> [!WARNING]\n> Take *care*.",
                "<aside class=\"alert alert-warning\"><p class=\"alert-title\">Warning</p>\n<p>Take <em>care</em>.</p>\n</aside>"
            ),
            (
                "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | `2` | ~~3~~ | [4](#notes) |",
                "<div class=\"table\"><table><thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"align-left\">b</th><th scope=\"col\" class=\"align-center\">c</th><th scope=\"col\" class=\"align-right\">d</th></tr></thead><tbody><tr><td>1</td><td class=\"align-left\"><code>2</code></td><td class=\"align-center\"><del>3</del></td><td class=\"align-right\"><a href=\"#notes\">4</a></td></tr></tbody></table></div>"
            ),
            ("### Sub *heading*\n\nx", "<h3 id=\"notes-1\">Sub <em>heading</em></h3>\n<p>x</p>"),
            ("### One {#own}\n\n### Two\n", "<h3 id=\"own\">One</h3>\n<h3 id=\"notes-2\">Two</h3>"),
        ])
    func elements(body: String, html: String) throws {
        let written = try Self.html(body)
        #expect(written == html)
    }

    @Test(
        "Variants say for whom they are, while nobody knows who reads",
        arguments: [
            (
                "<!-- only: plan=paid -->\n\nFast.\n\n<!-- end -->",
                "<p data-only=\"plan=paid\"><em data-label>(plan: Paid)</em> Fast.</p>"
            ),
            (
                "- a\n<!-- only: plan=paid|free -->\n- b\n<!-- end -->\n- c",
                "<ul>\n<li>a</li>\n<li data-only=\"plan=paid|free\"><em data-label>(plan: Free or Paid)</em> b</li>\n<li>c</li>\n</ul>"
            ),
            (
                "<!-- only: plan=free -->\n- [ ] a {{limit}}\n<!-- end -->",
                "<ul>\n<li data-only=\"plan=free\" class=\"task\"><label><input type=\"checkbox\" disabled> <em data-label>(plan: Free)</em> a \(limit)40,000</data></label></li>\n</ul>"
            ),
        ])
    func variants(body: String, html: String) throws {
        let written = try Self.html(body)
        #expect(written == html)
    }

    @Test func onceItIsKnownTheMarksAreGone() throws {
        let body =
            "<!-- only: plan=paid -->\n\nFast.\n\n<!-- end -->\n\n<!-- only: plan=free -->\n\nSlow.\n\n<!-- end -->"
        let written = try Self.html(body, settings: ["plan=paid"])
        #expect(written == "<p>Fast.</p>")
    }

    /// A value's number travels in a few bytes: however many cells a page has, each keeps its own.
    @Test func aTableOfManyCells() throws {
        let count = 10_000
        let rows = (0..<count).map { "{n: \($0)}" }.joined(separator: ", ")
        let values = "big: {type: table, columns: {n: {type: integer}}, value: [\(rows)]}"
        let edition = try SampleProject(values: values, body: "## Notes\n\n{{big}}\n").rendered()
        let html = edition.text(edition.sections[0].html)
        for number in [0, 1, 63, 64, 4095, 4096, 5000, count - 1] {
            #expect(html.contains("value=\"\(number)\" data-name=\"big.n\">"))
        }
        #expect(html.ranges(of: "<data ").count == count)
    }

    @Test func linksLeadToPages() throws {
        let project = try SampleProject(
            languages: ["en"],
            content: [
                "a/b/en.md": SampleProject.frontMatter
                    + "## Notes\n\n[x](../../c/en.md#step-2) [y](en.md) ![z](<a b.png>)\n",
                "a/b/a b.png": "",
            ])
        let edition = try project.rendered("a/b")
        #expect(
            edition.text(edition.sections[0].html)
                == "<p><a href=\"../../c/index.html#step-2\">x</a> <a href=\"index.html\">y</a> "
                + "<img src=\"a%20b.png\" alt=\"z\" /></p>")
        #expect(edition.markdownText.contains("[x](../../c/index.md#step-2) [y](index.md) ![z](<a b.png>)"))
    }

    /// Titles are what was filled in, as text and as HTML.
    @Test func titlesOfSections() throws {
        let body = "## Above {{limit}} *R&D* {#notes}\n\nx\n"
        let edition = try SampleProject(values: Self.values, body: body).rendered()
        #expect(edition.sections[0].title == "Above 40,000 R&D")
        #expect(edition.text(edition.sections[0].titleHTML) == "Above \(Self.limit)40,000</data> <em>R&amp;D</em>")
    }

    private static func html(_ body: String, settings: [String] = []) throws -> String {
        let project = try SampleProject(values: values, body: "## Notes\n\n\(body)\n")
        let edition = try project.rendered(settings: settings)
        return edition.text(edition.sections[0].html)
    }
}
