import Foundation
import TestSupport
import Testing

/// `translations.yaml` in a team: branches that accept apart from each other, conflicts, and files that got lost.
@Suite struct RecordTests {
    private static let path = "content/ask/translations.yaml"

    private func git(_ project: CheckProject, _ commands: String) throws -> Program.Outcome {
        try Program.shell(
            "export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada "
                + "GIT_COMMITTER_EMAIL=ada@example.org; \(commands)", in: project.url)
    }

    @Test func branchesThatAcceptDifferentSectionsMerge() throws {
        let project = try CheckProject()
        try project.edit("fr.md", "Le service refuse", "L’outil refuse")
        try project.edit("fr.md", "Va sur la page", "Ouvre la page")
        try project.edit("fr.md", "La nouvelle limite", "Cette limite")
        #expect(try git(project, "git init -q -b main && git add -A && git commit -q -m first").status == 0)
        for (branch, section) in [("a", "problem"), ("b", "steps"), ("c", "verification")] {
            #expect(try git(project, "git checkout -q -b \(branch) main").status == 0)
            let outcome = try project.run(
                "translations", "accept", "--section", section, "--unchanged", "a word in French")
            #expect(outcome.errors.hasSuffix("1 section accepted.\n"))
            #expect(try project.run("check").text.contains("2 errors"))
            #expect(try git(project, "git commit -q -am \(branch)").status == 0)
        }
        let merge = try git(
            project, "git checkout -q main && git merge -q -m ab a && git merge -q -m ab b && git merge -q -m abc c")
        #expect(merge.status == 0, "\(merge.text) \(merge.errors)")
        #expect(try project.run("check", "--strict").status == 0)
    }

    /// Sections that were never recorded stand beside each other; recording one of them is apart from recording the next.
    @Test func branchesThatRecordNewSectionsMerge() throws {
        let project = try CheckProject(accepted: false)
        _ = try project.run("translations", "accept", "--section", "front matter")
        #expect(try git(project, "git init -q -b main && git add -A && git commit -q -m first").status == 0)
        for (branch, section) in [("a", "problem"), ("b", "steps")] {
            #expect(try git(project, "git checkout -q -b \(branch) main").status == 0)
            _ = try project.run("translations", "accept", "--section", section)
            #expect(try git(project, "git commit -q -am \(branch)").status == 0)
        }
        #expect(try git(project, "git checkout -q main && git merge -q -m ab a && git merge -q -m ab b").status == 0)
        #expect(try project.run("check").text.contains("1 warning"))
    }

    @Test func whatCannotBeReadIsNotWrittenOver() throws {
        let project = try CheckProject()
        try project.edit("fr.md", "Le service refuse", "L’outil ne refuse jamais")
        let records = try project.folder.text(at: Self.path)
        for broken in [
            records.replacing("  en:\n", with: "<<<<<<< HEAD\n  en:\n=======\n  en:\n>>>>>>> other\n"),
            records.replacing("format: 2", with: "format: 3"), records + "  : {", "",
        ] {
            try project.folder.write(broken, at: Self.path)
            let outcome = try project.run("translations", "accept")
            #expect(outcome.status == 1)
            #expect(
                outcome.errors.contains("unreadable-records") && outcome.errors.contains("There was nothing to record.")
            )
            #expect(try project.folder.text(at: Self.path) == broken)
            #expect(try project.run("check").status == 1)
        }
    }

    @Test func anUnknownSectionIsNamed() throws {
        let outcome = try CheckProject().run("translations", "accept", "--section", "problm")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("did you mean `problem`?"))
    }
}
