import Foundation
import TestSupport
import Testing

/// What machines read of a guide, whatever is in it.
@Suite struct MachineTests {
    private static let hostile = #"</script><script>alert(1)</script> & "quotes" <!-- ]]> \ é"#

    /// A guide in two languages and one in French alone, with a value that is private and one that is not.
    private static func project(_ more: String = "url: https://docs.example.org/x/\n") throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            title: {fr: "Les guides & co", en: The guides}
            languages: [fr, en]
            groups: [{title: {fr: "Le « réseau »", en: "</script>"}, guides: [hostile]}]
            values:
              secret: {type: text, private: true, example: an example, label: {fr: Le secret, en: The "secret"}}
              count: {type: integer, value: 4000, label: {fr: Nombre, en: Count}}
            \(more)
            """, at: "vademecum.yaml")
        for (guide, languages) in [("hostile", ["fr", "en"]), ("seul", ["fr"])] {
            for language in languages {
                let names =
                    language == "fr" ? ["Problème", "Étapes", "Vérification"] : ["Problem", "Steps", "Verification"]
                let title = String(decoding: try JSONEncoder().encode(hostile), as: UTF8.self)
                try folder.write(
                    """
                    ---
                    title: \(title)
                    summary: \(title)
                    ---

                    ## \(names[0])

                    {{secret}} and {{count}}.

                    ## \(names[1])

                    ### The `</script>` step {#first}

                    B.

                    ### Another

                    C.

                    ## \(names[2])

                    D.

                    """, at: "content/\(guide)/\(language).md")
            }
        }
        try folder.write("reviewed: 2026-11-23\n", at: "content/hostile/guide.yaml")
        try folder.write("reviewed: 2026-11-24\n", at: "content/seul/guide.yaml")
        return folder
    }

    private static func build(_ folder: TemporaryFolder, _ arguments: String...) throws {
        let build = try Program.vademecum(["build"] + arguments, in: folder.url)
        try #require(build.status == 0, "\(build.errors)")
    }

    private static func linkedData(_ page: String) throws -> JSON {
        let start = try #require(page.firstRange(of: #"<script type="application/ld+json">"#))
        let rest = page[start.upperBound...]
        let end = try #require(rest.firstRange(of: "</script"))
        return try JSONDecoder().decode(JSON.self, from: Data(rest[..<end.lowerBound].utf8))
    }

    @Test func `a guide's page says to search engines what it is, and nothing in it ends that`() throws {
        let folder = try Self.project()
        try Self.build(folder)
        let graph = try Self.linkedData(folder.text(at: "site/en/hostile/index.html"))["@graph"].items
        let guide = try #require(graph.first)
        #expect(guide["@type"].text == "HowTo" && guide["name"].text == Self.hostile)
        #expect(guide["inLanguage"].text == "en" && guide["dateModified"].text == "2026-11-23")
        #expect(guide["url"].text == "https://docs.example.org/x/en/hostile/")
        #expect(guide["step"].items.map { $0["name"].text } == ["The </script> step", "Another"])
        #expect(guide["step"].items.map { $0["url"].text.split(separator: "#").last } == ["first", "step-2"])
        let trail = try #require(graph.last)["itemListElement"].items
        #expect(trail.map { $0["name"].text } == ["The guides", "</script>", Self.hostile])
        #expect(trail.dropLast().map { $0["item"].text }.last == "https://docs.example.org/x/en/#group-1")
        // A page that shows the original says so.
        let other = try Self.linkedData(folder.text(at: "site/en/seul/index.html"))["@graph"].items
        #expect(other.first?["inLanguage"].text == "fr")
        #expect(other.first?["url"].text == "https://docs.example.org/x/fr/seul/")
    }

    @Test func `a page of no steps is an article`() throws {
        let folder = try Self.project()
        try folder.write("kind: page\n", at: "content/seul/guide.yaml")
        try folder.write("---\ntitle: Un texte\n---\n\n## Titre {#t}\n\nTexte.\n", at: "content/seul/fr.md")
        try Self.build(folder)
        let article = try Self.linkedData(folder.text(at: "site/fr/seul/index.html"))["@graph"].items.first
        #expect(article?["@type"].text == "TechArticle" && article?["headline"].text == "Un texte")
    }

    @Test func `a language's feed has the guides that are written in it, the latest first`() throws {
        let folder = try Self.project()
        try Self.build(folder)
        let script = """
            import sys, json, xml.etree.ElementTree as e
            a = "{http://www.w3.org/2005/Atom}"
            feed = e.parse(sys.argv[1]).getroot()
            text = lambda node, name: node.find(a + name).text
            assert feed.tag == a + "feed"
            print(json.dumps([text(feed, "id"), text(feed, "title"), text(feed, "updated"), text(feed.find(a + "author"), "name"),
                [[text(n, "id"), text(n, "title"), text(n, "updated"), text(n, "summary")] for n in feed.findall(a + "entry")]]))
            """
        func feed(_ language: String) throws -> JSON {
            let read = try Program.named("python3", "-c", script, "\(folder.path)/site/\(language)/feed.xml")
            try #require(read.status == 0, "\(read.errors)")
            return try JSONDecoder().decode(JSON.self, from: read.output)
        }
        let french = try feed("fr").items
        #expect(
            french.prefix(4).map(\.text) == [
                "https://docs.example.org/x/fr/", "Les guides & co", "2026-11-24T00:00:00Z", "Les guides & co",
            ])
        #expect(
            french[4].items.map { $0.items[0].text } == [
                "https://docs.example.org/x/fr/seul/", "https://docs.example.org/x/fr/hostile/",
            ])
        #expect(
            try feed("en").items[4].items.map { $0.items.map(\.text) } == [
                ["https://docs.example.org/x/en/hostile/", Self.hostile, "2026-11-23T00:00:00Z", Self.hostile]
            ])
        for (page, hasFeed) in [
            ("fr/index.html", true), ("en/hostile/index.html", true), ("en/seul/index.html", false),
        ] {
            #expect(try folder.text(at: "site/\(page)").contains("application/atom+xml") == hasFeed, "\(page)")
        }
    }

    @Test func `a site without an address has no feed and no data for search engines`() throws {
        let folder = try Self.project("")
        try Self.build(folder)
        let page = try folder.text(at: "site/en/hostile/index.html")
        #expect(!page.contains("ld+json") && !page.contains("atom+xml"))
        #expect(try !folder.files(in: "site").contains { $0.hasSuffix("feed.xml") })
    }

    @Test func `the Markdown beside a page says its language, its address and what is an example`() throws {
        let folder = try Self.project()
        try Self.build(folder)
        #expect(
            try folder.text(at: "site/en/hostile/index.md").hasPrefix(
                """
                ---
                language: en
                address: "https://docs.example.org/x/en/hostile/"
                reviewed: 2026-11-23
                examples:
                  - {"name":"secret","label":"The \\"secret\\"","example":"an example"}
                ---

