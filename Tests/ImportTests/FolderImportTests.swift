import Foundation
import TestSupport
import Testing

/// `vademecum import DIR`: a documentation in several languages becomes pages.
@Suite struct FolderImportTests {
    private func documentation() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("export default {}", at: "docs/.vitepress/config.ts")
        try folder.write("PNG", at: "docs/public/img/a.png")
        try folder.write(
            "# Getting started {#start}\n\nInstall the tool first, then read on.\n\n::: tip Remember\nKeep `{{ x }}`, see [config](./config#the-file).\n:::\n\n## Install it\n\n![A picture](/img/a.png)\n\n## Next\n\nGo to [install](#install-it).\n",
            at: "docs/guide/start.md")
        try folder.write(
            "# Prise en main {#start}\n\nInstallez d’abord l’outil, puis lisez la suite.\n\n::: tip À retenir\nGardez `{{ x }}`, voir [la configuration](./config#le-fichier).\n:::\n\n## L’installer\n\n![Une image](/img/a.png)\n\n## Suite\n\nAllez à [l’installation](#l-installer).\n",
            at: "docs/fr/guide/start.md")
        try folder.write(
            "# Configuration\n\nAll is in one file of the project.\n\n## The file\n\nWrite it by hand.\n",
            at: "docs/guide/config.md")
        try folder.write(
            "# Configuration\n\nTout se trouve dans un fichier du projet.\n\n## Le fichier\n\nÉcrivez-le à la main.\n",
            at: "docs/fr/guide/config.md")
        return folder
    }

    @Test func pagesComeOverWithoutAnEdit() throws {
        let (source, project) = (try documentation(), try TemporaryFolder())
        let outcome = try Program.vademecum("import", source.path, in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let check = try Program.vademecum("check", "--strict", in: project.url)
        #expect(check.status == 0, "\(check.text)")
        let text = try String(contentsOf: project.url.appending(path: "content/start/fr.md"), encoding: .utf8)
        #expect(text.contains("> [!TIP]\n> **À retenir**\n"))
        #expect(text.contains("(../config/fr.md#the-file)"))
        #expect(text.contains("## L’installer {#install-it}"))
        #expect(text.contains("![Une image](a.png)"))
    }

    /// Who comes by an old address finds the page, also when it has moved since, and another import knows where it is.
    @Test func oldAddressesLeadToThePages() throws {
        let (source, project) = (try documentation(), try TemporaryFolder())
        let start = try source.text(at: "docs/guide/start.md")
        try source.write("---\naliases: [/begin, start.html]\n---\n\(start)", at: "docs/guide/start.md")
        let outcome = try Program.vademecum("import", source.path, in: project.url)
        #expect(outcome.text.contains("\n6 old addresses lead to the new pages\n"), "\(outcome.text)")
        #expect(
            try project.text(at: "redirects.yaml").split(separator: "\n").filter { !$0.hasPrefix("#") } == [
                "/begin: /en/start/", "/fr/guide/config.html: /fr/config/", "/fr/guide/start.html: /fr/start/",
                "/guide/config.html: /en/config/", "/guide/start.html: /en/start/", "/start.html: /en/start/",
            ])
        #expect(try Program.vademecum("build", in: project.url).status == 0)
        let page = try project.text(at: "site/fr/guide/start.html")
        #expect(page.contains(#"<a href="../../fr/start/index.html" hreflang="fr">"#) && page.contains("Prise en main"))
        // Another run has nothing to add.
        let before = try project.contents()
        #expect(try Program.vademecum("import", source.path, in: project.url).text.contains("0 files written"))
        #expect(try project.contents() == before)
        // The page moves here, and its source changes there.
        #expect(try Program.vademecum("move", "start", "first/start", in: project.url).status == 0)
        #expect(try project.text(at: "redirects.yaml").contains("\n/fr/guide/start.html: /fr/first/start/\n"))
        try source.write(start + "\nRead on there.\n", at: "docs/guide/start.md")
        let again = try Program.vademecum("import", source.path, in: project.url)
        #expect(again.status == 0 && !again.text.contains("edited here"), "\(again.text)")
        #expect(try project.text(at: "content/first/start/en.md").contains("Read on there."))
        #expect(try !project.files().contains("content/start/en.md"))
        #expect(try Program.vademecum("build", in: project.url).status == 0)
    }

    /// What nobody may guess is told, and what a text says is left as it is.
    @Test func whatAPersonMustLookAtIsTold() throws {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        try source.write(
            "# Jokes\n\n[_Français_](README.fr.md)\n\nA joke is told in <code>a `b` c</code> and a knock knock game.\n",
            at: "README.md")
        try source.write(
            "# Blagues\n\n[_English_](README.md)\n\nUne blague se raconte dans <code>a `b` c</code>, chut chut.\n",
            at: "README.fr.md")
        try source.write(
            "---\ntitle: Budget\n---\n# Estimated budget\n\n## Income\n\n- 3 gifts\n", at: "docs/budget.md")
        try source.write("---\ntitle: Budget\n---\n# Budget\n\n## Recettes\n\n- 3 dons\n", at: "docs/budget.fr.md")
        let outcome = try Program.vademecum("import", source.path, "--from", "github", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("`README.fr.md` is this page in another language"), "\(outcome.text)")
        #expect(outcome.text.contains("`README.md` is this page in another language"))
        #expect(outcome.text.contains("the head calls the page “Budget”, and its first heading “Estimated budget”"))
        let home = try project.text(at: "content/home/en.md")
        #expect(!home.contains("summary:") && home.contains("`` a `b` c ``"), "\(home)")
        #expect(home.contains("a knock knock game"))
        #expect(try project.text(at: "content/home/fr.md").contains("chut chut"))
        #expect(try !project.text(at: "content/budget/fr.md").contains("summary:"))
    }

    /// Where a language has other headings, those with the same links stand for each other, wherever they stand.
    @Test func headingsThatDifferKeepTheirPlaces() throws {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        try source.write(
            "# Help\n\nSee [bugs](#found-a-bug) first.\n\n## Ask\n\nKindly.\n\n## Found a bug\n\nTell the [tracker](https://example.org/issues).\n\n## Do\n\nBe patient.\n\n### Wait\n\nA day.\n\n## Do not\n\nShout.\n",
            at: "en/a.md")
        try source.write(
            "# Aide\n\nVoir d’abord les [bugs](#un-bug).\n\n## Demander\n\nGentiment.\n\n## Le salon\n\nVenez parler.\n\n## Le forum\n\nSuivez le modèle.\n\n## Un bug\n\nDites-le au [suivi](https://example.org/issues).\n",
            at: "fr/a.md")
        let outcome = try Program.vademecum("import", source.path, "--languages", "en,fr", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try project.text(at: "content/a/fr.md")
        #expect(text.contains("[bugs](#found-a-bug)") && text.contains("## Un bug {#found-a-bug}"), "\(text)")
        // Nothing but a dictionary tells that `Demander` is `Ask`, and `Le forum` is not.
        #expect(text.contains("## Demander {#demander}") && text.contains("## Le salon {#le-salon}"), "\(text)")
    }

    /// Programs number headings of the same words, titles of boxes may be bold already, and addresses stand without quotes.
    @Test func formsOfOtherProgramsAreRead() throws {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        let text =
            "## {0}\n\nA.\n\n## {0}\n\nB, [{1}](#{2}_1).\n\n!!! info \"**T**\"\n\n    C, <a class=\"b\" href=mailto:docs@example.org >{3}</a>.\n"
        func filled(_ words: [String]) -> String {
            words.enumerated().reduce(text) { $0.replacing("{\($1.offset)}", with: $1.element) }
        }
        try source.write(
            "# Tables\n\nWhat they hold.\n\n" + filled(["Relation", "the second", "relation", "write"]),
            at: "docs/en/a.md")
        try source.write(
            "# Tables\n\nCe qu’elles contiennent.\n\n" + filled(["Lien", "le second", "lien", "écris"]),
            at: "docs/fr/a.md")
        let outcome = try Program.vademecum(
            "import", source.path, "--from", "mkdocs", "--languages", "en,fr", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try project.text(at: "content/a/fr.md")
        #expect(page.contains("[le second](#relation-2)"), "\(page)")
        #expect(page.contains("> **T**\n") && page.contains("[écris](mailto:docs@example.org)"), "\(page)")
    }

    /// A heading of the highest level among others is a slip, and moves no others.
    @Test func aStrayTitleMovesNoOtherHeading() throws {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        try source.write(
            "# Guide\n\nAll of it here.\n\n## One\n\n### Below\n\nA.\n\n## Two\n\nB.\n\n## Propose\n\nC.\n",
            at: "en/a.md")
        try source.write(
            "# Guide\n\nTout est là.\n\n## Un\n\n### Dessous\n\nA.\n\n## Deux\n\nB.\n\n# Proposer\n\nC.\n",
            at: "fr/a.md")
        let outcome = try Program.vademecum("import", source.path, "--languages", "en,fr", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try project.text(at: "content/a/fr.md")
        #expect(
            text.split(separator: "\n").filter { $0.hasPrefix("#") } == [
                "## Un {#one}", "### Dessous {#below}", "## Deux {#two}", "## Proposer {#propose}",
            ])
    }

    /// Files whose names are translated, and a first page that only lets readers choose their language.
    private func translatedNames() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let texts = [
            "index.md": "# Docs\n\n[English](en/) [Français](fr/)\n",
            "en/README.md": "# Welcome\n\nRead how to [send a message](send.md#the-content).\n",
            "fr/README.md": "# Bienvenue\n\nVoyez comment [envoyer un message](envoyer.md#le-contenu).\n",
            "en/send.md": "# Send a message\n\nWrite it and send it.\n\n## The content\n\nAt most one page.\n",
            "fr/envoyer.md":
                "# Envoyer un message\n\nÉcrivez-le, envoyez-le.\n\n## Le contenu\n\nUne page au plus.\n",
        ]
        for (path, text) in texts { try folder.write(text, at: path) }
        return folder
    }

    @Test func aTablePairsFilesWhoseNamesAreTranslated() throws {
        let (source, project) = (try translatedNames(), try TemporaryFolder())
        try project.write("en,fr\nen/send.md,\"fr/envoyer.md\"\n", at: "pairs.csv")
        let outcome = try Program.vademecum(
            "import", source.path, "--languages", "en,fr", "--pairs", "pairs.csv", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("index.md: skipped: it names no language"))
        let check = try Program.vademecum("check", "--strict", in: project.url)
        #expect(check.status == 0, "\(check.text)")
        let first = try String(contentsOf: project.url.appending(path: "content/home/fr.md"), encoding: .utf8)
        #expect(first.contains("(../send/fr.md#the-content)"))
    }

    @Test func aTableForOneFileIsRefused() throws {
        let (source, project) = (try translatedNames(), try TemporaryFolder())
        let file = "\(source.path)/en/send.md"
        let outcome = try Program.vademecum("import", file, "--pairs", "pairs.csv", in: project.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("--pairs is about a folder"))
        #expect(try project.contents().isEmpty)
    }

    @Test func aTableWithWrongPathsIsRefused() throws {
        let (source, project) = (try translatedNames(), try TemporaryFolder())
        try project.write("en/send.md;fr/envoyer.md\nen/send.md;fr/lost.md\n", at: "pairs.csv")
        let outcome = try Program.vademecum(
            "import", source.path, "--languages", "en,fr", "--pairs", "pairs.csv", in: project.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("pairs.csv:2:1: error[import]: `en/send.md` stands here twice"))
        #expect(outcome.errors.contains("pairs.csv:2:1: error[import]: the folder has no file `fr/lost.md`"))
        #expect(try project.contents().keys.sorted() == ["pairs.csv"])
    }

    @Test func anotherRunChangesOnlyWhatChanged() throws {
        let (source, project) = (try documentation(), try TemporaryFolder())
        _ = try Program.vademecum("import", source.path, in: project.url)
        let before = try project.contents()
        #expect(try Program.vademecum("import", source.path, in: project.url).status == 0)
        #expect(try project.contents() == before)
        try source.write(
            "# Configuration\n\nAll is in one file.\n\n## The file\n\nWrite it.\n", at: "docs/guide/config.md")
        #expect(try Program.vademecum("import", source.path, in: project.url).status == 0)
        let after = try project.contents()
        #expect(after["content/config/en.md"] != before["content/config/en.md"])
        #expect(after["content/start/en.md"] == before["content/start/en.md"])
    }

    @Test func aFolderWithoutPairsIsRefused() throws {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        try source.write("# One\n\nA page.\n", at: "one.md")
        let outcome = try Program.vademecum("import", source.path, in: project.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("no page of the folder is there in two languages"))
        #expect(try project.contents().isEmpty)
    }

    /// Six pairs of pages in the manner of each program: nothing is left for a person, and the check finds nothing.
    @Test(arguments: ["docusaurus", "github", "hugo", "jekyll", "mkdocs", "starlight", "vitepress"])
    func documentationsOfEachKind(_ dialect: String) throws {
        let project = try TemporaryFolder()
        let source = Package.fixture("import/folders/\(dialect)").path
        let outcome = try Program.vademecum("import", source, "--format", "json", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.text.contains("\"open\": true") && !outcome.text.contains("\"open\":true"))
        let check = try Program.vademecum("check", "--strict", in: project.url)
        #expect(check.status == 0, "\(check.text)")
        #expect(check.text.hasPrefix("6 guides, 12 files"))
        let files = try project.contents().keys.filter { $0.hasSuffix(".png") }
        // Two pages show it.
        #expect(files.count == 1 && files[0].hasPrefix("content/shared/"), "\(files)")
        for language in ["en", "fr"] {
            let home = dialect == "github" ? "home" : "install"
            let page = try project.text(at: "content/\(home)/\(language).md")
            #expect(page.contains("<kbd>Ctrl</kbd>+<kbd>C</kbd><br>"))
            #expect(page.contains("<details>\n<summary>") && page.contains("\n\n</details>\n"))
            let notes = try project.text(at: "content/config/\(language).md")
            #expect(notes.contains("H<sub>2</sub>O.[^1]\n\n[^1]: "))
            #expect(notes.contains("[next]: ../usage/\(language).md#start"))
        }
    }

    /// What could be no part that folds is a line in bold and its text.
    @Test func partsThatFoldAreKept() throws {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        try source.write("site_name: T\n", at: "mkdocs.yml")
        for (ending, word) in [("", "Word"), (".fr", "Mot")] {
            try source.write(
                """
                # \(word)

                \(word) one two three.

                ???+ tip "\(word) `a` <b>"
                    \(word) inside.

                <details class="x"><summary><b>\(word) & c</b></summary>\(word) at once.</details>

                - \(word)

                    <details>
                    <summary>\(word) in an item</summary>

                        code

                    </details>

                ??? note "\(word) two"
                    ### \(word) heading

                    Text.

                """, at: "docs/word\(ending).md")
        }
        #expect(try Program.vademecum("import", source.path, in: project.url).status == 0)
        let page = try project.text(at: "content/word/en.md")
        #expect(page.contains("<details open>\n<summary>Word a</summary>\n\nWord inside.\n\n</details>\n"))
        #expect(page.contains("<details>\n<summary>Word & c</summary>\n\nWord at once.\n\n</details>\n"))
        #expect(page.contains("    <details>\n    <summary>Word in an item</summary>\n"))
        #expect(page.contains("**Word two**\n\n### Word heading"))
        let check = try Program.vademecum("check", in: project.url)
        #expect(!check.text.contains("raw-html") && !check.text.contains("unpaired-element"), "\(check.text)")
    }
}
