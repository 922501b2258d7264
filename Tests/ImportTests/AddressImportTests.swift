import Foundation
import TestSupport
import Testing

/// `vademecum import DIR` finds pages by the addresses that their programs give them.
@Suite struct AddressImportTests {
    /// A translator may have left the anchors of the original, which many sites give the headings of translations too.
    @Test func anchorsOfTheOriginalLeadToTheTranslatedHeading() throws {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        let pages = [
            "docs/en/a.md":
                "# Rules\n\nRead [the first](#1-load-safe-content) and [help](b.md#ask-us).\n\n## 1) Load safe content\n\nOnly `https`.\n",
            "docs/fr/a.md":
                "# Règles\n\nLisez [la première](#1-load-safe-content) et [l’aide](b.md#ask-us).\n\n## 1) Charger du contenu sûr\n\nSeulement `https`.\n",
            "docs/en/b.md": "# Help\n\n## Ask us\n\nWrite to us.\n",
            "docs/fr/b.md": "# Aide\n\n## Nous demander\n\nÉcrivez-nous.\n",
        ]
        for (path, text) in pages { try source.write(text, at: path) }
        let outcome = try Program.vademecum(
            "import", source.url.appending(path: "docs").path, "--languages", "en,fr", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try project.text(at: "content/a/fr.md")
        #expect(text.contains("[la première](#s-1-load-safe-content)"), "\(text)")
        #expect(text.contains("[l’aide](../b/fr.md#ask-us)"), "\(text)")
    }

    /// Imports files in English and French, and gives the page of an ID in English, and the report.
    private func imported(_ files: [String: String], _ id: String) throws -> (
        page: String, report: String, files: [String]
    ) {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        for (path, text) in files { try source.write(text, at: path) }
        let outcome = try Program.vademecum("import", source.path, "--languages", "en,fr", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (try project.text(at: "content/\(id)/en.md"), outcome.text, try project.files())
    }

    /// Numbers in names give Docusaurus an order, and are no part of addresses; dates and versions are names.
    @Test func numbersBeforeNamesSortThemAlone() throws {
        let other = "i18n/fr/docusaurus-plugin-content-docs/current"
        let links =
            "See [rooms](/people/chat_rooms), [them](./20.chat_rooms.mdx), [these](chat_rooms.mdx), [more](../02-more/01-a.md), [notes](../7.0-notes.md), [all](/docs/more/all-of-it)."
        let (page, report, files) = try imported(
            [
                "docusaurus.config.js": "export default {}",
                "docs/10.people/10.help.mdx": "# Help\n\n\(links)\n",
                "docs/10.people/20.chat_rooms.mdx": "# Rooms\n\nTalk there.\n",
                "docs/02-more/01-a.md": "---\nslug: all-of-it\n---\n# More\n\nThere is more.\n",
                "docs/7.0-notes.md": "# Notes\n\nWhat is new.\n",
                "\(other)/10.people/10.help.mdx": "# Aide\n\nVoir [les salons](./20.chat_rooms.mdx).\n",
                "\(other)/10.people/20.chat_rooms.mdx": "# Salons\n\nParlez là.\n",
                "\(other)/02-more/01-a.md": "# Suite\n\nIl y en a plus.\n",
                "\(other)/7.0-notes.md": "# Notes de version\n\nQuoi de neuf.\n",
            ], "people/help")
        let rooms = "(../../people/chat-rooms/en.md)"
        #expect(
            page.contains(
                "See [rooms]\(rooms), [them]\(rooms), [these]\(rooms), [more](../../more/a/en.md), [notes](../../7-0-notes/en.md), [all](../../more/a/en.md)."
            ), "\(page)")
        #expect(files.contains("content/people/chat-rooms/fr.md") && !report.contains("leads to nothing"), "\(report)")
    }

    /// Posts have addresses by their date, and a head may give any page one.
    @Test func addressesOfJekyllAreFound() throws {
        let (page, report, _) = try imported(
            [
                "_config.yml": "title: T\n",
                "_posts/2031-03-17-first.md":
                    "# First\n\nSee [the page](/quite/another/place/), [the post](/2031/04/01/second/), [again](/2031/04/01/second.html), [its file]({% post_url 2031-04-01-second %}).\n",
                "_posts/fr/2031-03-17-first.md":
                    "# Premier\n\nVoir [la page](/tout/ailleurs/) et [le billet](/fr/2031/04/01/second/).\n",
                "_posts/2031-04-01-second.md": "# Second\n\nWords of it.\n",
                "_posts/fr/2031-04-01-second.md": "# Deuxième\n\nDes mots.\n",
                "long.en.md": "---\ntitle: Long\npermalink: /quite/another/place/\n---\n\nIt is long.\n",
                "long.fr.md": "---\ntitle: Longue\npermalink: /tout/ailleurs/\n---\n\nElle est longue.\n",
            ], "posts/2031-03-17-first")
        let post = "(../../posts/2031-04-01-second/en.md)"
        #expect(
            page.contains("See [the page](../../long/en.md), [the post]\(post), [again]\(post), [its file]\(post)."),
            "\(page)")
        #expect(!report.contains("leads to nothing"), "\(report)")
    }

    /// What is raw stays as it is written, without the tags; what is not is Liquid.
    @Test func rawTextOfLiquid() throws {
        let text = """
            # Raw

            The {% raw %} {% some_tag %} {% endraw %} tag and `{% raw %}{{ x }}{% endraw %}`, [here]({{ site.baseurl }}/b.html).

            {% raw %}{% alone %}{% endraw %}

            {%- raw -%}
            {% include it.html %}

            Words `{{ "a" | absolute_url }}`.
            {: .note }

            {%- endraw -%}

            ```liquid
            {% raw %}
            {{ y }}
            {% endraw %}
            ```

            """
        let (page, report, _) = try imported(
            [
                "_config.yml": "title: T\n", "a.md": text, "a.fr.md": text, "b.md": "# B\n\nWords.\n",
                "b.fr.md": "# B\n\nDes mots.\n",
            ], "a")
        #expect(page.contains("The {% some_tag %} tag and `{{ x }}`, [here](../b/en.md).\n\n{% alone %}\n"), "\(page)")
        #expect(page.contains("\n{% include it.html %}\n\n> [!NOTE]\n> Words `{{ \"a\" | absolute_url }}`.\n"))
        #expect(page.contains("\n```liquid\n{{ y }}\n```\n") && !page.contains("raw %}"))
        #expect(!report.contains("Liquid") && !report.contains("to be included"), "\(report)")
    }

    /// Static files of a site whose texts alone are imported lie in a folder above.
    @Test func staticFilesAboveTheTextsComeAlong() throws {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        for (path, text) in [
            ("content/_index.en.md", "# A\n\n![Mast](/img/mast.png) ![No](/img/../../x.png)\n"),
            ("content/_index.fr.md", "# Aa\n\n![Mât](/img/mast.png)\n"), ("static/img/mast.png", "mast"),
            ("x.png", "x"),
        ] {
            try source.write(text, at: path)
        }
        let outcome = try Program.vademecum(
            "import", source.url.appending(path: "content").path, "--languages", "en,fr", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try project.text(at: "content/home/fr.md").contains("![Mât](mast.png)"))
        #expect(try project.text(at: "content/home/mast.png") == "mast")
        #expect(try !project.files().contains { $0.hasSuffix("x.png") })
    }
}
