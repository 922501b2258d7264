import Foundation
import Sources
import TestSupport
import Testing

@testable import Workflows

/// Addresses and anchors that have moved.
@Suite struct RedirectTests {
    private static func project(_ redirects: String, _ more: [String: String] = [:]) throws -> TestProject {
        let files = [
            "redirects.yaml": redirects, "content/first/fr.md": french, "content/deep/second/en.md": TestProject.guide,
        ]
        return try TestProject(files.merging(more) { $1 })
    }

    private static let french = """
        ---
        title: Un guide
        summary: À quoi il sert.
        ---

        ## Problème

        Rien ne va.

        ## Étapes

        ### Réparer

        Comme ceci.

        ## Vérification

        Tout va.

        """

    @Test func anOldAddressLeadsToTheNewOneInEachLanguage() throws {
        let project = try Self.project("old/guide: first\n")
        #expect(try project.build().value != nil)
        let page = try project.files.text(at: "site/fr/old/guide/index.html")
        #expect(
            page.contains(
                #"<noscript><meta http-equiv="refresh" content="0; url=../../../fr/first/index.html"></noscript>"#))
        #expect(page.contains(#"<link rel="canonical" href="../../../fr/first/index.html">"#))
        #expect(page.contains(#"<a href="../../../fr/first/index.html" hreflang="fr">"#))
        #expect(page.contains("<title>Un guide</title>"))
        #expect(page.contains(#"<script src="../../../address.js" defer></script>"#))
        #expect(try project.files.text(at: "site/en/old/guide/index.html").contains("../../../en/first/index.html"))
        #expect(try project.build { $0.verifies = true }.diagnostics.isEmpty)
        try project.files.write("x", at: "site/fr/old/guide/index.html")
        #expect(try project.build { $0.verifies = true }.diagnostics.hasErrors)
    }

    @Test func searchEnginesAreToldTheWholeAddress() throws {
        let configuration =
            "title: T\nlanguages: [en, fr]\nurl: https://guides.example.org/\nredirects: {old: deep/second}\n"
        let project = try Self.project("", ["vademecum.yaml": configuration])
        #expect(try project.build().value != nil)
        let page = try project.files.text(at: "site/en/old/index.html")
        #expect(page.contains(#"<link rel="canonical" href="https://guides.example.org/en/deep/second/">"#))
        #expect(try !project.files.text(at: "site/sitemap.xml").contains("/old/"))
    }

    @Test func anAddressFromTheRootLeadsToTheReadersLanguage() throws {
        let project = try Self.project(
            """
            /docs/Old%20page.html: first
            /fr/ancien/: first
            /guide: /fr/first/#steps
            /away: https://example.org/away
            /file/: /form.txt

            """, ["static/form.txt": "A form"])
        let outcome = try project.build()
        #expect(outcome.value != nil, "\(outcome.diagnostics.lines)")
        let page = try project.files.text(at: "site/docs/Old page.html")
        #expect(page.contains(#"<a href="../en/first/index.html" hreflang="en">"#))
        #expect(page.contains(#"<a href="../fr/first/index.html" hreflang="fr">"#))
        // Its own language is named by the address.
        let french = try project.files.text(at: "site/fr/ancien/index.html")
        #expect(french.contains(#"hreflang="fr""#) && !french.contains(#"hreflang="en""#))
        #expect(try project.files.text(at: "site/guide/index.html").contains("../fr/first/index.html#steps"))
        #expect(try project.files.text(at: "site/away/index.html").contains(#"href="https://example.org/away""#))
        #expect(try project.files.text(at: "site/file/index.html").contains(#"href="../form.txt""#))
    }

    @Test func anchorsLeadWhereTheyAreNow() throws {
        let project = try Self.project(
            """
            old: first
            old#ask: deep/second#step-1
            first#old-steps: first#steps
            first#étape: deep/second#step-1

            """)
        let outcome = try project.build()
        #expect(outcome.value != nil, "\(outcome.diagnostics.lines)")
        #expect(
            try project.files.text(at: "site/en/old/index.html")
                .contains(#"data-moved="ask=../../en/deep/second/index.html#step-1""#))
        let page = try project.files.text(at: "site/en/first/index.html")
        #expect(
            page.contains(
                #"<script src="../../moved.js" defer data-moved="old-steps=#steps %C3%A9tape=../../en/deep/second/index.html#step-1"></script>"#
            ))
        #expect(try !project.files.text(at: "site/en/deep/second/index.html").contains("moved.js"))
    }

    /// What is written, and what is said of it.
    static let faults: [(String, [String])] = [
        ("first: deep/second\n", ["redirects.yaml:1:1: `first` is a guide, so nothing can lead away from it"]),
        ("First: deep/second\n", ["redirects.yaml:1:1: `first` is a guide, so nothing can lead away from it"]),
        ("old: secnd\n", ["redirects.yaml:1:6: there is no guide `secnd`"]),
        ("old: first#stps\n", ["redirects.yaml:1:6: the guide `first` has no anchor `#stps`"]),
        ("old: older\nolder: first\n", ["redirects.yaml:1:6: `older` leads elsewhere itself"]),
        (
            "a: b\nb: c\nc: a\n",
            [
                "redirects.yaml:1:4: this leads in a circle: `a`, `b`, `c`, `a`",
                "redirects.yaml:2:4: this leads in a circle: `b`, `c`, `a`, `b`",
                "redirects.yaml:3:4: this leads in a circle: `c`, `a`, `b`, `c`",
            ]
        ),
        ("old: old\n", ["redirects.yaml:1:6: this leads in a circle: `old`, `old`"]),
        (
            "first#steps: first#problem\n",
            ["redirects.yaml:1:1: `first` has the anchor `#steps`, so nothing can lead away from it"]
        ),
        (
            "first#a: first#b\nfirst#b: first#steps\n",
            ["redirects.yaml:1:10: `first#b` leads elsewhere itself"]
        ),
        ("gone#a: first#steps\n", ["redirects.yaml:1:1: there is no page `gone` that could have had the anchor `#a`"]),
        ("/en/first/: deep/second\n", ["redirects.yaml:1:1: a page is written here"]),
        ("/: first\n", ["redirects.yaml:1:1: a page is written here"]),
        ("/fr/index.html: first\n", ["redirects.yaml:1:1: a page is written here"]),
        ("/old: /nowhere/\n", ["redirects.yaml:1:7: nothing stands at `/nowhere/`"]),
        ("old: first\n/en/old/: first\n", ["redirects.yaml:2:1: two redirects lead away from `/en/old/`"]),
        ("../old: first\n", ["redirects.yaml:1:1: `../old` can be no address of a page"]),
        ("https://example.org/: first\n", ["redirects.yaml:1:1: `https://example.org/` can be no address of a page"]),
        ("old: javascript://x\n", ["redirects.yaml:1:6: `javascript://x` can be no address"]),
        ("old: [first]\n", ["redirects.yaml:1:6: expected a text, found a list"]),
    ]

    @Test(arguments: faults) func aRedirectThatLeadsNowhereIsRefused(_ redirects: String, _ expected: [String]) throws {
        let project = try Self.project(redirects)
        let built = try project.build().diagnostics
        #expect(Disk.kind(project.files.path + "/site") == nil)
        let checked = ContentCheck(try project.folder, ValueOptions(), CheckOptions()).check().diagnostics
        for found in [built, checked] {
            let lines = found.filter { $0.severity == .error }.map {
                "\($0.place.path):\($0.place.line):\($0.place.column): \($0.message)"
            }
            #expect(lines == expected)
        }
    }

    @Test func aChainIsToldWhereItEnds() throws {
        let project = try Self.project("old: older\nolder: oldest\noldest: first\n")
        #expect(try project.build().diagnostics.compactMap(\.help) == ["lead it to `first`", "lead it to `first`"])
    }

    @Test func aStaticFileAtTheAddressIsTold() throws {
        let project = try Self.project("/old.html: first\n", ["static/old.html": "mine"])
        let lines = try project.build().diagnostics.lines
        #expect(lines.contains { $0.hasPrefix("static/old.html") && $0.contains("taken-name") }, "\(lines)")
    }

    @Test func aLinkToAGuideThatMovedSaysWhere() throws {
        let project = try Self.project(
            "old: first\n",
            ["content/third/en.md": TestProject.guide.replacing("Like so.", with: "See [this](../old/en.md).")])
        let found = try project.build().diagnostics
        #expect(found.map(\.message) == ["the guide `old` is `first` now"])
        #expect(found.compactMap(\.help) == ["link to its file in `content/first/`"])
    }

    @Test func theyAreServed() async throws {
        let server = try await LiveServer(Self.project("deep/old: first\n"))
        #expect(try await server.get("/en/deep/old/").body.contains("../../../en/first/index.html"))
        let events = try await server.events()
        try server.project.write("deep/older: first\n", at: "redirects.yaml")
        while !(try await events.event("change").contains("true")) {}
        #expect(try await server.get("/en/deep/older/").status == 200)
        #expect(try await server.get("/en/deep/old/").status == 404)
    }
}
