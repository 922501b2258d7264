import Foundation
import TestSupport
import Testing

/// The order and the groups that a project gives its guides.
@Suite struct GroupTests {
    /// Five guides, whose folders and titles sort otherwise than the project wants them.
    private static func project(_ configuration: String = groups) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "title: {fr: Le guide, en: The guide}\nlanguages: [fr, en]\n" + configuration, at: "vademecum.yaml")
        for (id, title) in [
            ("begin", "Zoom in"), ("network/dns", "Beta"), ("network/old/proxy", "Gamma"), ("network/vpn", "Alpha"),
            ("send", "Mail"), ("about", "Éclair"),
        ] {
            for (language, sections) in [
                ("fr", ["Problème", "Étapes", "Vérification"]), ("en", ["Problem", "Steps", "Verification"]),
            ] {
                let body =
                    "## \(sections[0])\n\nText.\n\n## \(sections[1])\n\n### Go\n\nGo.\n\n## \(sections[2])\n\nOK.\n"
                try folder.write(
                    "---\ntitle: \(title)\nsummary: S.\n---\n\n\(body)", at: "content/\(id)/\(language).md")
            }
            try folder.write("tags: [net]\n", at: "content/\(id)/guide.yaml")
        }
        return folder
    }

    private static let groups = """
        tags: {net: {fr: Réseau, en: Network}}
        groups:
          - {title: {fr: Premiers pas, en: First steps}, guides: [send, begin]}
          - {title: {fr: Le réseau, en: The network}, guides: [network/vpn, network/]}

        """

    private static func titles(_ page: String) -> [String] {
        page.matches(of: /(?:<h2 id="[a-z0-9-]+">|index\.html">)([^<]+)</).map { String($0.output.1) }
    }

    @Test func `the home shows groups in their order, and the rest behind them`() throws {
        let project = try Self.project()
        let outcome = try Program.vademecum("build", in: project.url)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let expected = ["Mail", "Zoom in", "The network", "Alpha", "Beta", "Gamma", "Other guides", "Éclair"]
        #expect(Self.titles(try project.text(at: "site/en/index.html")).suffix(8) == expected[...])
        let french = try project.text(at: "site/fr/index.html")
        #expect(french.contains(#"<h2 id="group-1">Premiers pas</h2>"#))
        #expect(french.contains("<li>Réseau</li>"))
        let guide = try project.text(at: "site/fr/network/old/proxy/index.html")
        #expect(guide.contains(#"<a href="../../../../fr/index.html#group-2">Le réseau</a>"#))
        #expect(try !project.text(at: "site/fr/about/index.html").contains(#"class="trail""#))
        let list = try project.text(at: "site/en/llms.txt").matches(of: /\[([^\]]+)\]/).map { String($0.output.1) }
        #expect(list == ["Mail", "Zoom in", "Alpha", "Beta", "Gamma", "Éclair"])
    }

    @Test func `without groups guides stand by title`() throws {
        let project = try Self.project("")
        #expect(try Program.vademecum("build", in: project.url).status == 0)
        let expected = ["Alpha", "Beta", "Éclair", "Gamma", "Mail", "Zoom in"]
        #expect(Self.titles(try project.text(at: "site/en/index.html")).suffix(6) == expected[...])
    }

    @Test func `a guide's own number goes before its title`() throws {
        let project = try Self.project("")
        for (id, number) in [("send", "2"), ("about", "10"), ("network/vpn", "1.5")] {
            try project.write("tags: [net]\norder: \(number)\n", at: "content/\(id)/guide.yaml")
        }
        #expect(try Program.vademecum("build", in: project.url).status == 0)
        let expected = ["Alpha", "Mail", "Éclair", "Beta", "Gamma", "Zoom in"]
        #expect(Self.titles(try project.text(at: "site/en/index.html")).suffix(6) == expected[...])
        let list = try project.text(at: "site/en/llms.txt").matches(of: /\[([^\]]+)\]/).map { String($0.output.1) }
        #expect(list == ["Alpha", "Mail", "Éclair", "Zoom in", "Beta", "Gamma"])
        #expect(try project.text(at: "site/en/send/index.html").contains(#"<a rel="next" href="../about/index.html">"#))
        #expect(try Program.vademecum("wiki", "--output", "wiki", in: project.url).status == 0)
        let sidebar = try project.text(at: "wiki/_Sidebar.md")
        let places = ["Alpha", "Mail", "Éclair", "Zoom in"].compactMap { sidebar.range(of: $0)?.lowerBound }
        #expect(places.count == 4 && places == places.sorted(), "\(sidebar)")
        // A group that names guides knows better.
        let grouped = try Self.project()
        try grouped.write("order: 1\n", at: "content/begin/guide.yaml")
        try grouped.write("order: 1\n", at: "content/network/old/proxy/guide.yaml")
        #expect(try Program.vademecum("build", in: grouped.url).status == 0)
        let titles = ["Mail", "Zoom in", "The network", "Alpha", "Gamma", "Beta", "Other guides", "Éclair"]
        #expect(Self.titles(try grouped.text(at: "site/en/index.html")).suffix(8) == titles[...])
        try grouped.write("order: first\n", at: "content/begin/guide.yaml")
        let wrong = try Program.vademecum("build", in: grouped.url)
        #expect(wrong.errors.contains("content/begin/guide.yaml:1:8: error[wrong-shape]: expected a number such as 10"))
    }

    @Test func `the wiki's sidebar has the same groups`() throws {
        let project = try Self.project()
        let outcome = try Program.vademecum("wiki", "--output", "wiki", in: project.url)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let sidebar = try project.text(at: "wiki/_Sidebar.md")
        let order = [
            "Premiers pas", "Mail", "Zoom in", "Le réseau", "Alpha", "Beta", "Gamma", "Autres guides", "Éclair",
        ]
        let places = order.compactMap { sidebar.range(of: $0)?.lowerBound }
        #expect(places.count == order.count && places == places.sorted(), "\(sidebar)")
    }

    @Test func `a group names guides that there are, each once`() throws {
        let wrong = try Self.project("groups:\n  - {title: A, guides: [sent, begin]}\n")
        let outcome = try Program.vademecum("build", in: wrong.url)
        #expect(outcome.status == 1 || outcome.status == 2)
        #expect(outcome.errors.contains("error[unknown-group-member]: there is no guide `sent`"))
        #expect(outcome.errors.contains("did you mean `send`?"))
        let twice = try Self.project(
            "groups:\n  - {title: A, guides: [begin]}\n  - {title: B, guides: [begin]}\n")
        let second = try Program.vademecum("build", in: twice.url)
        #expect(second.errors.contains("error[repeated-name]: `begin` is there already"))
        withExtendedLifetime((wrong, twice)) {}
    }
}
