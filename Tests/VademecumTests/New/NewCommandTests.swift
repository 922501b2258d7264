import Foundation
import TestSupport
import Testing
import Workflows

/// Beginning a site, a guide, a language.
@Suite struct NewCommandTests {
    @Test(arguments: NewSite.languages + ["fr-CA", "fr-CH", "de-CH", "pt-PT"])
    func aNewSiteIsFaultlessInEachLanguage(_ tag: String) throws {
        let folder = try TemporaryFolder()
        #expect(try Program.vademecum("new", "site", "--languages", tag, in: folder.url).status == 0)
        let check = try Program.vademecum("check", "--strict", in: folder.url)
        #expect(check.status == 0, "\(check.text)\(check.errors)")
    }

    @Test func aNewSiteInManyLanguagesIsFaultlessAndBuilds() throws {
        let folder = try TemporaryFolder()
        let all = NewSite.languages.joined(separator: ",")
        let made = try Program.vademecum("new", "site", "ours", "--languages", all, "--ci", "github", in: folder.url)
        #expect(made.status == 0 && made.text.contains("content/load-paper/ja.md\n"))
        let site = folder.url.appending(path: "ours")
        let check = try Program.vademecum("check", "--strict", in: site)
        #expect(check.status == 0, "\(check.text)\(check.errors)")
        #expect(try Program.vademecum("build", in: site).status == 0)
        let filled = try Program.vademecum(
            "personalise", "--error", "PC LOAD LETTER in tray 7", "--language", "fr", in: site)
        #expect(filled.text.contains("Remplir le bac 7"))
        #expect(try folder.text(at: "ours/.gitignore").contains("vademecum.local.yaml"))
    }

    /// The job is true as it is: what is a team's own is a variable, and where to set it is said.
    @Test(arguments: [("github", ".github/workflows/guides.yml"), ("gitlab", ".gitlab-ci.yml")])
    func theJobNeedsNoEditing(_ service: String, _ path: String) throws {
        let folder = try TemporaryFolder()
        let made = try Program.vademecum("new", "site", "--ci", service, in: folder.url)
        #expect(made.status == 0 && made.errors.contains("Set VADEMECUM_WHEEL"), "\(made.errors)")
        let job = try folder.text(at: path)
        #expect(!job.contains("OWNER") && !job.contains("example.org"))
        // Without the variable a shell stops there, and says what is missing.
        let line = try #require(job.split(separator: "\n").first { $0.contains("VADEMECUM_WHEEL:?") })
        let word = line[(line.firstIndex(of: "\"") ?? line.startIndex)...]
        let outcome = try Program.shell("unset VADEMECUM_WHEEL; echo \(word)", in: folder.url)
        #expect(outcome.status != 0 && outcome.errors.contains("a wheel of Vademecum"), "\(outcome.errors)")
        let check = try Program.vademecum("check", "--strict", in: folder.url)
        #expect(check.status == 0, "\(check.text)")
    }

