import Foundation
import TestSupport
import Testing

/// `check --changed`: a pull request is told about its own guides.
@Suite struct ChangedGuideTests {
    /// Two guides with a fault each, committed on a branch that is called `main`.
    private func project() throws -> CheckProject {
        let project = try CheckProject()
        try project.edit("fr.md", "ta requête.", "ta requête...")
        for file in ["fr.md", "en.md"] {
            try project.folder.write(project.folder.text(at: "content/ask/\(file)"), at: "content/other/\(file)")
        }
        try git(project, "init -q -b main && git add -A && git commit -q -m first")
        return project
    }

    private func git(_ project: CheckProject, _ commands: String) throws {
        let outcome = try Program.shell(
            "export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada "
                + "GIT_COMMITTER_EMAIL=ada@example.org; git \(commands)", in: project.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test func guidesThatAreAsTheyWereAreLeftOut() throws {
        let project = try project()
        #expect(try project.run("check", "--changed").text == "0 guides, 0 files: no faults\n")
        try project.edit("en.md", "Send the form.", "Send a form.")
        let text = try project.run("check", "--changed").text
        // The other language of the guide is looked at too, and the other guide is not.
        #expect(text.contains("content/ask/fr.md:8") && text.contains("three-dots") && !text.contains("content/other"))
        #expect(text.contains("1 guide, 2 files"))
    }

    @Test func aBranchIsComparedWithWhereItBegan() throws {
        let project = try project()
        try git(project, "checkout -q -b topic")
        try project.folder.write("Nothing.", at: "content/ask/note.txt")
        try git(project, "add -A && git commit -q -m topic")
        #expect(try project.run("check", "--changed").text.hasPrefix("0 guides"))
        for arguments in [["--changed=main"], ["--changed", "main"], ["--changed", "--base", "main"]] {
            let outcome = try Program.vademecum(["check"] + arguments, in: project.url)
            #expect(outcome.text.contains("1 guide, 2 files") && !outcome.text.contains("content/other"))
        }
        #expect(try project.run("check", "--changed=nothing").status == 2)
        #expect(try project.run("check", "--base", "main").status == 2)
    }

    /// Services look for files from the root of the repository, wherever the program is started.
    @Test(arguments: ["github", "gitlab", "sarif"]) func annotationsLandWhereverTheProgramRuns(_ format: String) throws
    {
        let folder = try TemporaryFolder()
        let project = try project()
        let docs = folder.url.appending(path: "docs")
        try FileManager.default.copyItem(at: project.url, to: docs)
        try FileManager.default.removeItem(at: docs.appending(path: ".git"))
        #expect(try Program.shell("git init -q", in: folder.url).status == 0)
        let text = try Program.vademecum(["check", "--format", format], in: docs).text
        #expect(text.contains("docs/content/ask/fr.md"))
    }
}
