import Foundation
import TestSupport
import Testing

/// What this repository's own guides have to show for the program to be of use.
@Suite struct WorkedExampleTests {
    static let guides = ["raise-rate-limit", "request-too-large"]

    /// The committed site is what the content makes, also with the templates that are embedded in the program.
    @Test func committedSiteIsCurrent() throws {
        let example = try WorkedExample()
        try example.build()
        let committed = try TemporaryFolder()
        try committed.copy(contentsOf: Package.folder.appending(path: "site"))
        #expect(try example.folder.files(in: "site") == (try committed.files()))
        #expect(try example.folder.contents(of: "site") == (try committed.contents()))
    }

    /// A page carries what is its own: the rest is in one file for its language.
    @Test func noPageIsLongerThanItHasToBe() throws {
        let site = Package.folder.appending(path: "site")
        for path in try TemporaryFolder.files(in: site) where path.hasSuffix(".html") {
            #expect(try Data(contentsOf: site.appending(path: path)).count <= 18_200, "\(path)")
        }
    }

    /// What comes over the wire before a reader does anything, compressed: the page, and the style and the scripts that it names.
    @Test(arguments: ["fr", "en"], guides) func firstVisitIsLight(_ language: String, _ guide: String) throws {
        let example = try WorkedExample()
        try example.build()
        let page = try example.page(language, guide, "index.html")
        // What stands in a template is loaded when somebody asks for it.
        let shown = page.replacing(/<template.*?<\/template>/.dotMatchesNewlines(), with: "")
        let files = shown.matches(of: /(?:src|rel="stylesheet" href)="\.\.\/\.\.\/([^"]+)"/).map { String($0.1) }
        #expect(files.contains("site.css") && files.contains("open.js"))
        let texts = try [page] + files.map { try example.folder.text(at: "site/\($0)") }
        let sizes = try texts.map { try Program.named("gzip", "-9", input: Data($0.utf8)).output.count }
        #expect(sizes.reduce(0, +) <= 18_000, "\(zip(["the page"] + files, sizes).map { "\($0) \($1)" })")
    }

    /// No real organization is named anywhere in what is committed.
    @Test func contentAndConfigurationNameNoOrganization() throws {
        let example = try WorkedExample()
        for file in try example.folder.files() {
            let organizations = try example.folder.text(at: file).matches(of: /org-[A-Za-z0-9]{4,}/).map(\.output)
            #expect(organizations.allSatisfy { $0 == "org-XXXXXXXXXXXX" }, "\(file)")
        }
    }

    /// The team's build shows the organization's ID in both outputs of both languages, in code and in prose.
    @Test(arguments: ["fr", "en"], guides) func teamReadsItsOrganization(_ language: String, _ guide: String) throws {
        let example = try WorkedExample()
        try example.configure(
            "    example: org-XXXXXXXXXXXX\n", to: "    example: org-XXXXXXXXXXXX\n    value: org-TEAM42\n")
        // Both guides have it in code; a sentence shows that prose is filled as well.
        let path = "content/\(guide)/\(language).md"
        let text = try example.folder.text(at: path)
        try example.folder.write(text + "\nOrganization {{org.id}}, **{{org.id}}**.\n", at: path)
        let outcome = try example.build("--audience", "team", "--output", "team-site")
        #expect(!outcome.errors.contains("Held back"))

        let html = try example.page(language, guide, "index.html", in: "team-site")
        let id = #"<data value="org-TEAM42" data-name="org.id">org-TEAM42</data>"#
        #expect(html.contains(" in organization \(id) on "), "in the error")
        #expect(html.contains("<code>\(id)</code>"), "in code")
        #expect(html.contains("<p>Organization \(id), <strong>\(id)</strong>.</p>"), "in prose")
        #expect(!html.contains("org-XXXXXXXXXXXX"))

        let markdown = try example.page(language, guide, "index.md", in: "team-site")
        #expect(markdown.contains(" in organization org-TEAM42 on "))
        #expect(markdown.contains("`org-TEAM42`"))
        #expect(markdown.contains("Organization org-TEAM42, **org-TEAM42**."))
        #expect(!markdown.contains("org-XXXXXXXXXXXX"))
    }

    /// The public build shows the example in its place, and says so.
    @Test func publicBuildShowsTheExampleAndSaysSo() throws {
        let example = try WorkedExample()
        try example.configure(
            "    example: org-XXXXXXXXXXXX\n", to: "    example: org-XXXXXXXXXXXX\n    value: org-TEAM42\n")
        let outcome = try example.build()
        #expect(outcome.errors.hasSuffix("Held back as private: org.id. Build with --audience team to fill them in.\n"))
        for file in try example.folder.files(in: "site") {
            #expect(try !example.folder.text(at: "site/\(file)").contains("org-TEAM42"), "\(file)")
        }
        for (language, guide) in [("fr", "raise-rate-limit"), ("en", "request-too-large")] {
            let html = try example.page(language, guide, "index.html")
            #expect(html.contains(#"<data class="example" value="org-XXXXXXXXXXXX" data-name="org.id">"#))
            #expect(html.contains(#"<p class="example-note">"#))
            #expect(try example.page(language, guide, "index.md").contains("org-XXXXXXXXXXXX"))
        }
    }

    /// A number of the configuration changes every page, each in its own way of writing numbers.
    @Test(arguments: [("fr", "75\u{202F}000", "40\u{202F}000"), ("en", "75,000", "40,000")], guides)
    func newLimitReachesProseAndCode(_ language: (tag: String, new: String, old: String), _ guide: String) throws {
        let example = try WorkedExample()
        try example.configure("    value: 40000\n", to: "    value: 75000\n")
        // The table of limits is another value.
        try example.configure("tpm: 40000", to: "tpm: 1")
        try example.build()
        let html = try example.page(language.tag, guide, "index.html")
        let markdown = try example.page(language.tag, guide, "index.md")
        #expect(html.contains(#"<data value="75000" data-name="limit.current">\#(language.new)</data>"#))
        #expect(html.contains(#"Limit <data value="75000" data-name="limit.current">75000</data>"#))
        #expect(markdown.contains("**\(language.new)**"))
        #expect(markdown.contains("\n    Limit 75000, "))
        for page in [html, markdown] { #expect(!page.contains(language.old) && !page.contains("40000")) }
    }
}
