import CommonMark
import Foundation
import Guides
import Sources
import TestSupport
import Testing
import Values

@testable import Workflows

/// Notes at the end of a page, in every output.
@Suite struct FootnoteTests {
    private static let text = """
        One.[^a] Two.[^B] Again.[^A] `[^a]` \\[^a] [^none]

        - In an item [^b]

        [^b]: The *second* note, over
        two lines.

            More of it:

            - a {{value}}

        [^a]: The first[^c]
        [^c]: Word

        - A list of its own, [with a link[^a]](https://example.org)

        | a[^a] |
        | --- |
        | b |

        """

    private func render(
        _ text: String, to format: LooseRendering.Format = .html, value: String = "<b>[^a]</b>"
    ) -> (text: String, checks: [String]) {
        let outcome = LooseRendering(nil, ValueOptions(settings: ["value=\(value)"]))
            .render(SourceFile(path: "t.md", text: text), language: nil, to: format)
        return (String(decoding: outcome.value ?? [], as: UTF8.self), outcome.diagnostics.checks)
    }

    private func link(_ number: Int, _ id: String) -> String {
        "<sup class=\"noteref\"><a href=\"#fn:\(number)\" id=\"\(id)\" role=\"doc-noteref\" aria-label=\"Note \(number)\">\(number)</a></sup>"
    }

    private func back(_ number: Int, _ count: Int = 1) -> String {
        let (id, mark, name) =
            count == 1 ? ("\(number)", "", "") : ("\(number)-\(count)", "<sup>\(count)</sup>", " (\(count))")
        return
            " <a href=\"#fnref:\(id)\" role=\"doc-backlink\" aria-label=\"Back to the text, note \(number)\(name)\">↩\u{FE0E}\(mark)</a>"
    }

