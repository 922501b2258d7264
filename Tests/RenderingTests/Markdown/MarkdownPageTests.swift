import Sources
import TestSupport
import Testing

@testable import Rendering

/// The Markdown of a guide: the page as a person would have written it.
@Suite struct MarkdownPageTests {
    static let values =
        "limit: {type: integer, value: 40000}\nlimits: {type: table, columns: {n: {type: integer, label: {en: N, fr: N}}}, value: [{n: 1}]}"

    @Test func aWholePage() throws {
        let text = """
            ---
            title: Raise *{{limit}}*
            summary: Above {{limit}} & beyond.
            ---
            ## Problem

            You are at **{{limit}}** (`{{limit}}`).

            ## Steps

            ### Open the page

            1. One
            2. Two

            ### Ask

            #### With the form {.recommended}

            Fill it in.

            #### With support {#support}

            > [!TIP]
            > Be kind.

            ## Notes {#notes}

            ### More

            {{limits}}

            - [ ] Done ~~soon~~

            """
        let project = try SampleProject(values: Self.values, languages: ["en"], content: ["guide/en.md": text])
        let expected = """
            # Raise \\*40,000\\*

            Above 40,000 & beyond.

            ## Problem

            You are at **40,000** (`40000`).

            ## Steps

            ### 1. Open the page

            1. One
            2. Two

            ### 2. Ask

            #### Option A: With the form (recommended)

            Fill it in.

            #### Option B: With support

            > [!TIP]
            > Be kind.

            ## Notes

            ### More

            | N |
            | --: |
            | 1 |

            - [ ] Done ~~soon~~

            """
        let written = try project.rendered().markdownText
        #expect(written == expected)
    }

    /// “Option A”, the colon and “recommended” are the language's words.
    @Test(arguments: [
        ("fr", "Étapes", "#### Option A\u{A0}: Vite (recommandé)"),
        ("en", "Steps", "#### Option A: Vite (recommended)"),
        ("ar", "الخطوات", "#### الخيار 1: Vite (موصى به)"),
    ])
    func labels(language: String, steps: String, heading: String) throws {
        let body = "## \(steps)\n\n### A\n\n#### Vite {.recommended}\n\nx\n"
        let project = try SampleProject(
            languages: [language], content: ["guide/\(language).md": SampleProject.frontMatter + body])
        let written = try project.rendered(in: language).markdownText
        #expect(written.contains("\n\(heading)\n"))
    }

    /// A label comes before the title's first value, and behind its last.
    @Test func labelsOfTitlesThatAreValues() throws {
        let body = "## Steps\n\n### {{limit}} first\n\n#### {{limit}} {.recommended}\n\nx\n"
        let written = try SampleProject(values: Self.values, body: body).rendered().markdownText
        #expect(written.contains("### 1. 40,000 first\n\n#### Option A: 40,000 (recommended)\n"))
    }

    @Test(arguments: [(1, "A"), (2, "B"), (26, "Z"), (27, "AA"), (28, "AB"), (52, "AZ"), (53, "BA")])
    func letters(number: Int, letter: String) throws {
        let options = (1...number).map { "#### Way \($0)\n\nx\n\n" }.joined()
        let edition = try SampleProject(body: "## Steps\n\n### A\n\n" + options).rendered()
        #expect(edition.sections[0].steps[0].options.last?.label == "Option \(letter)")
    }

    /// What was put in for the Markdown is taken out again before the HTML is written.
    @Test func theHTMLKnowsNothingOfIt() throws {
        let edition = try SampleProject(body: "## Steps\n\n### Open\n\n#### Fast {.recommended}\n\nx\n").rendered()
        let step = edition.sections[0].steps[0]
        #expect(edition.text(step.titleHTML) == "Open")
        #expect(edition.text(step.options[0].titleHTML) == "Fast")
        #expect(edition.text(step.options[0].html) == "<p>x</p>")
        #expect(!String(decoding: edition.html, as: UTF8.self).contains("Title"))
    }
}
