import Foundation
import TestSupport
import Testing

/// `vademecum import DIR` of documentations as they grow: with pages that one language lacks, pictures of many pages, and addresses
/// of a site below its server.
@Suite struct FolderKindTests {
    private func imported(_ files: [String: String], pictures: [String] = []) throws -> (
        folder: TemporaryFolder, report: String
    ) {
        let (source, folder) = (try TemporaryFolder(), try TemporaryFolder())
        for (path, text) in files { try source.write(text, at: path) }
        for path in pictures { try source.write(Data("GIF89a\u{1}\(path)".utf8), at: path) }
        let outcome = try Program.vademecum("import", source.path, "--languages", "en,fr", in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (folder, outcome.text)
    }

    /// A link stays in its language where the page is there in the original alone.
    @Test func linksStayInTheirLanguage() throws {
        let (folder, _) = try imported([
            "en/a.md": "# A\n\nSee [b](b.md).\n", "fr/a.md": "# Un\n\nVoir [b](b.md).\n", "en/b.md": "# B\n\nText.\n",
        ])
        #expect(try folder.text(at: "content/a/fr.md").contains("[b](../b/fr.md)"))
        #expect(try !Program.vademecum("check", in: folder.url).text.contains("broken-link"))
    }

    /// A picture of several pages lies once, and is found by the address that it has below the site's base and its language.
    @Test func picturesOfManyPagesLieOnce() throws {
        let (folder, _) = try imported(
            [
                "hugo.yaml": "baseURL: https://x.example/docs\n",
                "content/a.en.md":
                    "---\ntitle: A\n---\n\n![The sail](/docs/en/img/sail.gif?width=300px) ![An oar](img/oar.gif)\n",
                "content/a.fr.md":
                    "---\ntitle: Un\n---\n\n![La voile](/docs/fr/img/sail.gif) ![Une rame](img/oar.gif)\n",
                "content/deep/b.en.md": "---\ntitle: B\n---\n\n![The sail](/docs/en/img/sail.gif)\n",
                "content/deep/b.fr.md": "---\ntitle: Deux\n---\n\n![La voile](/docs/en/img/sail.gif)\n",
            ], pictures: ["content/img/sail.gif", "content/img/oar.gif"])
        #expect(try folder.text(at: "content/a/en.md").contains("![The sail](../shared/sail.gif) ![An oar](oar.gif)"))
        #expect(try folder.text(at: "content/deep/b/fr.md").contains("![La voile](../../shared/sail.gif)"))
        #expect(
            try folder.files().filter { $0.hasSuffix(".gif") }.sorted() == [
                "content/a/oar.gif", "content/shared/sail.gif",
            ])
        #expect(try !Program.vademecum("check", in: folder.url).text.contains("broken-link"))
    }

    /// What a name ends with is a language only where another file is that page.
    @Test func namesThatEndLikeLanguagesArePages() throws {
        let (folder, _) = try imported([
            "README.md": "# Home\n\nText.\n", "README-fr.md": "# Accueil\n\nTexte.\n",
            "README-sl.md": "# Dom\n\nBesedilo.\n",
            "README-zh-Hant.md": "# 家\n\n文。\n", "user-id.md": "# The user’s ID\n\nText.\n",
        ])
        let files = try folder.files().filter { $0.hasSuffix("en.md") }.sorted()
        #expect(files == ["content/home/en.md", "content/user-id/en.md"], "\(files)")
    }

    /// Of conditions on the language only the page's own part stays.
    @Test func conditionsOnTheLanguageAreSettled() throws {
        let text =
            "# A\n\n{% if site.lang == \"fr\" %}\nVoile.\n{% else %}\nSail.\n{% endif %}\n\nIt {% if page.lang != 'en' %}est{% else %}is{% endif %} here.\n\n```liquid\n{% raw %}{% if site.lang == \"fr\" %}{% endraw %}\n```\n"
        let (folder, _) = try imported(["_config.yml": "title: T\n", "a.en.md": text, "a.fr.md": text])
        let (english, french) = (try folder.text(at: "content/a/en.md"), try folder.text(at: "content/a/fr.md"))
        #expect(english.contains("Sail.\n\nIt is here.") && !english.contains("Voile"), "\(english)")
        #expect(french.contains("Voile.\n\nIt est here.") && !french.contains("Sail"), "\(french)")
        #expect(english.contains("{% if site.lang == \"fr\" %}"), "\(english)")
    }

    /// No language is begun that has no code.
    @Test func noLanguageIsBegunWithoutACode() throws {
        let folder = try TemporaryFolder()
        #expect(try Program.vademecum("new", "site", ".", "--languages", "en", in: folder.url).status == 0)
        let outcome = try Program.vademecum("new", "language", "klingon", in: folder.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("`klingon` is the code of no language"), "\(outcome.errors)")
        #expect(try Program.vademecum("new", "language", "sv", in: folder.url).status == 0)
    }

    /// A file that is no text is told, and not taken for one in some language.
    @Test func noTextIsTold() throws {
        let folder = try TemporaryFolder()
        try folder.write(Data([0x23, 0x20, 0xFF, 0xC0, 0x80, 0x0A]), at: "a.md")
        let outcome = try Program.vademecum("import", "a.md", in: folder.url)
        #expect(outcome.status == 2 && outcome.errors.contains("error[bad-character]"), "\(outcome.errors)")
        #expect(try folder.files() == ["a.md"])
    }
}
