import TestSupport
import Testing

/// Findings that somebody answers for, in the content or in the configuration.
@Suite struct SuppressionTests {
    private func project() throws -> CheckProject {
        let project = try CheckProject()
        try project.edit("fr.md", "Va sur la page des limites.", "Va sur [la liste des limites](http://example.org/).")
        try project.edit("en.md", "Go to the page of limits.", "Go to [the list of limits](http://example.org/).")
        try project.run("translations", "accept")
        return project
    }

    private func ignore(_ project: CheckProject, _ rule: String) throws {
        let configuration = "title: {fr: Guides, en: Guides}\nlanguages: [fr, en]\ncheck:\n  ignore:\n    - \(rule)\n"
        try project.folder.write(configuration, at: "vademecum.yaml")
    }

    private static let reason = "the old server knows nothing else"

    @Test func commentAnswersForTheNextBlock() throws {
        let project = try project()
        #expect(try project.run("check", "--strict").status == 1)
        for (file, text) in [("fr.md", "Va sur"), ("en.md", "Go to")] {
            try project.edit(file, "\(text) [", "<!-- check: ignore insecure-link \(Self.reason) -->\n\(text) [")
        }
        let outcome = try project.run("check", "--strict")
        #expect(outcome.text == "1 guide, 2 files: no faults\n")
        // No reader sees it.
        #expect(try project.run("build").status == 0)
        #expect(try !project.folder.text(at: "site/en/ask/index.html").contains("old server"))
        #expect(try !project.folder.text(at: "site/en/ask/index.md").contains("old server"))
    }

    @Test func ruleAnswersForFiles() throws {
        let project = try project()
        try ignore(project, "{check: insecure-link, path: content/*/en.md, reason: \(Self.reason)}")
        let outcome = try project.run("check")
        #expect(outcome.text.contains("content/ask/fr.md:"))
        #expect(!outcome.text.contains("content/ask/en.md:"))
        try ignore(project, "{check: insecure-link, path: content, reason: \(Self.reason)}")
        #expect(try project.run("check", "--strict").status == 0)
    }

    @Test func answerWithoutAReasonIsNone() throws {
        let project = try project()
        try project.edit("en.md", "Go to [", "<!-- check: ignore insecure-link -->\nGo to [")
        let text = try project.run("check").text
        #expect(text.contains("en.md:14:1: error[bad-suppression]"))
        #expect(text.contains("en.md:15:7: warning[insecure-link]"))
        try ignore(project, "{check: insecure-link, path: content}")
        #expect(try project.run("check").status == 2)
    }

    @Test func answerToNothingIsReported() throws {
        let project = try CheckProject()
        try project.edit("en.md", "Go to", "<!-- check: ignore three-dots \(Self.reason) -->\nGo to")
        #expect(try project.run("check").text.contains("en.md:14:1: warning[unused-suppression]"))
        try ignore(project, "{check: three-dots, path: content/**, reason: \(Self.reason)}")
        #expect(try project.run("check").text.contains("vademecum.yaml:5:15: warning[unused-suppression]"))
    }

    @Test func answerToAnUnknownCheckIsReported() throws {
        let project = try CheckProject()
        try ignore(project, "{check: three-dosts, path: content/**, reason: \(Self.reason)}")
        let outcome = try project.run("check")
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("vademecum.yaml:5:15: error[unknown-check]"))
        #expect(outcome.text.contains("did you mean `three-dots`?"))
    }

    @Test func whatRefusesTheBuildCannotBeAnsweredFor() throws {
        let project = try CheckProject()
        try project.edit("en.md", "Go to", "<!-- check: ignore raw-html \(Self.reason) -->\n<b>Go</b> to")
        let outcome = try project.run("check")
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("error[unsuppressible-check]"))
        #expect(outcome.text.contains("error[raw-html]"))
    }
}
