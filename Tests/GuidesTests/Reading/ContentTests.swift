import Sources
import TestSupport
import Testing

@testable import Guides

/// What else a file may and may not hold.
@Suite struct ContentTests {
    @Test(
        "HTML is a fault",
        arguments: [
            "A ⟦<b>⟧word⟦</b>⟧", "⟦<div>\nx\n</div>⟧", "- ⟦<i>⟧ x", "| ⟦<b>⟧ |\n| --- |",
            "⟦<?php ?>⟧", "⟦<script>alert(1)</script>⟧", "A ⟦<kbd onclick=alert(1)>⟧x", "A ⟦<ul>⟧⟦<li>⟧x",
            "⟦<details open ontoggle=x>\n</details>⟧",
            "⟦<details>\n<summary><img src=x onerror=y></summary>\n</details>⟧", "A ⟦<abbr title='x' title='y'>⟧",
            "⟦<!-- a --> b⟧", "⟦<!-- a --> <!-- b -->⟧",
        ])
    func html(body: String) throws {
        let project = try SampleProject(body: "## Notes\n\nx\n\n" + MarkedText(body).text + "\n")
        let messages = Array(repeating: "raw HTML never reaches a page", count: MarkedText(body).ranges.count)
        expect(project.diagnostics(), in: SampleProject.frontMatter + "## Notes\n\nx\n\n" + body + "\n", say: messages)
    }

    @Test func anAuthorsCommentIsSeenByNobody() throws {
        let body =
            "## Notes\n\nA<!-- aside -->B\n\n<!-- to do: {{anything}} -->\n\n- <!-- x -->\n- y\n\n<!-- a\nb -->\n"
        let project = try SampleProject(values: "anything: {type: text, value: x}", body: body)
        let edition = try project.filled().editions[0]
        #expect(edition.document.html == "<h2>Notes</h2>\n<p>AB</p>\n<ul>\n<li></li>\n<li>y</li>\n</ul>\n")
        #expect(!edition.markdownText.contains("aside"))
    }

    @Test func limitsComeBeforeTheParser() throws {
        let body = "## Notes\n\n" + String(repeating: ">", count: 5000) + " x\n"
        let project = try SampleProject(body: body)
        #expect(project.diagnostics().checks == ["too-large"])
        var diagnostics: [Diagnostic] = []
        let isRead = project.read("guide", &diagnostics) != nil
        #expect(!isRead)
    }

    @Test func placesOfNodes() throws {
        let body = "## Notes\n\nx `code` and ⟦[a](b.png)⟧\n"
        let project = try SampleProject(body: MarkedText(body).text)
        let edition = try project.guide().editions[0]
        let place = edition.place(of: edition.links[0].node)
        let text = SampleProject.frontMatter + MarkedText(body).text
        #expect(MarkedText.marking([place.range(in: text)], in: text) == SampleProject.frontMatter + body)
    }

    /// A Markdown file that belongs to no guide: no sections are asked for, and front matter may be missing.
    @Test(arguments: [
        ("# Any *title* {{limit}}\n", "# Any *title* 40,000\n"),
        ("---\ntitle: A\nsummary: B\n---\nText {{limit}}\n", "Text 40,000\n"),
        ("Text\n---\n", "Text\n---\n"),
    ])
    func looseFiles(text: String, markdown: String) throws {
        let project = try SampleProject(values: "limit: {type: integer, value: 40000}", body: "")
        var diagnostics: [Diagnostic] = []
        guard let text = project.read(SourceFile(path: "x.md", text: text), &diagnostics) else {
            throw SampleError(diagnostics)
        }
        #expect(diagnostics.lines == [])
        #expect(text.filled(from: try project.book()).editions[0].markdownText == markdown)
    }

    @Test(arguments: [
        ("A ⟦{{limt}}⟧\n", ["no value is called `limt`"]), ("A ⟦<b>⟧\n", ["raw HTML never reaches a page"]),
        ("---\ntitle: The ⟦{{limt}}⟧\nsummary: B\n---\nx\n", ["no value is called `limt`"]),
    ])
    func looseFaults(marked: String, messages: [String]) throws {
        let project = try SampleProject(values: "limit: {type: integer, value: 40000}", body: "")
        var diagnostics: [Diagnostic] = []
        _ = project.read(SourceFile(path: "x.md", text: MarkedText(marked).text), &diagnostics)
        expect(diagnostics, in: marked, say: messages)
    }
}

/// `guide.yaml`.
@Suite struct GuideMetadataTests {
    @Test func everything() throws {
        let metadata = """
            kind: how-to
            tags: [openai, limits]
            reviewed: 2026-11-23
            review-every: 180 days
            errors: ["Limit {{limit}}"]
            examples: {limit: 5, plan: free}
            """
        let values = "limit: {type: integer}\nplan: {type: choice, choices: {free: Free}}"
        let guide = try SampleProject(values: values, metadata: metadata, body: "## Notes\n\nx\n").guide()
        #expect(guide.metadata.tags == ["openai", "limits"])
        #expect(guide.metadata.reviewed?.iso == "2026-11-23")
        #expect(guide.metadata.reviewEvery == 15_552_000)
        #expect(guide.metadata.errors.map(\.names) == [["limit"]])
        #expect(guide.metadata.examples == ["limit": .number(5), "plan": .choice("free")])
    }

    @Test func nothing() throws {
        let guide = try SampleProject(body: "## Notes\n\nx\n").guide()
        #expect(guide.metadata.kind == "how-to")
        #expect(guide.metadata.errors.isEmpty)
    }

    @Test(
        "Faults",
        arguments: [
            ("reviewed: ⟦yesterday⟧", "expected a date such as 2026-11-23, found `yesterday`"),
            ("review-every: ⟦180⟧", "expected a duration such as `180 days`, found `180`"),
            ("⟦tag⟧: a", "`tag` is not known here"),
            ("examples: {⟦limits⟧: 5}", "no value is called `limits`"),
            ("examples: {limit: ⟦many⟧}", "`limit` takes a whole number such as 40000, not `many`"),
            ("errors:\n  - |-\n    Limit of {{limit}}\n    in ⟦{{limits}}⟧ all", "no value is called `limits`"),
        ])
    func faults(marked: String, message: String) throws {
        let project = try SampleProject(
            values: "limit: {type: integer, value: 1}", metadata: MarkedText(marked).text, body: "## Notes\n\nx\n")
        expect(project.diagnostics(), in: marked, say: [message])
    }
}
