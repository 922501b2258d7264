import Foundation
import TestSupport
import Testing

/// `vademecum render`: any Markdown, filled, to standard output.
@Suite struct RenderTests {
    private let text = "Hello *{{name}}*, {{name}} is `{{name}}`.\n"

    @Test func rendersStandardInputWithoutAProject() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.vademecum("render", "--set", "name=Ada", in: folder.url, input: Data(text.utf8))
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let ada = #"<data value="Ada" data-name="name">Ada</data>"#
        #expect(outcome.text == "<p>Hello <em>\(ada)</em>, \(ada) is <code>\(ada)</code>.</p>\n")
    }

    /// A value is a text, whatever it looks like.
    @Test func valuesNeverBecomeMarkup() throws {
        let folder = try TemporaryFolder()
        let name = "name=*A* <b>&`[x](y)"
        let html = try Program.vademecum("render", "-", "--set", name, in: folder.url, input: Data("{{name}}".utf8))
        #expect(html.text.contains(">*A* &lt;b&gt;&amp;`[x](y)</data></p>"))
        let markdown = try Program.vademecum(
            "render", "--to", "markdown", "--set", name, in: folder.url, input: Data("{{name}}".utf8))
        let again = try Program.vademecum("render", in: folder.url, input: markdown.output)
        #expect(again.text == "<p>*A* &lt;b&gt;&amp;`[x](y)</p>\n")
    }

    /// What other tools write behind headings is no text; braces that only look so are.
    @Test func takesWhatHeadingsSayOfThemselves() throws {
        let folder = try TemporaryFolder()
        let text =
            "# A *title* {#top .wide}\n\nUnder {.it}\n---\n\n> ### In a quote {#quote}\n\n## GET /users {user-id}\n"
        let html = try Program.vademecum("render", in: folder.url, input: Data(text.utf8))
        #expect(
            html.text == """
                <h1 id="top" class="wide">A <em>title</em></h1>
                <h2 class="it">Under</h2>
                <blockquote>
                <h3 id="quote">In a quote</h3>
                </blockquote>
                <h2>GET /users {user-id}</h2>

                """)
        let markdown = try Program.vademecum("render", "--to", "markdown", in: folder.url, input: Data(text.utf8))
        #expect(markdown.text == "# A *title*\n\nUnder\n---\n\n> ### In a quote\n\n## GET /users {user-id}\n")
        let wrong = try Program.vademecum("render", in: folder.url, input: Data("# T {#\"x\"}\n".utf8))
        #expect(wrong.status == 1 && wrong.errors.contains("unknown-attribute"))
    }

    @Test func rendersAFileToMarkdown() throws {
        let folder = try TemporaryFolder()
        try folder.write("---\ntitle: For {{name}}\nsummary: Short.\n---\n\n" + text, at: "note.md")
        let outcome = try Program.vademecum(
            "render", "note.md", "--to", "markdown", "--set", "name=Ada", in: folder.url)
        #expect(outcome.status == 0)
        #expect(outcome.text == "# For Ada\n\nShort.\n\nHello *Ada*, Ada is `Ada`.\n")
    }

    /// libcmark writes the filled text in its own manner; a value stays text there too.
    @Test func rendersCommonMarkAsLibcmarkWritesIt() throws {
        let folder = try TemporaryFolder()
        let text = "Title\n=====\n\n+ _a_ {{name}}\n+ b\n\nlong\nlines\n"
        let outcome = try Program.vademecum(
            "render", "--to", "commonmark", "--set", "name=*A*", in: folder.url, input: Data(text.utf8))
        #expect(outcome.status == 0)
        #expect(outcome.text == "# Title\n\n  - *a* \\*A\\*\n  - b\n\nlong\nlines\n")
    }

    /// Files of values are texts too where nobody declares any.
    @Test func takesFilesOfValuesWithoutAProject() throws {
        let folder = try TemporaryFolder()
        try folder.write("name: Ada\n", at: "mine.yaml")
        let outcome = try Program.vademecum(
            "render", "--to", "markdown", "--values", "mine.yaml", in: folder.url, input: Data(text.utf8))
        #expect(outcome.status == 0)
        #expect(outcome.text == "Hello *Ada*, Ada is `Ada`.\n")
        let missing = try Program.vademecum(
            "render", "--values", "yours.yaml", in: folder.url, input: Data(text.utf8))
        #expect(missing.status == 2)
        #expect(missing.errors.contains("yours.yaml: error[unreadable-file]"))
    }

    /// In a project its values are at hand, worded for the language of the file's name or of `--language`.
    @Test func takesTheProjectsValuesAndTheFilesLanguage() throws {
        let project = try SmallProject(
            configuration: SmallProject.configuration.replacing("[en]", with: "[en, fr]"))
        try project.write("Limite : {{limit}}\n", at: "notes/fr.md")
        #expect(try project.run("render", "notes/fr.md", "--to", "markdown").text == "Limite : 1\u{202F}000\n")
        #expect(
            try project.run("render", "notes/fr.md", "--to", "markdown", "--language", "en").text == "Limite : 1,000\n")
        let unknown = try project.run("render", "notes/fr.md", "--language", "eo")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("error[no-language]: nothing is known of the language `eo`"))
    }

    /// Private values stay private here as well.
    @Test func privateValuesReachTheTeamOnly() throws {
        let project = try SmallProject(
            configuration: SmallProject.configuration.replacing("example: org", with: "value: org-TEAM, example: org"))
        try project.write("`{{org.id}}`\n", at: "note.md")
        #expect(try project.run("render", "note.md", "--to", "markdown").text == "`org-EXAMPLE`\n")
        #expect(try project.run("render", "note.md", "--to", "markdown", "--audience", "team").text == "`org-TEAM`\n")
        let refused = try project.run("render", "note.md", "--set", "org.id=org-SET")
        #expect(refused.status == 2)
        #expect(refused.output.isEmpty)
    }

    @Test(arguments: [
        ("Hello {{nobody}}", "1:7: error[undefined-value]: no value is called `nobody`"),
        ("A <b>bold</b> word", "1:3: error[raw-html]"),
        (
            "[x](javascript:alert\\(1\\))",
            "1:1: error[broken-link]: `javascript` is not a scheme that pages may link to"
        ),
        ("\u{202E}hidden", "1:1: error[bad-character]"),
        ("<!-- only: plan=free -->", "1:1: error[undefined-value]"),
    ]) func faultsAreToldAndNothingIsPrinted(_ text: String, _ message: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.vademecum("render", in: folder.url, input: Data(text.utf8))
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("standard input:\(message)"))
        #expect(outcome.output.isEmpty)
    }

    /// A value without a value would leave a hole, here as in a guide.
    @Test func missingValuesAndMisplacedTablesAreToldInAProject() throws {
        let project = try SmallProject(
            configuration: SmallProject.configuration
                + "  plan: {type: choice, choices: {free: Free}}\n"
                + "  limits: {type: table, columns: {n: {type: integer}}, value: [{n: 1}]}\n")
        try project.write("{{plan}} and {{limits}}\n", at: "note.md")
        let outcome = try project.run("render", "note.md")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("note.md:1:1: error[missing-value]"))
        #expect(outcome.errors.contains("note.md:1:14: error[misplaced-table]"))
        #expect(outcome.output.isEmpty)
    }

    @Test func badInputIsAMatterOfUsage() throws {
        let folder = try TemporaryFolder()
        let missing = try Program.vademecum("render", "nothing.md", in: folder.url)
        #expect(missing.status == 2)
        #expect(missing.errors.contains("nothing.md: error[unreadable-file]: cannot read this file"))
        let setting = try Program.vademecum("render", "--set", "name", in: folder.url, input: Data("text".utf8))
        #expect(setting.status == 2)
        #expect(setting.errors.contains("--set name: error[wrong-shape]: expected NAME=VALUE"))
        let project = try SmallProject(configuration: "title: Guides\nlanguages: [en\n")
        try project.write("text\n", at: "note.md")
        #expect(try project.run("render", "note.md").status == 2)
    }
}
