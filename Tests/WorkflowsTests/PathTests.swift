import Foundation
import Sources
import TestSupport
import Testing

@testable import Workflows

/// Guides whose pages have an address of their own in each language.
@Suite struct PathTests {
    private static func guide(_ title: String, _ text: String, isFrench: Bool) -> String {
        let sections = isFrench ? ["Problème", "Étapes", "Vérification"] : ["Problem", "Steps", "Verification"]
        return
            "---\ntitle: \(title)\nsummary: S.\n---\n\n## \(sections[0])\n\n\(text)\n\n## \(sections[1])\n\n### Go\n\nGo.\n\n## \(sections[2])\n\nOK.\n"
    }

    private static func project(_ metadata: String = "path: {fr: messages/envoyer, en: mail}\n") throws -> TestProject {
        let project = try TestProject([
            "vademecum.yaml": "title: T\nlanguages: [fr, en]\nurl: https://guides.example.org/\n",
            "content/send/guide.yaml": metadata
                + "reviewed: 2026-01-02\nerrors: [Cannot send]\nerror-id: cannot-send\n",
            "content/send/a.png": "PNG", "content/net/vpn/guide.yaml": "path:\n  en: deep/er/vpn\n",
            "content/last/fr.md": guide("Fin", "[S](../send/fr.md#steps), [V](../net/vpn/fr.md)", isFrench: true),
        ])
        try FileManager.default.removeItem(at: project.files.url.appending(path: "content/first"))
        for tag in ["fr", "en"] {
            let isFrench = tag == "fr"
            try project.write(
                guide("Send", "![A](a.png) [V](../net/vpn/\(tag).md#steps) [S](\(tag).md#problem)", isFrench: isFrench),
                at: "content/send/\(tag).md")
            try project.write(
                guide("VPN", "[S](../../send/\(tag).md)", isFrench: isFrench), at: "content/net/vpn/\(tag).md")
        }
        return project
    }

