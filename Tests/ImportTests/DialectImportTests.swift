import Foundation
import TestSupport
import Testing

/// `vademecum import DIR` of what programs add to Markdown, and of what authors write in spite of it.
@Suite struct DialectImportTests {
    @Test(
        arguments: ImportCase.kramdown + ImportCase.attributes + ImportCase.layout + ImportCase.shortcodes
            + ImportCase.layouts
            + ImportCase.titles + ImportCase.settings)
    func whatProgramsAddComesOver(_ row: ImportCase) throws {
        let (page, report) = try row.imported()
        for words in row.page { #expect(page.contains(words), "\(page)") }
        for words in row.absent { #expect(!page.contains(words), "\(page)") }
        for words in row.told { #expect(report.contains(words), "\(report)") }
    }

    /// Imports files in English and French, and gives what was written, and the report.
    private func imported(_ files: [String: String]) throws -> (project: TemporaryFolder, report: String) {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        for (path, text) in files { try source.write(text, at: path) }
        let outcome = try Program.vademecum("import", source.path, "--languages", "en,fr", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (project, outcome.text)
    }

    private func headings(_ path: String, _ project: TemporaryFolder) throws -> [String] {
        try project.text(at: path).split(separator: "\n").filter { $0.hasPrefix("#") }.map(String.init)
    }

    /// A heading gets the ID of the one that it is a translation of, and of no other that stands at its place.
    @Test func headingsAreKnownByWhatTheyAreAbout() throws {
        let (project, report) = try imported([
            "en/a.md":
                "# Sea\n\n### Calm water\n\nA.\n\n### Existing charts\n\nB.\n\n### Find a navigator\n\nC.\n\n### Artifacts of 1912\n\nD.\n",
            "fr/a.md":
                "# Mer\n\n### Les cartes existantes\n\nBé.\n\n### Trouver un navigateur\n\nCé.\n\n### Des artefacts de 1912\n\nDé.\n",
            "en/b.md": "# Land\n\n## Hills\n\nA.\n\n## Woods\n\nB.\n\n## Roads\n\nC.\n",
            "fr/b.md": "# Terre\n\n## Champs\n\nA.\n\n## Villages\n\nBé.\n",
            "en/c.md":
                "# Sky\n\n## Winds\n{: #air}\n\nA.\n\n## Clouds\n{: #grey}\n\nB.\n\n## Stars\n{: #night}\n\nC.\n",
            "fr/c.md": "# Ciel\n\n## Étoiles\n{: #night}\n\nCé.\n\n## Nuages\n{: #grey}\n\nBé.\n",
        ])
        #expect(
            try headings("content/a/fr.md", project) == [
                "### Les cartes existantes {#existing-charts}", "### Trouver un navigateur {#find-a-navigator}",
                "### Des artefacts de 1912 {#artifacts-of-1912}",
            ])
        // Nothing says which of three two are.
        #expect(try headings("content/b/fr.md", project) == ["## Champs {#champs}", "## Villages {#villages}"])
        #expect(report.contains("fr/b.md: page: 2 of its headings stand for none of"), "\(report)")
        #expect(try headings("content/c/fr.md", project) == ["## Étoiles {#night}", "## Nuages {#grey}"])
    }

    /// A page that is no translation yet is told once, and takes no ID.
    @Test func aStubIsToldOnce() throws {
        let long = "It says a lot about boats and about the sea. " + String(repeating: "And more of it. ", count: 30)
        let (project, report) = try imported([
            "en/a.md": "# Boats\n\n## Overview\n\n\(long)\n",
            "fr/a.md": "# Bateaux\n\n## Bientôt en français\n\nPatience.\n",
            "en/b.md": "# Ropes\n\n## Knots\n\n\(long)\n\n## Ends\n\nShort ones.\n",
            "fr/b.md": "# Cordes\n\n## Knots\n\n\(long)\n\n## Ends\n\nShort ones.\n",
        ])
        #expect(try headings("content/a/fr.md", project) == ["## Bientôt en français {#bientot-en-francais}"])
        #expect(report.contains("fr/a.md: page: it says next to nothing of"), "\(report)")
        #expect(report.contains("fr/b.md: page: its text is that of"))
        #expect(report.contains("2 things to look at"))
    }

    /// Names of files may have spaces, capitals, and the name of another file.
    @Test func namesOfFilesAreAddresses() throws {
        let (project, report) = try imported([
            "mkdocs.yml": "site_name: T\n",
            "docs/Help/FAQ.en.md":
                "# FAQ\n\n![A](deck%20plan.png), ![B](../b/deck%20plan.png), [C](<crew (1).pdf>).\n\n## See\n\nWords.\n",
            "docs/Help/FAQ.fr.md":
                "# Questions\n\n![A](deck%20plan.png), ![B](../b/deck%20plan.png), [C](<crew (1).pdf>).\n\n## Voir\n\nDes mots.\n",
            "docs/other.en.md": "# Other\n\nOther words.\n", "docs/other.fr.md": "# Autre\n\nD’autres mots.\n",
            "docs/Help/deck plan.png": "one", "docs/b/deck plan.png": "two", "docs/Help/crew (1).pdf": "three",
        ])
        let page = try project.text(at: "content/help/faq/fr.md")
        #expect(page.contains("![A](deck%20plan.png), ![B](b-deck%20plan.png), [C](crew%20%281%29.pdf)."), "\(page)")
        #expect(try project.text(at: "content/help/faq/b-deck plan.png") == "two")
        #expect(report.contains("nothing to look at"), "\(report)")
        let redirects = try project.text(at: "redirects.yaml")
        #expect(redirects.contains("/Help/FAQ/: /en/help/faq/") && !redirects.contains("/en/Help/FAQ"), "\(redirects)")
        let check = try Program.vademecum("check", "--strict", in: project.url)
        #expect(check.status == 0, "\(check.text)")
    }

    /// Links stay in their language: one that means to lead to another is told.
    @Test func linksToAnotherLanguageAreTold() throws {
        let (project, report) = try imported([
            "content/en/a.md": "# A\n\nWords of it.\n\n## End\n\nWords.\n", "hugo.toml": "",
            "content/fr/a.md":
                "# Aa\n\nVoir [cette page en anglais](/en/a/), [l’autre en anglais](/en/b/), [l’autre](/en/b/).\n\n## Fin\n\nMots.\n",
            "content/en/b.md": "# B\n\nOther words.\n", "content/fr/b.md": "# Bé\n\nD’autres mots.\n",
        ])
        let page = try project.text(at: "content/a/fr.md")
        #expect(
            page.contains("Voir cette page en anglais, [l’autre en anglais](../b/fr.md), [l’autre](../b/fr.md)."),
            "\(page)")
        #expect(report.contains("`/en/a/` is this page in another language"), "\(report)")
        #expect(report.contains("`/en/b/` leads to a page in `en`"))
    }

    /// Docusaurus looks for a text beside the page, then from the root of the texts; none is a file to be taken along.
    @Test func textsAreLookedForFromTheRoot() throws {
        let french = "i18n/fr/docusaurus-plugin-content-docs/current"
        let links = "[B](sea/deep/b.md), [again](@site/docs/sea/deep/b.md), [draft](_draft.md)."
        let (project, report) = try imported([
            "docusaurus.config.js": "x", "docs/sea/near/a.md": "# A\n\n\(links)\n",
            "docs/sea/deep/b.md": "# B\n\nIt is.\n",
            "docs/c.md": "# C\n\nC is.\n", "\(french)/c.md": "# Cé\n\nC’est.\n", "docs/sea/near/_draft.md": "Draft.\n",
            "\(french)/sea/near/a.md": "# Aa\n\n\(links)\n", "\(french)/sea/deep/b.md": "# Bé\n\nC’est.\n",
        ])
        let page = try project.text(at: "content/sea/near/a/fr.md")
        #expect(page.contains("[B](../../../sea/deep/b/fr.md), [again](../../../sea/deep/b/fr.md)"), "\(page)")
        #expect(try !project.files().contains { $0.hasSuffix("/b.md") || $0.hasSuffix("_draft.md") })
        #expect(report.contains("_draft.md`"), "\(report)")
    }

    /// What a page begins with is its summary, or stands in its text: never in both.
    @Test func aSummaryRepeatsNothing() throws {
        let (project, _) = try imported([
            "en/a.md": "# A\n\nIt is about\nboats.\n\n## End\n\nWords.\n",
            "fr/a.md": "# Aa\n\nIl s’agit de bateaux.\n\n## Fin\n\nMots.\n",
            "en/b.md": "# B\n\nIt is about boats.\n\n## End\n\nWords.\n",
            "fr/b.md": "# Bé\n\nIl s’agit de [bateaux](a.md).\n\n## Fin\n\nMots.\n",
        ])
        #expect(
            try project.text(at: "content/a/en.md")
                == "---\ntitle: A\nsummary: It is about boats.\n---\n\n## End {#end}\n\nWords.\n")
        #expect(
            try project.text(at: "content/a/fr.md").hasPrefix(
                "---\ntitle: Aa\nsummary: Il s’agit de bateaux.\n---\n\n## Fin"))
        #expect(try project.text(at: "content/b/en.md").hasPrefix("---\ntitle: B\n---\n\nIt is about boats.\n\n## End"))
    }

