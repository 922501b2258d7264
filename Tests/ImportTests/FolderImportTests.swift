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
}