    /// Numbered as the text refers to them, wherever they stand, with a way back to each place.
    @Test func notesStandAtTheEnd() throws {
        let html = render(Self.text).text
        #expect(
            html.contains(
                "<p>One.\(link(1, "fnref:1")) Two.\(link(2, "fnref:2")) Again.\(link(1, "fnref:1-2")) <code>[^a]</code> [^a] [^none]</p>"
            ))
        #expect(html.contains("<a href=\"https://example.org\">with a link<sup>1</sup></a>"))
        #expect(html.contains("<th scope=\"col\">a\(link(1, "fnref:1-3"))</th>"))
        let section = try #require(html.firstRange(of: "<section class=\"footnotes\""))
        let value = "<data value=\"&lt;b&gt;[^a]&lt;/b&gt;\" data-name=\"value\">&lt;b&gt;[^a]&lt;/b&gt;</data>"
        #expect(
            html[section.lowerBound...] == """
                <section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><h2>Footnotes</h2><ol>
                <li id="fn:1">
                <p>The first\(link(3, "fnref:3"))\(back(1))\(back(1, 2))\(back(1, 3))</p>
                </li>
                <li id="fn:2">
                <p>The <em>second</em> note, over
                two lines.</p>
                <p>More of it:</p>
                <ul>
                <li>a \(value)</li>
                </ul>
                <p>\(back(2))\(back(2, 2))</p>
                </li>
                <li id="fn:3">
                <p>Word\(back(3))</p>
                </li>
                </ol></section>

                """)
    }

    /// Markdown has them as their author wrote them; a value is never the name of one.
    @Test func markdownHasThemAsTheyAre() {
        let markdown = render(Self.text, to: .markdown).text
        #expect(markdown.contains("One.[^a] Two.[^B]") && markdown.contains("\n[^a]: The first[^c]\n[^c]: Word\n"))
        #expect(markdown.contains("    - a \\<b>\\[^a\\]\\</b>\n"))
        #expect(
            render("x[^a] [^{{value}}] [^x{{value}}]\n\n[^a]: a\n", to: .markdown, value: "a").text
                .hasPrefix("x[^a] \\[^a] \\[^xa]\n"))
    }

    /// Where a note's text begins, a value could begin a list, a heading or code: behind the name GFM reads a block.
    @Test(arguments: HostileValues.values) func valuesStayTextInNotes(_ value: String) throws {
        for head in ["a[^n]\n\n[^n]: ", "a[^n]\n\n[^n]: b\n\n    "] {
            let markdown = render("\(head){{value}}\n", to: .markdown, value: value).text.utf8
            try #require(markdown.starts(with: head.utf8))
            let block = String(decoding: markdown.dropFirst(head.utf8.count), as: UTF8.self)
            let outline = try GFMOutline.of([block]).map(Outline.withElements)[0]
            let lines = outline.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.first == "paragraph" && lines.count == 2, "\(block)\n\(outline)")
        }
    }

    /// What looks like a note in code, in a comment or within a list is none, and none has the name of another's.
    @Test func whatIsNoNote() throws {
        func notes(_ text: String) throws -> [String] {
            try Document(parsing: Array(text.utf8)).footnotes.map(\.name)
        }
        #expect(try notes("```\n[^1]: a\n```\n") == [])
        #expect(try notes("<!--\n[^1]: a\n-->\n") == [])
        #expect(try notes("    [^1]: a\n") == [])
        #expect(try notes("- ```\n  [^1]: a\n  ```\n") == [])
        #expect(try notes("> [^1]: a\n\n- [^2]: b\n\n  [^3]: c\n") == [])
        #expect(try notes("[^]: a\n\n[^a b]: c\n\n[^a[b]]: c\n") == [])
        #expect(try notes("- a\n[^1]: b\n+ c\n\nd\n   [^é]:d\n* e\n[^3]:\n    f\n") == ["1", "é", "3"])
    }

    /// Lists beside notes stay lists of their own, with their items close together.
    @Test func listsBesideNotesStayAsTheyAre() {
        let html = render("a[^1]\n\n+ b\n+ c\n\n[^1]: d\n\n* e\n* f\n").text
        #expect(html.contains("<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n<ul>\n<li>e</li>\n<li>f</li>\n</ul>"))
    }

    /// On a guide's page they stand below its last section, in the page's language.
    @Test func pagesHaveThem() throws {
        let project = try TestProject([
            "content/first/en.md": TestProject.guide.replacing("wrong.", with: "wrong.[^1]\n\n[^1]: Or is it?")
        ])
        let result = try project.build()
        #expect(result.diagnostics.lines == [])
        let page = try project.files.text(at: "site/en/first/index.html")
        #expect(page.contains("wrong.<sup class=\"noteref\">"))
        let rest = page.components(separatedBy: "<section id=\"verification\">").last ?? ""
        #expect(rest.contains("<section class=\"footnotes\"") && rest.contains("<p>Or is it? <a href=\"#fnref:1\""))
        #expect(try project.files.text(at: "site/en/first/index.md").contains("wrong.[^1]\n\n[^1]: Or is it?"))
    }

    /// A note of another reader's is not shown, nor is what refers to it.
    @Test func variantsTakeTheirNotesAlong() throws {
        let project = try TestProject([
            "vademecum.yaml": """
            title: T
            languages: [en]
            values: {plan: {type: choice, value: free, choices: {free: Free, paid: Paid}, label: {en: Plan}}}
            """,
            "content/first/en.md": TestProject.guide.replacing(
                "wrong.",
                with:
                    "wrong.[^2]\n\n<!-- only: plan=paid -->\n\nPaid.[^1]\n\n[^1]: Gone.\n\n<!-- end -->\n\n[^2]: Here."),
        ])
        #expect(try project.build().diagnostics.lines == [])
        let page = try project.files.text(at: "site/en/first/index.html")
        #expect(page.contains("<li id=\"fn:1\">\n<p>Here.") && !page.contains("Gone") && !page.contains("fn:2"))
    }

    /// GitLab and Gitea know notes; elsewhere they are raised numbers and items.
    @Test func wikisHaveTheirOwnWay() throws {
        let body = "Un fait[^a], un autre[^b].\n\n[^b]: Deux.\n[^a]: Un.\n\n    Encore.\n"
        let fixture = try WikiFixture([
            "content/notes/fr.md": WikiFixture.guide("Les notes").replacing(
                "## Problème\n", with: "## Problème\n\n\(body)")
        ])
        func page(_ flavor: WikiFlavor, _ layout: WikiLayout = .pages) throws -> String {
            let wiki = try fixture.outcome(flavor, layout).value
            let page = try #require(wiki?.pages.first { String(decoding: $0.bytes, as: UTF8.self).contains("Un fait") })
            return String(decoding: page.bytes, as: UTF8.self)
        }
        #expect(try page(.gitlab).contains(body) && page(.gitea).contains(body))
        #expect(
            try page(.gitlab, .bilingual).contains("Un fait[^a-fr], un autre[^b-fr].\n\n[^b-fr]: Deux.\n[^a-fr]: Un."))
        let plain =
            "Un fait<sup>1</sup>, un autre<sup>2</sup>.\n\n+   <sup>2</sup> Deux.\n+   <sup>1</sup> Un.\n\n    Encore.\n"
        #expect(try page(.github).contains(plain) && page(.azure).contains(plain))
    }

    /// Thousands of them cost no more than as many words.
    @Test func manyNotesAreRead() {
        let notes = (0..<5000).map { "[^\($0)]: a\n" }.joined()
        let references = (0..<5000).map { "[^\($0)] " }.joined()
        #expect(render(references + "\n\n" + notes).text.components(separatedBy: "<li id=\"fn:").count == 5001)
    }
}
