import Foundation
import TestSupport
import Testing

/// A large documentation turns `check` on: what was there before is kept apart from what is new.
@Suite struct BaselineTests {
    private func project() throws -> CheckProject {
        let project = try CheckProject()
        try project.edit("fr.md", "Le service refuse ta requête.", "Le service refuse ta requête...")
        try project.edit("en.md", "The service refuses your request.", "The service refuses your request...")
        _ = try project.run("translations", "accept", "--quiet")
        return project
    }

    @Test func onlyWhatIsNewIsReported() throws {
        let project = try project()
        #expect(try project.run("check", "--strict").status == 1)
        let written = try project.run("check", "--write-baseline", "known.json")
        #expect(written.status == 0)
        #expect(written.errors == "known.json written: 2 findings.\n")
        #expect(
            try project.run("check", "--strict", "--baseline", "known.json").text == "1 guide, 2 files: no faults\n")
        // Edits elsewhere move lines, and no entry.
        try project.edit("en.md", "## Problem\n", "## Problem\n\n<!-- A note. -->\n")
        #expect(try project.run("check", "--strict", "--baseline", "known.json").status == 0)
        try project.edit("en.md", "Send the form.", "It's a form.")
        let outcome = try project.run("check", "--strict", "--baseline", "known.json")
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("straight-apostrophe") && !outcome.text.contains("three-dots"))
    }

    @Test func whatNoLongerAppliesIsSaid() throws {
        let project = try project()
        _ = try project.run("check", "--write-baseline", "known.json")
        try project.edit("en.md", "request...", "request.")
        let outcome = try project.run("check", "--baseline", "known.json")
        #expect(outcome.errors.contains("1 entry of known.json no longer applies:\n  content/ask/en.md: three-dots\n"))
        // A part of the project says nothing about the rest.
        #expect(try !project.run("check", "--baseline", "known.json", "content/ask/fr.md").errors.contains("no longer"))
    }

    @Test func aFileThatIsNoBaselineIsRefused() throws {
        let project = try project()
        #expect(try project.run("check", "--baseline", "none.json").status == 2)
        try project.folder.write("{}", at: "other.json")
        #expect(try project.run("check", "--baseline", "other.json").status == 2)
    }

    @Test func findingsAreCountedByCheck() throws {
        let text = try project().run("check", "--statistics").text
        #expect(
            text.hasSuffix("2  three-dots (warning)\n\n1 guide, 2 files: 2 warnings (2 can be fixed with --fix)\n"))
    }
}