    @Test func nothingIsOverwritten() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", at: ".gitignore")
        let before = try folder.contents()
        let made = try Program.vademecum("new", "site", "--languages", "fr,en", in: folder.url)
        #expect(made.status == 2 && made.errors.contains(".gitignore: error[existing-file]"))
        #expect(try folder.contents() == before)
    }

    @Test(arguments: [
        ("fr_FR", "“fr_FR” is not a language tag. Did you mean “fr-FR”?"), ("english", "did you mean `en`?"),
        ("French", "did you mean `fr`?"), ("Deutsch", "did you mean `de`?"), ("fra", "did you mean `fr`?"),
        ("sv", "add it by `vademecum new language sv`"),
    ])
    func whatWasMeantIsSaid(_ language: String, _ words: String) throws {
        let folder = try TemporaryFolder()
        let made = try Program.vademecum("new", "site", "--languages", language, in: folder.url)
        #expect(made.status == 2 && made.errors.contains(words), "\(made.errors)")
        #expect(try folder.files().isEmpty)
    }

    @Test func aConfigurationSaysWhatWasMeant() throws {
        let folder = try TemporaryFolder()
        try folder.write("title: T\nlanguages: [fr_FR, english]\n", at: "vademecum.yaml")
        let check = try Program.vademecum("check", in: folder.url)
        #expect(check.status == 2 && check.errors.contains("`fr-FR`") || check.text.contains("`fr-FR`"))
    }

    @Test func aNewGuideHasAFileForEveryLanguage() throws {
        let folder = try TemporaryFolder()
        _ = try Program.vademecum("new", "site", "--languages", "fr,en", in: folder.url)
        let made = try Program.vademecum("new", "guide", "printers/clear-jam", in: folder.url)
        #expect(
            made.text
                == "content/printers/clear-jam/guide.yaml\ncontent/printers/clear-jam/fr.md\ncontent/printers/clear-jam/en.md\n"
        )
        #expect(
            try folder.text(at: "content/printers/clear-jam/fr.md") == """
                ---
                title: Clear jam
                summary: TODO
                ---

                ## Problème

                TODO

                ## Étapes

                ### TODO

                TODO

                ## Vérification

                TODO

                """)
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
        _ = try Program.vademecum("translations", "accept", in: folder.url)
        let check = try Program.vademecum("check", in: folder.url)
        #expect(check.status == 1 && check.text.contains("“TODO” is not meant for readers"))
        #expect(try Program.vademecum("new", "guide", "printers/clear-jam", in: folder.url).status == 2)
        #expect(try Program.vademecum("new", "guide", "about", "--kind", "page", in: folder.url).status == 0)
        for name in ["../x", "/x", "a//b", "a/../b", ".hidden", "", "a b"] {
            #expect(try Program.vademecum("new", "guide", "--", name, in: folder.url).status == 2, "\(name)")
        }
        #expect(
            try Program.vademecum("new", "guide", "x", "--kind", "how-two", in: folder.url).errors.contains("`how-to`"))
    }

    @Test func aNewLanguageMarksEveryWord() throws {
        let folder = try TemporaryFolder()
        _ = try Program.vademecum("new", "site", in: folder.url)
        #expect(try Program.vademecum("new", "language", "sv", in: folder.url).status == 0)
        let text = try folder.text(at: "templates/languages/sv.yaml")
        #expect(text.contains("name: Svenska\n") && text.contains("  home: All guides  # translate\n"))
        #expect(!text.contains("common-words"))
        let configuration = try folder.text(at: "vademecum.yaml").replacing(
            "languages: [en]", with: "languages: [en, sv]")
        try folder.write(configuration, at: "vademecum.yaml")
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
        #expect(try Program.vademecum("new", "language", "sv", in: folder.url).status == 2)
        #expect(
            try Program.vademecum("new", "language", "fr", in: folder.url).errors.contains("comes with the program"))
        #expect(try Program.vademecum("new", "language", "fr-BE", in: folder.url).status == 2)
        #expect(
            try Program.vademecum("new", "language", "swedish", in: folder.url).errors.contains("did you mean `sv`?"))
        #expect(try Program.vademecum("new", "language", "he", in: folder.url).status == 0)
        #expect(try folder.text(at: "templates/languages/he.yaml").contains("direction: rtl"))
    }

    @Test func templatesArePrintedAndWritten() throws {
        let folder = try TemporaryFolder()
        _ = try Program.vademecum("new", "site", in: folder.url)
        let list = try Program.vademecum("templates")
        #expect(list.text.contains("guide.mustache\n") && list.text.contains("languages/fr.yaml\n"))
        let css = try Program.vademecum("templates", "site.css")
        #expect(css.status == 0 && !css.output.isEmpty)
        #expect(
            try Program.vademecum("templates", "site.css", "--write", in: folder.url).text == "templates/site.css\n")
        #expect(try Data(contentsOf: folder.url.appending(path: "templates/site.css")) == css.output)
        #expect(try Program.vademecum("templates", "site.css", "--write", in: folder.url).status == 2)
        #expect(try Program.vademecum("templates", "kinds", "--write", in: folder.url).status == 0)
        #expect(try Program.vademecum("templates", "site.cs").errors.contains("did you mean `site.css`?"))
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
    }
}