    @Test func pagesAndWhatTheyShowStandThere() throws {
        let project = try Self.project()
        let outcome = try project.build()
        #expect(outcome.value != nil, "\(outcome.diagnostics.lines)")
        let pages = try project.files.files(in: "site").filter { $0.hasSuffix("index.md") || $0.hasSuffix("png") }
        #expect(
            pages == [
                "en/deep/er/vpn/index.md", "en/last/index.md", "en/mail/a.png", "en/mail/index.md", "fr/last/index.md",
                "fr/messages/envoyer/a.png", "fr/messages/envoyer/index.md", "fr/net/vpn/index.md",
            ])
        #expect(try project.build { $0.verifies = true }.diagnostics.isEmpty)
    }

    /// Every address that a page names leads to a file of the site.
    @Test func everyLinkLeadsToAPage() throws {
        let project = try Self.project()
        _ = try project.build()
        let files = Set(try project.files.files(in: "site"))
        var count = 0
        for page in files where page.hasSuffix(".html") || page.hasSuffix("index.md") {
            let text = try project.files.text(at: "site/\(page)")
            let addresses =
                page.hasSuffix(".html")
                ? text.matches(of: /(?:href|src)="([^"#]+)[^"]*"/).map { String($0.output.1) }
                : text.matches(of: /\]\(([^)#]+)[^)]*\)/).map { String($0.output.1) }
            for address in addresses where !address.hasPrefix("https:") && page != "404.html" {
                let base = try #require(URL(string: "file:///" + page))
                let target = try #require(URL(string: address, relativeTo: base)).standardizedFileURL.path.dropFirst()
                #expect(files.contains(String(target)), "\(page): \(address)")
                count += 1
            }
        }
        #expect(count > 100)
        // An untranslated page leads to those of its reader's language.
        #expect(try project.files.text(at: "site/en/last/index.md").contains("[S](../mail/index.md#steps)"))
        #expect(try project.files.text(at: "site/fr/last/index.md").contains("[S](../messages/envoyer/index.md#steps)"))
        #expect(try project.files.text(at: "site/en/mail/index.md").contains("[S](index.md#problem)"))
    }

    @Test func machinesAndScriptsKnowIt() throws {
        let project = try Self.project()
        _ = try project.build()
        func text(_ path: String) throws -> String { try project.files.text(at: "site/\(path)") }
        let french = "https://guides.example.org/fr/messages/envoyer/"
        for path in ["sitemap.xml", "fr/feed.xml", "fr/llms.txt", "en/mail/index.html", "e/index.json"] {
            #expect(try text(path).contains(french) || path == "e/index.json", "\(path)")
            #expect(try !text(path).contains("/fr/send"), "\(path)")
        }
        #expect(try text("fr/messages/envoyer/index.html").contains(#"<link rel="canonical" href="\#(french)">"#))
        #expect(try text("fr/search-index.js").contains(#"["messages/envoyer","Send""#))
        #expect(try text("guides.js").contains(#""hrefs":{"en":"mail/index.html","fr":"messages/envoyer/index.html"}"#))
        #expect(try text("fr/e/cannot-send/index.html").contains("../../messages/envoyer/index.html"))
        let printed = try Program.vademecum("personalise", "last", "--no-input", in: project.files.url)
        #expect(printed.text.contains("](\(french)#steps)"))
    }

    @Test func oneForAllLanguagesIsWrittenOnce() throws {
        let project = try Self.project("path: mail/send/\n")
        #expect(try project.build().value != nil)
        #expect(try project.files.files(in: "site/fr/mail/send").contains("index.html"))
        #expect(try project.files.files(in: "site/en/mail/send").contains("index.html"))
    }

    /// What stands in `guide.yaml`, and what is said of it.
    static let faults = [
        ("path: /mail\n", "`/mail` can be no path of a page"), ("path: a//b\n", "`a//b` can be no path of a page"),
        ("path: ../mail\n", "`../mail` can be no path of a page"), ("path: 'a#b'\n", "`a#b` can be no path of a page"),
        ("path: {en: last}\n", "the page of `last` stands at `last`"),
        ("path: {en: Last}\n", "the page of `last` stands at `Last`"),
        ("path: {en: deep/er/vpn}\n", "the page of `net/vpn` stands at `deep/er/vpn`"),
        ("path: {fr: e/cannot-send}\n", "a page of the site’s own stands at `e/cannot-send`"),
        ("path: {de: mail}\n", "`de` is not known here"), ("path: [a]\n", "expected a text, found a list"),
    ]

    @Test(arguments: faults) func twoPagesAtOnePlaceAreRefused(_ metadata: String, _ expected: String) throws {
        let project = try Self.project(metadata)
        let found = try project.build().diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.message) == [expected])
        #expect(found.allSatisfy { $0.place.path.hasSuffix("guide.yaml") && $0.place.sourceLine != nil })
        guard !metadata.contains("cannot-send") else { return }
        let checked = ContentCheck(try project.folder, ValueOptions(), CheckOptions()).check().diagnostics
        #expect(checked.filter { $0.severity == .error }.map(\.message) == [expected])
    }

    @Test func whereThePageWasAnotherAddressMayLead() throws {
        let project = try Self.project()
        try project.write("/fr/send/: send\n/en/old/: send#steps\nolder: send\n", at: "redirects.yaml")
        let outcome = try project.build()
        #expect(outcome.value != nil, "\(outcome.diagnostics.lines)")
        #expect(try project.files.text(at: "site/fr/send/index.html").contains("../../fr/messages/envoyer/index.html"))
        #expect(try project.files.text(at: "site/en/old/index.html").contains("../../en/mail/index.html#steps"))
        try project.write("/en/mail/: last\n", at: "redirects.yaml")
        #expect(try project.build().diagnostics.map(\.message) == ["a page is written here"])
    }

    @Test func theyAreServed() async throws {
        let server = try await LiveServer(Self.project())
        #expect(try await server.get("/fr/messages/envoyer/").body.contains("<h1>Send</h1>"))
        #expect(try await server.get("/en/mail/a.png").body == "PNG")
        #expect(try await server.get("/en/send/").status == 404)
        let events = try await server.events()
        try server.project.write("path: {fr: envoyer}\n", at: "content/send/guide.yaml")
        while !(try await events.event("change").contains("true")) {}
        #expect(try await server.get("/fr/envoyer/").status == 200)
        #expect(try await server.get("/fr/last/").body.contains("../envoyer/index.html#steps"))
        #expect(try await server.get("/en/send/").status == 200)
    }
}
