import Foundation
import TestSupport
import Testing

/// `vademecum check` as a team's pipeline runs it.
@Suite struct CheckTests {
    @Test func cleanProjectPassesInEveryForm() throws {
        let project = try CheckProject()
        for format in ["text", "json", "sarif", "github", "gitlab"] {
            let outcome = try project.run("check", "--strict", "--format", format)
            #expect(outcome.status == 0, "\(format): \(outcome.text)")
        }
        #expect(try project.run("check").text == "1 guide, 2 files: no faults\n")
        #expect(try project.run("check", "--format", "github").text == "")
        #expect(try project.run("check", "--format", "gitlab").text == "[]\n")
        #expect(try project.run("check", "--quiet").text == "")
    }

    /// The pair that the faults are planted into.
    @Test(arguments: ["text", "json", "sarif", "github", "gitlab"])
    func cleanPairIsSilentInEveryForm(_ format: String) throws {
        let folder = try TemporaryFolder()
        try folder.copy(contentsOf: Package.fixture("clean"))
        #expect(try Program.vademecum("translations", "accept", in: folder.url).status == 0)
        let outcome = try Program.vademecum(
            "check", "--strict", "--today", "2026-11-24", "--format", format, in: folder.url)
        #expect(outcome.status == 0)
        #expect(!outcome.text.contains("content/raise-the-limit"))
    }

    @Test func findingsGoToStandardOutputAndTheSummaryIsLast() throws {
        let project = try CheckProject()
        try project.edit("en.md", "## Steps", "## Setps")
        let outcome = try project.run("check")
        #expect(outcome.status == 1)
        #expect(outcome.errors == "")
        #expect(outcome.text.contains("content/ask/en.md:10:4: error[unknown-section]"))
        #expect(outcome.text.split(separator: "\n").last?.hasPrefix("1 guide, 2 files: ") == true)
        // What a program reads is the report alone.
        let json = try project.run("check", "--format", "json")
        _ = try JSONSerialization.jsonObject(with: json.output)
        #expect(json.errors.hasPrefix("1 guide, 2 files: "))
    }

    @Test func warningsFailOnlyAStrictCheck() throws {
        let project = try CheckProject(accepted: false)
        #expect(try project.run("check").status == 0)
        #expect(try project.run("check", "--strict").status == 1)
    }

    @Test func pathsRestrictWhatIsReported() throws {
        let project = try CheckProject()
        try project.folder.copy(contentsOf: project.url.appending(path: "content/ask"), to: "content/other")
        try project.edit("en.md", "## Steps", "## Setps")
        #expect(try project.run("check").text.contains("1 guide") == false)
        #expect(try project.run("check", "content/ask").status == 1)
        #expect(try project.run("check", "ask").status == 1)
        #expect(try project.run("check", "content/ask/en.md").text.contains("1 guide, 1 file: "))
        #expect(try project.run("check", "content/other").text == "1 guide, 2 files: no faults\n")
        #expect(try project.run("check", "vademecum.yaml").status == 0)
    }

    @Test func checkThatLooksAtNothingIsAnError() throws {
        let project = try CheckProject()
        try project.folder.write("A note.", at: "notes/readme.md")
        #expect(try project.run("check", "nowhere").status == 2)
        let outcome = try project.run("check", "notes")
        #expect(outcome.status == 2)
        #expect(outcome.text.contains("notes: error[nothing-to-check]"))
        let empty = try TemporaryFolder()
        try empty.write("title: T\nlanguages: [fr]\n", at: "vademecum.yaml")
        #expect(try Program.vademecum("check", in: empty.url).status == 2)
        try empty.write("A file of no language.", at: "content/a/de.md")
        #expect(try Program.vademecum("check", in: empty.url).status == 2)
    }

    @Test func configurationWithFaultsEndsWithItsOwnStatus() throws {
        let project = try CheckProject()
        try project.folder.write("title: T\nlanguages: [fr, en]\nvalues: {a: {type: number}}\n", at: "vademecum.yaml")
        let outcome = try project.run("check", "--format", "json")
        #expect(outcome.status == 2)
        #expect(outcome.text.contains("\"check\": \"unknown-type\""))
    }

    @Test func guideWithoutATextDoesNotHideTheOthers() throws {
        let project = try CheckProject()
        try project.folder.write("kind: how-to\n", at: "content/empty/guide.yaml")
        try project.edit("en.md", "## Steps", "## Setps")
        let outcome = try project.run("check")
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("error[no-content]"))
        #expect(outcome.text.contains("error[unknown-section]"))
    }

    @Test func nothingOfOnesOwnIsRead() throws {
        let project = try CheckProject()
        try project.folder.write("no: [such, value]\n", at: "vademecum.local.yaml")
        let outcome = try project.run("check", "--strict", environment: ["VADEMECUM_NO_SUCH": "x"])
        #expect(outcome.status == 0)
    }

    @Test func pathsOfAProjectBelowBeginWithItsFolder() throws {
        let project = try CheckProject()
        try project.edit("en.md", "## Steps", "## Setps")
        let parent = project.url.deletingLastPathComponent()
        let name = project.url.lastPathComponent
        func report(_ format: String) throws -> String {
            try Program.vademecum("check", "--project", name, "--format", format, in: parent).text
        }
        #expect(try report("github").contains("::error file=\(name)/content/ask/en.md,"))
        #expect(try report("sarif").contains("\"uri\": \"\(name)/content/ask/en.md\""))
        #expect(try report("json").contains("\"path\": \"content/ask/en.md\""))
    }

    @Test func dayDecidesWhichReviewsAreDue() throws {
        let project = try CheckProject()
        try project.folder.write("reviewed: 2026-01-01\nreview-every: 30 days\n", at: "content/ask/guide.yaml")
        #expect(try !project.run("check", "--today", "2026-01-20").text.contains("overdue-review"))
        #expect(try project.run("check", "--today", "2026-03-01").text.contains("overdue-review"))
        #expect(try project.run("check", "--today", "tomorrow").status == 2)
    }

    @Test func checksExplainThemselves() throws {
        let outcome = try Program.vademecum("check", "--explain", "stale-translation")
        #expect(outcome.status == 0)
        #expect(outcome.text.hasPrefix("stale-translation (error, languages)\n"))
        #expect(outcome.text.contains("To fix it: "))
        #expect(try Program.vademecum("check", "--explain", "all").text.contains("\nstale-translation "))
        let unknown = try Program.vademecum("check", "--explain", "stale-translatoin")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("Did you mean “stale-translation”?"))
    }
}
