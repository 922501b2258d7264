import Foundation
import TestSupport
import Testing

/// `vademecum import DIR` of texts with elements of HTML that a page has, or has in Markdown.
@Suite struct ElementImportTests {
    /// What becomes of a text in English, whose French is the same, and the report.
    private func page(_ text: String, _ path: String, _ arguments: String...) throws -> (
        page: String, report: String
    ) {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        try source.write("---\ntitle: Start\n---\n\n\(text)\n", at: path)
        try source.write("---\ntitle: Début\n---\n\n\(text)\n", at: "fr/\(path)")
        let outcome = try Program.vademecum(
            ["import", source.path, "--languages", "en,fr"] + arguments, in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let content = try project.files().first { $0.hasPrefix("content/") && $0.hasSuffix("en.md") } ?? ""
        return (try project.text(at: content), outcome.text)
    }

    /// What code hosts show of definitions are elements; what they hold stays Markdown.
    @Test func definitionsBecomeElements() throws {
        let (text, report) = try page(
            """
            Opening.

            Short term
            :   Its *meaning*,
                on two lines.

                A second paragraph.

            :   Another one.

            `code`
            Other
            : One line.

            ```
            Term
            :   code
            ```

            <dl class="x">
              <dt>A</dt>
              <dd>The <code>first</code></dd>
              <dt><b>B</b>
              <dd>The second
            </dl>

            <img src="https://example.org/a.png" alt="A picture" class="wide" width="120px"/>

            The end.
            """, "page.md", "--from", "mkdocs")
        #expect(
            text.contains(
                """
                <dl>
                <dt>Short term</dt>
                <dd>

                Its *meaning*,
                on two lines.

                A second paragraph.

                </dd>
                <dd>

                Another one.

                </dd>
                <dt>

                `code`

                </dt>
                <dt>Other</dt>
                <dd>

                One line.

                </dd>
                </dl>
                """), "\(text)")
        #expect(text.contains("Term\n:   code\n```"))
        #expect(
            text.contains(
                """
                <dl>
                <dt>A</dt>
                <dd>

                The `first`

                </dd>
                <dt>

                **B**

                </dt>
                <dd>

                The second

                </dd>
                </dl>
                """), "\(text)")
        #expect(text.contains("\n<img src=\"https://example.org/a.png\" alt=\"A picture\" width=\"120\">\n"), "\(text)")
        #expect(!report.contains("definition"), "\(report)")
    }

    /// Words with an explanation are abbreviations, and tables of text are tables of Markdown.
    @Test func explainedWordsAndTablesOfElements() throws {
        let (text, _) = try page(
            """
            A <dfn title='the "first" thing' class="x">word</dfn>, a <dfn>term</dfn> and an <abbr title="Too" id="y">A</abbr>.

            <table class="wide">
              <thead><tr><th>Name</th><th align="left">What it <b>is</b></th></tr></thead>
              <tbody>
                <tr>
                  <td><code>a|b</code></td>
                  <td>Some
                      text</td>
                </tr>
                <tr><td>short
              </tbody>
            </table>

            ```python
            wait(1)!  # (1)! (12)! (x)!
            ```

            <table><tr><td><ul><li>A list</li></ul></td></tr></table>

            The end.
            """, "page.md", "--from", "mkdocs")
        #expect(
            text.contains(
                "A <abbr title=\"the &quot;first&quot; thing\">word</abbr>, a *term* and an <abbr title=\"Too\">A</abbr>."
            ),
            "\(text)")
        #expect(
            text.contains("| Name | What it **is** |\n| --- | --- |\n| `a\\|b` | Some text |\n| short |  |\n"),
            "\(text)")
        #expect(text.contains("A list") && text.contains("wait(1)!  # (1) (12) (x)!\n"), "\(text)")
    }
}
