import Foundation
import TestSupport
import Testing

/// Where readers go on from a guide.
@Suite struct OnwardTests {
    /// Guides by ID, each with its titles and its tags.
    private static func project(
        _ guides: [(id: String, titles: [String: String], tags: String)], _ configuration: String = ""
    ) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "title: {fr: Le guide, en: Guide}\nlanguages: [fr, en]\n" + configuration, at: "vademecum.yaml")
        let sections = ["fr": ["Problème", "Étapes", "Vérification"], "en": ["Problem", "Steps", "Verification"]]
        for (id, titles, tags) in guides {
            for (language, title) in titles {
                let names = sections[language] ?? []
                try folder.write(
                    "---\ntitle: \(title)\nsummary: S.\n---\n\n## \(names[0])\n\nA.\n\n## \(names[1])\n\n### Go\n\nB.\n\n## \(names[2])\n\nC.\n",
                    at: "content/\(id)/\(language).md")
            }
            try folder.write("reviewed: 2026-11-02\n\(tags)", at: "content/\(id)/guide.yaml")
        }
        let build = try Program.vademecum("build", in: folder.url)
        try #require(build.status == 0, "\(build.errors)")
        return folder
    }

    /// The links of a page to other guides: what they say of themselves, where they lead, and what they read.
    private static func links(_ page: String, _ kind: Regex<Substring>) throws -> [String] {
        guard let part = page.firstMatch(of: kind)?.output else { return [] }
        return part.matches(
            of: /href="([^"]+)"(?: lang="(\w+)" dir="\w+")?>(?:[^<]*<strong(?: lang="(\w+)" dir="\w+")?>)?([^<]+)/
        )
        .map { "\($0.1) \($0.2 ?? $0.3 ?? "")\($0.4)" }
    }

    private static func previous(_ page: String) throws -> [String] { try links(page, /<a rel="prev".*?<\/a>/) }
    private static func next(_ page: String) throws -> [String] { try links(page, /<a rel="next".*?<\/a>/) }

    @Test func `a guide leads to those before and after it in its group, by their titles`() throws {
        let guides = ["begin": "Zoom in", "send": "Mail", "network/dns": "Beta", "network/vpn": "Alpha"]
        let folder = try Self.project(
            guides.map { ($0, ["fr": "\($1) (fr)", "en": $1], "") },
            "groups:\n  - {title: First, guides: [send, begin]}\n  - {title: Net, guides: [network/]}\n")
        let first = try folder.text(at: "site/en/send/index.html")
        #expect(try Self.previous(first) == [])
        #expect(try Self.next(first) == ["../begin/index.html Zoom in"])
        let last = try folder.text(at: "site/fr/begin/index.html")
        #expect(try Self.previous(last) == ["../send/index.html Mail (fr)"])
        #expect(try Self.next(last) == [])
        // Within a folder that is a group, by title.
        let inner = try folder.text(at: "site/en/network/vpn/index.html")
        #expect(try Self.next(inner) == ["../../network/dns/index.html Beta"])
    }

    @Test func `without groups, guides of one folder follow each other by title in the reader's language`() throws {
        let folder = try Self.project([
            ("a", ["fr": "Zèbre", "en": "Ant"], ""), ("b", ["fr": "Abeille", "en": "Bee"], ""),
            ("x/c", ["fr": "Autre", "en": "Another"], ""),
        ])
        #expect(try Self.next(folder.text(at: "site/en/a/index.html")) == ["../b/index.html Bee"])
        #expect(try Self.previous(folder.text(at: "site/fr/a/index.html")) == ["../b/index.html Abeille"])
        #expect(try !folder.text(at: "site/en/x/c/index.html").contains("class=\"onward\""))
    }

    @Test func `a title in another language than the page's says which`() throws {
        let folder = try Self.project([
            ("a", ["fr": "Un", "en": "One"], "tags: [t]\n"), ("b", ["fr": "Deux"], "tags: [t]\n"),
        ])
        let page = try folder.text(at: "site/en/a/index.html")
        #expect(try Self.previous(page) == ["../b/index.html frDeux"])
        // What is on the page already is not related as well.
        #expect(!page.contains("Related guides"))
    }

    @Test func `a title with values in it is filled, with its guide's own examples`() throws {
        let folder = try Self.project(
            [
                ("a", ["fr": "Un", "en": "One"], ""),
                ("b", ["fr": "Mettre {{n}} <b>", "en": "Put {{n}} <b>"], "examples: {n: 12345}\n"),
            ], "values: {n: {type: integer, example: 1, label: N}}\n")
        #expect(try Self.next(folder.text(at: "site/en/a/index.html")) == ["../b/index.html Put 12,345 &lt;b&gt;"])
    }

    @Test func `few siblings are listed, and guides with the same tags`() throws {
        let many = (10..<60).map { number in
            (
                id: "all/g\(number)", titles: ["fr": "Titre \(number)", "en": "Title \(number)"],
                tags: "tags:\n  - everywhere\n  # rare\n  - r\(number % 5)\nerrors: [\"disk \(number) is full\"]\n"
            )
        }
        let folder = try Self.project(many)
        let page = try folder.text(at: "site/en/all/g30/index.html")
        #expect(try Self.previous(page) == ["../../all/g29/index.html Title 29"])
        let siblings = try Self.links(page, /<h2>Other guides<\/h2>.*?<\/ul>/.dotMatchesNewlines())
        #expect(siblings.map { String($0.suffix(2)) } == ["26", "27", "28", "32", "33", "34"])
        // The nearest of those that share both tags.
        let related = try Self.links(page, /<h2>Related guides<\/h2>.*?<\/ul>/.dotMatchesNewlines())
        #expect(related.map { String($0.suffix(2)) } == ["25", "35", "20", "40"])
        // A page does not grow with the project.
        #expect(page.utf8.count < 9_000)
    }

    @Test func `one guide alone leads nowhere`() throws {
        let folder = try Self.project([("a", ["fr": "Un", "en": "One"], "tags: [t]\n")])
        #expect(try !folder.text(at: "site/en/a/index.html").contains("class=\"onward\""))
    }
}
