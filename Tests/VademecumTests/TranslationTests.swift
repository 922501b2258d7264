import Foundation
import TestSupport
import Testing

/// Translations that fall behind, from the change of a source to its acceptance.
@Suite struct TranslationTests {
    private func git(_ project: CheckProject, _ arguments: String...) throws {
        let identity = [
            "-c", "user.name=Ada Example", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false",
        ]
        let outcome = try Program.shell(
            "git " + (identity + arguments).map { "'\($0)'" }.joined(separator: " "), in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    /// What the whole is for: a pull request that changes one French step without touching English.
    @Test func changedStepFailsAndShowsWhatChanged() throws {
        let project = try CheckProject()
        try project.edit("fr.md", "Indique la limite souhaitée.", "Indique la limite souhaitée et ta formule.")
        let outcome = try project.run("check")
        #expect(outcome.status == 1)
        try expectSnapshot(outcome.text, at: "Tests/Fixtures/translations/changed-step.txt")
        // By its source, too: it was that file that changed.
        #expect(try project.run("check", "content/ask/fr.md").status == 1)
        // An annotation shows it all.
        let annotation = try project.run("check", "--format", "github").text
        #expect(annotation.contains("in step 2:%0AIndique la limite souhaitée et ta formule.%0AEnvoie le formulaire."))
    }

    // MARK: Accepting

    @Test func translationThatChangedIsAccepted() throws {
        let project = try CheckProject()
        try project.edit("fr.md", "Indique la limite", "Note la limite")
        try project.edit("en.md", "Say which limit", "Note which limit")
        #expect(try project.run("check").status == 1)
        #expect(try project.run("translations", "accept", "ask").errors.hasSuffix("\n1 section accepted.\n"))
        #expect(try project.run("check", "--strict").status == 0)
        #expect(try project.run("translations", "accept").errors == "There was nothing to record.\n")
    }

    @Test func translationThatDidNotChangeTakesAReason() throws {
        let project = try CheckProject()
        try project.edit("fr.md", "Indique la limite", "Note la limite")
        let refused = try project.run("translations", "accept")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("content/ask/en.md:10:1: error[unchanged-translation]"))
        #expect(try project.run("check").status == 1)
        #expect(try project.run("translations", "accept", "--unchanged", " ").status == 2)
        let reason = "“noter” says \"indiquer\" better: no change"
        #expect(try project.run("translations", "accept", "--unchanged", reason).status == 0)
        #expect(try project.run("check", "--strict").status == 0)
        #expect(try project.folder.text(at: "content/ask/translations.yaml").contains("unchanged: \"“noter” says"))
        // It is kept until the section is translated anew.
        try project.edit("en.md", "Go to", "Open")
        try project.run("translations", "accept")
        #expect(try !project.folder.text(at: "content/ask/translations.yaml").contains("unchanged"))
    }

    // MARK: Status

    @Test func statusShowsWhatItWasWhereGitHasIt() throws {
        let project = try CheckProject()
        try git(project, "init", "--quiet")
        try git(project, "add", ".")
        try git(project, "commit", "--quiet", "--message", "Begin")
        try project.edit("fr.md", "Va sur la page des limites.", "Ouvre la page des limites.")
        let text = try project.run("translations", "status", "ask").text
        let shown = text.replacing(/in [0-9a-f]{10}\n/, with: "in <commit>\n")
        try expectSnapshot(shown, at: "Tests/Fixtures/translations/status.txt")
        let json = try project.run("translations", "--format", "json")
        let report = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
        let guides = try #require(report["guides"] as? [[String: Any]])
        #expect(guides.map { $0["guide"] as? String } == ["ask"])
    }

    @Test func statusDoesWithoutGit() throws {
        let project = try CheckProject()
        try project.edit("fr.md", "Va sur la page des limites.", "Ouvre la page des limites.")
        let outcome = try project.run("translations")
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("  + Ouvre la page des limites.\n"))
        #expect(outcome.text.contains("  1 earlier block not found in git\n"))
        #expect(outcome.text.hasSuffix("\n1 guide, 1 section behind\n"))
    }

    @Test func namesThatThereAreNoneOfAreBadUsage() throws {
        let project = try CheckProject()
        let guide = try project.run("translations", "status", "asl")
        #expect(guide.status == 2)
        #expect(guide.errors.contains("did you mean `ask`?"))
        #expect(try project.run("translations", "--language", "fr").status == 2)
        #expect(try project.run("translations", "accept", "--language", "de").status == 2)
    }

    // MARK: Pages

    @Test func staleSectionCarriesANotice() throws {
        let project = try CheckProject()
        try project.edit("fr.md", "Va sur la page des limites.", "Ouvre la page des limites.")
        #expect(try project.run("build").status == 0)
        let notice = "The original of this section has changed since it was translated."
        for page in ["index.html", "index.md"] {
            let english = try project.folder.text(at: "site/en/ask/\(page)")
            #expect(english.ranges(of: notice).count == 1)
            #expect(try !project.folder.text(at: "site/fr/ask/\(page)").contains("L’original de cette section"))
        }
        let sections = try project.folder.text(at: "site/en/ask/index.html").split(separator: "<section id=\"")
        #expect(sections.filter { $0.contains(notice) }.map { $0.prefix(5) } == ["steps"])
    }

    @Test func teamHasAPageOfThem() throws {
        let project = try CheckProject()
        try project.edit("fr.md", "Va sur la page des limites.", "Ouvre la page des limites.")
        #expect(try project.run("build", "--audience", "team", "--output", "team").status == 0)
        let page = try project.folder.text(at: "team/fr/translations/index.html")
        #expect(page.contains("<td class=\"behind\"><span class=\"state\">en retard</span>"))
        #expect(page.contains("<li><a href=\"../../en/ask/index.html#steps\">Steps</a></li>"))
        #expect(try project.folder.text(at: "team/fr/index.html").contains("<a href=\"translations/index.html\">"))
        // The public has none.
        #expect(try project.run("build").status == 0)
        #expect(try !project.folder.files(in: "site").contains { $0.contains("translations") })
        #expect(try !project.folder.text(at: "site/fr/index.html").contains("translations"))
    }

    @Test func guideInThePlaceOfThePageIsRefused() throws {
        let project = try CheckProject()
        try project.folder.copy(contentsOf: project.url.appending(path: "content/ask"), to: "content/translations")
        #expect(try project.run("build").status == 0)
        let outcome = try project.run("build", "--audience", "team", "--output", "team")
        #expect(outcome.errors.contains("content/translations: error[taken-name]"))
        #expect(outcome.status == 1)
    }
}