    /// A README begins with a heading of HTML, a picture in it, and a row of its languages.
    @Test func readmesComeOver() throws {
        let (project, report) = try imported([
            "README.md":
                "<h1 align=\"center\">\n  <img src=\"logo.png\" width=\"80\" alt=\"A mast\"><br>\n  Mast\n</h1>\n\n<p align=\"center\">\n  <a href=\"README.md\">English</a> | <a href=\"README.fr.md\">Français</a>\n</p>\n\nIt stands.\n",
            "README.fr.md": "# ![Mât](logo.png)\n\n[English](README.md) | Français\n\nIl est debout.\n",
            "docs/changelog.md": "# Changes\n\nNone. See [it](a.md#the-a).\n",
            "docs/changelog.fr.md": "# Changements\n\nAucun.\n",
            "docs/a.md": "# The A\n\nWords.\n", "docs/a.fr.md": "# Le A\n\nMots.\n",
        ])
        let page = try project.text(at: "content/home/en.md")
        #expect(
            page == "---\ntitle: Mast\n---\n\n<img src=\"logo.png\" alt=\"A mast\" width=\"80\">\n\nIt stands.\n",
            "\(page)")
        let french = try project.text(at: "content/home/fr.md")
        #expect(french == "---\ntitle: Mât\n---\n\n![Mât](logo.png)\n\nIl est debout.\n", "\(french)")
        #expect(try project.text(at: "content/changelog/en.md").contains("See [it](../a/en.md)."))
        #expect(!report.contains("no such heading"), "\(report)")
    }

    /// What a head says of order and tags stands in `guide.yaml`, and a draft is told.
    @Test func headsSayOrderAndTags() throws {
        let (project, report) = try imported([
            "content/a.en.md":
                "+++\ntitle = \"A\"\nweight = 20\ntags = [\"sea\"]\n[params]\nowner = \"Crew\"\n+++\n\nWords.\n",
            "content/a.fr.md": "---\ntitle: Aa\nweight: 20\ntags: [mer]\ndraft: true\n---\n\nMots.\n",
            "config/_default/params.toml": "deck = \"four\"\n",
            "config/_default/hugo.toml": "[languages.fr.params]\nx = 'deux'\n",
            "content/b.en.md": "# B\n\nIt has {{< param deck >}}.\n",
            "content/b.fr.md": "# Bé\n\n{{< param x >}} ponts.\n",
            "hugo.toml": "", "notes/c.md": "# C\n",
        ])
        #expect(
            try project.text(at: "content/a/guide.yaml")
                == "kind: page\nplaceholders: declared\ntags: [sea]\norder: 20\n")
        #expect(try project.text(at: "content/a/en.md").contains("extra:\n  params: {owner: Crew}\n---"))
        #expect(try project.text(at: "content/a/fr.md").contains("extra:\n  tags: [mer]\n  draft: true\n---"))
        #expect(report.contains("not to be published"), "\(report)")
        #expect(try project.text(at: "content/b/en.md").contains("It has four."))
        #expect(try project.text(at: "content/b/fr.md").contains("deux ponts."))
        #expect(try !project.files().contains { $0.hasPrefix("content/notes") || $0.hasPrefix("content/c/") })
    }

    /// The first page of VitePress says all in its head, and a text of MDX takes in others by name.
    @Test func firstPagesAndPartsComeOver() throws {
        let hero =
            "---\nlayout: home\nhero:\n  name: Loom\n  text: Weave\n  actions:\n    - {text: Start, link: /a}\nfeatures:\n  - {title: Fast, details: It is fast}\n---\n"
        let part =
            "---\ntitle: A\n---\n\nimport Part from './_part.mdx';\nimport mast from './mast.png';\n\n<Part />\n\n<img src={mast} alt=\"Mast\" width={40} />\n![Mast](./mast.png)\n\n<img src={require('./mast.png').default} alt=\"Mast\" />\n"
        let (project, report) = try imported([
            ".vitepress/config.js": "x", "index.md": hero, "fr/index.md": hero,
            "_part.mdx": "---\nx: 1\n---\n\nShared words.\n",
            "fr/_part.mdx": "Mots communs.\n", "a.mdx": part, "fr/a.mdx": part, "mast.png": "x", "fr/mast.png": "x",
        ])
        let home = try project.text(at: "content/home/en.md")
        #expect(
            home == "---\ntitle: Loom\n---\n\nWeave\n\n- [Start](../a/en.md)\n\n- **Fast**: It is fast\n", "\(home)")
        let page = try project.text(at: "content/a/fr.md")
        #expect(
            page.contains("Mots communs.\n") || page.contains("summary: Mots communs."), "\(page)")
        #expect(
            page.contains(
                "<img src=\"mast.png\" alt=\"Mast\" width=\"40\">\n\n![Mast](mast.png)\n\n![Mast](mast.png)\n"),
            "\(page)")
        #expect(!report.contains("`Part`"), "\(report)")
    }
}
