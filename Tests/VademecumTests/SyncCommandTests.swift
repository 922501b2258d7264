import Foundation
import TestSupport
import Testing

/// `vademecum translations sync`, from a change in git to a translation that is current.
@Suite struct SyncCommandTests {
    private func project() throws -> CheckProject {
        let project = try CheckProject(accepted: false)
        try project.edit(
            "fr.md", "Va sur la page des limites.", "Va sur la [page des limites](https://example.org/limits).")
        try project.edit(
            "en.md", "Go to the page of limits.", "Go to the [page of limits](https://example.org/limits).")
        _ = try project.run("translations", "accept", "--quiet")
        try git(project, "init -q && git add -A && git commit -q -m first")
        return project
    }

    private func git(_ project: CheckProject, _ commands: String) throws {
        let outcome = try Program.shell(
            "export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada "
                + "GIT_COMMITTER_EMAIL=ada@example.org; git \(commands)", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test func anAddressIsCarriedOverAndRecorded() throws {
        let project = try project()
        try project.edit("fr.md", "example.org/limits", "example.com/account/limits")
        #expect(try project.run("check").status == 1)
        let english = try project.folder.text(at: "content/ask/en.md")
        let shown = try project.run("translations", "sync", "--diff")
        #expect(shown.text.contains("\n+Go to the [page of limits](https://example.com/account/limits).\n"))
        #expect(try project.folder.text(at: "content/ask/en.md") == english)
        let outcome = try project.run("translations", "sync", "ask")
        #expect(outcome.status == 0)
        #expect(outcome.errors.hasSuffix("1 section brought up to date.\n"))
        #expect(
            try project.folder.text(at: "content/ask/en.md")
                == english.replacing("example.org/limits", with: "example.com/account/limits"))
        #expect(try project.run("check", "--strict").status == 0)
        #expect(try project.run("translations", "sync").errors == "There was nothing to carry over.\n")
    }

    @Test func theIDOfAHeadingIsCarriedOver() throws {
        let project = try project()
        try project.edit("fr.md", "### Remplir le formulaire", "### Remplir le formulaire {#form}")
        #expect(try project.run("translations", "sync").status == 0)
        #expect(try project.folder.text(at: "content/ask/en.md").contains("### Fill in the form {#form}\n"))
        #expect(try project.run("check", "--strict").status == 0)
    }

    @Test func wordsAreLeftToAPerson() throws {
        let project = try project()
        try project.edit("fr.md", "Indique la limite souhaitée.", "Indique la limite souhaitée et ta formule.")
        let before = try project.folder.contents()
        let outcome = try project.run("translations", "sync")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("is left to a person: words were written or changed in line 18 of the source"))
        #expect(try project.folder.contents() == before)
    }
}
