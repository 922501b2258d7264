import Checks
import Foundation
import Guides
import Sources
import TestSupport
import Testing
import Values

@testable import Workflows

/// Pages of any structure, beside how-tos: `Tests/Fixtures/pages`.
@Suite struct PageTests {
    /// The example, on disk.
    private struct Example {
        let files: TemporaryFolder

        init() throws {
            files = try TemporaryFolder()
            try files.copy(contentsOf: Package.fixture("pages"))
        }

        var folder: ProjectFolder {
            get throws { try #require(ProjectFolder(files.path)) }
        }

        func built() throws -> Outcome<SiteBuild.Result> {
            SiteBuild(try folder, ValueOptions(), BuildOptions()).build()
        }

        func check() throws -> [Diagnostic] {
            ContentCheck(try folder, ValueOptions(), CheckOptions()).check().diagnostics
        }

        func text(_ path: String) throws -> String {
            try String(contentsOf: files.url.appending(path: path), encoding: .utf8)
        }

        func change(_ path: String, _ old: String, _ new: String) throws {
            let text = try text(path)
            #expect(text.contains(old))
            try files.write(text.replacing(old, with: new), at: path)
        }

        /// Makes the fixes of a report.
        func fix() throws {
            for change in FixPlan(try check(), read: { Array((try? text($0))?.utf8 ?? "".utf8) }).changes {
                try files.write(String(decoding: change.new, as: UTF8.self), at: change.path)
            }
        }

        func anchors(_ language: String) throws -> [String] {
            let page = try text("site/\(language)/network/index.html")
            return page.matches(of: /<(?:section|h[1-6]) id="([^"]*)"/).map { String($0.1) }
        }
    }

    private static let anchors = [
        "les-regles-d-entree", "etat", "detail", "oeuvres-et-acces", "les-passerelles", "detail-2",
    ]

    @Test func headingsHaveTheSameIDsInEveryLanguage() throws {
        let example = try Example()
        #expect(try example.built().diagnostics.isEmpty)
        for language in ["fr", "en"] { #expect(try example.anchors(language) == Self.anchors) }
    }

    @Test func textBeforeTheFirstHeadingAndNestedContentsAreOnThePage() throws {
        let example = try Example()
        _ = try example.built()
        let page = try example.text("site/en/network/index.html")
        #expect(page.contains("<h1>How the network is made</h1>"))
        #expect(page.contains("and <a href=\"#les-regles-d-entree\">rules</a>.</p>\n<ul>\n<li>Machines have no"))
        #expect(
            page.contains(
                """
                <li><a href="#les-regles-d-entree">Rules for what comes in</a>
                <ul>
                <li><a href="#etat">The state of a rule</a>
                <ul>
                <li><a href="#detail">Detail</a></li>
                </ul></li>
                """))
        #expect(page.contains("<h3 id=\"etat\">The state of a rule</h3>"))
        #expect(!page.contains("class=\"summary\""))
        let markdown = try example.text("site/en/network/index.md")
        #expect(markdown.contains("---\n\n# How the network is made\n\nThe network has a region, eu-1, and [rules]"))
        #expect(markdown.contains("### The state of a rule\n") && markdown.contains("The gateways\n------------\n"))
    }

    /// The links of the how-to lead to headings of the page, and the other way round; what leads nowhere is told.
    @Test func linksLeadToHeadingsOfAnyLevel() throws {
        let example = try Example()
        try example.change("content/open-a-port/en.md", "#detail-2", "#detail-3")
        let found = try example.check().filter { $0.severity == .error }
        #expect(found.map(\.check).contains("broken-link"))
        #expect(found.allSatisfy { $0.place.path == "content/open-a-port/en.md" })
    }

    /// A note tells of anchors that rest on titles, and its fix writes them down: then the titles may change.
    @Test func fixKeepsTheIDsInTheSource() throws {
        let example = try Example()
        #expect(
            try example.check().map(\.check).sorted() == [
                "unnamed-anchors", "unrecorded-translation", "unrecorded-translation",
            ])
        try example.fix()
        #expect(
            try example.text("content/network/en.md").contains("## Rules for what comes in {#les-regles-d-entree}\n"))
        #expect(
            try example.text("content/network/fr.md").contains("Les passerelles {#les-passerelles}\n---------------\n"))
        try example.change("content/network/fr.md", "## Les règles d’entrée", "## Ce qui entre")
        try example.change("content/network/fr.md", "### Œuvres et accès {#oeuvres-et-acces}\n\nV", "V")
        _ = try example.built()
        #expect(try example.anchors("en") == Self.anchors)
        #expect(try example.anchors("fr") == Self.anchors.filter { $0 != "oeuvres-et-acces" })
        #expect(!(try example.text("site/fr/network/index.md").contains("{#")))
        #expect(try example.check().map(\.check).contains("different-headings"))
    }

    /// A heading that one language lacks does not shift the IDs of those behind it.
    @Test func aMissingHeadingIsOneFault() throws {
        let example = try Example()
        try example.change("content/network/en.md", "#### Detail\n\nA pending rule opens nothing.\n\n", "")
        let found = try example.check().filter { $0.severity == .error }
        #expect(found.map(\.check) == ["different-headings"])
        _ = try example.built()
        #expect(try example.anchors("en") == Self.anchors.filter { $0 != "detail" })
    }

    /// What stands before the first heading is recorded, and falls behind, by itself.
    @Test func translationsAreRecordedByHeading() throws {
        let example = try Example()
        _ = TranslationWork(try example.folder, TranslationsOptions()).accept()
        try example.change("content/network/fr.md", "Les machines n’ont pas", "Les machines n’ont jamais")
        let stale = try example.check().filter { $0.check == "stale-translation" }
        #expect(stale.map(\.problem.message).map { $0.prefix(36) } == ["the text before the first heading is"])
        try example.change("content/network/fr.md", "Elle est *active*", "Elle peut être *active*")
        #expect(try example.check().filter { $0.check == "stale-translation" }.count == 2)
    }

    /// A site may be made of pages that say nothing of themselves.
    @Test func theSiteNamesTheKindOfGuidesThatNameNone() throws {
        let example = try Example()
        try FileManager.default.removeItem(at: example.files.url.appending(path: "content/network/guide.yaml"))
        #expect(try !example.built().diagnostics.isEmpty)
        try example.files.write("kind: how-to\n", at: "content/open-a-port/guide.yaml")
        try example.change("vademecum.yaml", "values:", "kind: page\nvalues:")
        #expect(try example.built().diagnostics.isEmpty)
        #expect(try example.anchors("en") == Self.anchors)
    }
}
