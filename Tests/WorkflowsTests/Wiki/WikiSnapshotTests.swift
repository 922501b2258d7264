import Foundation
import Guides
import Rendering
import TestSupport
import Testing
import Values

@testable import Workflows

/// Whole wikis, as they are written.
@Suite struct WikiSnapshotTests {
    @Test(arguments: WikiFlavor.allCases, WikiLayout.allCases)
    func isWrittenAsExpected(flavor: WikiFlavor, layout: WikiLayout) throws {
        let wiki = try WikiFixture().wiki(flavor, layout, settings: ["org.id=org-TEAM"])
        #expect(wiki.pages.map(\.path) == wiki.pages.map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        let text = wiki.pages.map { page in
            "\(String(repeating: "=", count: 20)) \(page.path)\n\(String(decoding: page.bytes, as: UTF8.self))"
        }.joined(separator: "\n")
        try expectSnapshot(text, at: "Tests/Fixtures/wiki/expected/\(flavor.rawValue)-\(layout.rawValue).txt")
    }

    /// The same input gives the same bytes, however many cores there are.
    @Test func twoRunsAreEqual() throws {
        let fixture = try WikiFixture()
        let runs = try [fixture.wiki(.github), fixture.wiki(.github)]
        #expect(runs[0].pages.map(\.bytes) == runs[1].pages.map(\.bytes))
    }

    /// A commit is named on every page that people read, in the page's language, when somebody asks for it.
    @Test func stampNamesTheCommit() throws {
        let fixture = try WikiFixture()
        let wiki = try fixture.wiki(.github, stamp: "0123456789ab")
        #expect(wiki.text("Requête-trop-volumineuse.md").contains("Construite à partir du commit `0123456789ab`."))
        #expect(wiki.text("Request-too-large.md").contains("Built from commit `0123456789ab`."))
        #expect(wiki.text("Home.md").contains("Built from commit `0123456789ab`."))
        #expect(try !fixture.wiki(.github).text("Request-too-large.md").contains("commit"))
    }

    /// A wiki is the team's: values come from the local file and the environment, private ones too.
    @Test func privateValuesAreFilledIn() throws {
        let fixture = try WikiFixture(["vademecum.local.yaml": "org.id: org-LOCAL\n"])
        #expect(try fixture.wiki(.github).text("Raise-a-limit---how-to.md").contains("The limit of `org-LOCAL` is"))
        let wiki = try fixture.wiki(.github, environment: ["VADEMECUM_ORG_ID": "org-ENVIRONMENT"])
        #expect(wiki.text("Raise-a-limit---how-to.md").contains("The limit of `org-ENVIRONMENT` is"))
    }

    /// Every page says where it comes from, and is told apart from lists and files.
    @Test func pagesKnowTheirOrigin() throws {
        let wiki = try WikiFixture().wiki(.github)
        let french = try #require(LanguageTag(rawValue: "fr"))
        let page = try #require(wiki.pages.first { $0.path == "Requête-trop-volumineuse.md" })
        #expect(page.origin == .guide(id: "limits/too-large", languages: [french]))
        #expect(page.sources == ["content/limits/too-large/fr.md"])
        #expect(page.title == "Requête trop volumineuse")
        let image = try #require(wiki.pages.first { $0.path == "images/raise-limit/images/the form.svg" })
        #expect(image.origin == .asset(guide: "raise-limit", name: "images/the form.svg"))
        #expect(image.sources == ["content/raise-limit/images/the form.svg"])
        #expect(wiki.pages.filter { $0.origin == .home }.map(\.path) == ["Home.md"])
    }
}
