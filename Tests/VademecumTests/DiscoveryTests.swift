import Foundation
import TestSupport
import Testing

/// What machines find the pages by.
@Suite struct DiscoveryTests {
    private func project(url: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "title: {fr: \"Nos [guides]\", en: Our guides}\nlanguages: [fr, en]\n\(url)", at: "vademecum.yaml")
        for (guide, languages) in [("both", ["fr", "en"]), ("d'un côté & seul", ["fr"])] {
            for language in languages {
                let titles =
                    language == "fr" ? ["Problème", "Étapes", "Vérification"] : ["Problem", "Steps", "Verification"]
                try folder.write(
                    """
                    ---
                    title: "Guide [\(language)]"
                    summary: A summary.
                    ---

                    ## \(titles[0])

                    A.

                    ## \(titles[1])

                    ### B

                    C.

                    ## \(titles[2])

                    D.

                    """, at: "content/\(guide)/\(language).md")
            }
        }
        return folder
    }

    @Test func aSiteWithAnAddressHasAMap() throws {
        let folder = try project(url: "url: https://docs.example.org/x/\n")
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
        #expect(
            try folder.text(at: "site/robots.txt")
                == "User-agent: *\nAllow: /\n\nSitemap: https://docs.example.org/x/sitemap.xml\n")
        let map = try folder.text(at: "site/sitemap.xml")
        let document = try StrictXML.check(map)
        #expect(document.status == 0, "\(document.errors)")
        // Each page with its translations; a page that repeats the source is none.
        #expect(map.ranges(of: "<url>").count == 5)
        #expect(
            map.contains(
                """
                <url><loc>https://docs.example.org/x/en/both/</loc>\
                <xhtml:link rel="alternate" hreflang="fr" href="https://docs.example.org/x/fr/both/"/>\
                <xhtml:link rel="alternate" hreflang="en" href="https://docs.example.org/x/en/both/"/></url>
                """))
        #expect(
            map.contains("<url><loc>https://docs.example.org/x/fr/d%27un%20c%C3%B4t%C3%A9%20%26%20seul/</loc></url>"))
        #expect(
            try folder.text(at: "site/en/llms.txt") == """
                # Our guides

                - [Guide \\[en\\]](https://docs.example.org/x/en/both/index.md): A summary.
                - [Guide \\[fr\\]](https://docs.example.org/x/en/d%27un%20c%C3%B4t%C3%A9%20%26%20seul/index.md) (fr): A summary.

                """)
        let root = try folder.text(at: "site/index.html")
        #expect(root.contains("<meta name=\"description\" content=\"Nos [guides] · Our guides\">"))
        #expect(root.contains("<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://docs.example.org/x/\">"))
    }

    /// Addresses that nobody knows are not made up.
    @Test func aSiteWithoutAnAddressHasNone() throws {
        let folder = try project(url: "")
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
        let files = try folder.files(in: "site")
        #expect(!files.contains("robots.txt") && !files.contains("sitemap.xml"))
        #expect(try folder.text(at: "site/fr/llms.txt").contains("- [Guide \\[fr\\]](both/index.md): A summary.\n"))
    }

    @Test func theTeamsSiteIsNobodyElsesAffair() throws {
        let folder = try project(url: "url: https://docs.example.org/x/\n")
        #expect(try Program.vademecum("build", "--audience", "team", in: folder.url).status == 0)
        #expect(try folder.text(at: "site/robots.txt") == "User-agent: *\nDisallow: /\n")
        #expect(try !folder.files(in: "site").contains("sitemap.xml"))
    }
}

/// Reads XML as strictly as a search engine would.
private enum StrictXML {
    static func check(_ text: String) throws -> Program.Outcome {
        try Program.named(
            "python3", "-c", "import sys, xml.dom.minidom as m; m.parseString(sys.stdin.buffer.read())",
            input: Data(text.utf8))
    }
}