                # \\</script>
                """))
        #expect(
            try folder.text(at: "site/en/seul/index.md").hasPrefix(
                """
                ---
                language: fr
                address: "https://docs.example.org/x/fr/seul/"
                reviewed: 2026-11-24
                notice: "This guide has not been translated yet. You are reading it in its original language."

                """))
    }

    @Test func `the language switch says what is not translated, and in which language its text is`() throws {
        let folder = try Self.project()
        try Self.build(folder)
        let page = try folder.text(at: "site/en/seul/index.html")
        #expect(
            page.contains(
                #"<span aria-current="true"><span lang="en" dir="ltr">English</span> <small>(not translated)</small></span>"#
            ))
        #expect(page.contains(#" hreflang="fr"><span lang="fr" dir="ltr">Français</span></a>"#))
        let source = try folder.text(at: "site/fr/seul/index.html")
        #expect(
            source.contains(
                #" hreflang="fr"><span lang="en" dir="ltr">English</span> <small>(non traduit)</small></a>"#))
        #expect(!source.contains(#"hreflang="en""#))
    }

    @Test func `nothing private is in any of it`() throws {
        let folder = try Self.project()
        try folder.write("secret: HUSH-HUSH\n", at: "vademecum.local.yaml")
        try Self.build(folder)
        for file in try folder.files(in: "site") {
            #expect(try !folder.text(at: "site/\(file)").contains("HUSH"), "\(file)")
        }
        // The team's has it, and there it is no example.
        try Self.build(folder, "--audience", "team", "--output", "team")
        let markdown = try folder.text(at: "team/en/hostile/index.md")
        #expect(markdown.contains("HUSH-HUSH and 4,000.") && !markdown.contains("examples:"))
    }

    @Test func `what servers send where nothing is speaks every language, and finds its files at any depth`() throws {
        let folder = try Self.project()
        try Self.build(folder)
        let page = try folder.text(at: "site/404.html")
        for language in ["fr", "en"] {
            #expect(page.contains(#"<section lang="\#(language)" dir="ltr">"#))
            #expect(page.contains(#"<a href="/x/\#(language)/index.html">"#))
        }
        #expect(page.contains("Il n’y a pas de page") && page.contains("There is no page"))
        #expect(!page.contains(#"="../"#) && page.contains(#"<meta name="robots" content="noindex">"#))
        // A project's own stays.
        try folder.write("mine", at: "static/404.html")
        try Self.build(folder)
        #expect(try folder.text(at: "site/404.html") == "mine")
    }
}
