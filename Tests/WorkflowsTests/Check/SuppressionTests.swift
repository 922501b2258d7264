import Guides
import TestSupport
import Testing

@testable import Workflows

/// Findings that somebody answers for, in the content or in the configuration.
@Suite struct SuppressionTests {
    private func project() throws -> MemoryProject {
        let project = MemoryProject()
        try project.edit("fr.md", "Va sur la page des limites.", "Va sur [la liste des limites](http://example.org/).")
        try project.edit("en.md", "Go to the page of limits.", "Go to [the list of limits](http://example.org/).")
        project.accept()
        return project
    }

    private func ignore(_ project: MemoryProject, _ rule: String) throws {
        let configuration = "title: {fr: Guides, en: Guides}\nlanguages: [fr, en]\ncheck:\n  ignore:\n    - \(rule)\n"
        try project.write(configuration, at: "vademecum.yaml")
    }

    private static let reason = "the old server knows nothing else"

    @Test func commentAnswersForTheNextBlock() throws {
        let project = try project()
        #expect(project.check().diagnostics.checks == ["insecure-link", "insecure-link"])
        for (file, text) in [("fr.md", "Va sur"), ("en.md", "Go to")] {
            try project.edit(file, "\(text) [", "<!-- check: ignore insecure-link \(Self.reason) -->\n\(text) [")
        }
        #expect(project.check().findings == [])
        // No reader sees it.
        let output = try TemporaryFolder()
        var options = BuildOptions()
        options.output = "\(output.path)/site"
        #expect(SiteBuild(project.folder, ValueOptions(), options).build().value?.guides == 1)
        #expect(try !output.text(at: "site/en/ask/index.html").contains("old server"))
        #expect(try !output.text(at: "site/en/ask/index.md").contains("old server"))
    }

    @Test func ruleAnswersForFiles() throws {
        let project = try project()
        try ignore(project, "{check: insecure-link, path: content/*/en.md, reason: \(Self.reason)}")
        #expect(project.check().diagnostics.map(\.place.path) == ["content/ask/fr.md"])
        try ignore(project, "{check: insecure-link, path: content, reason: \(Self.reason)}")
        #expect(project.check().findings == [])
    }

    @Test func answerWithoutAReasonIsNone() throws {
        let project = try project()
        try project.edit("en.md", "Go to [", "<!-- check: ignore insecure-link -->\nGo to [")
        let findings = project.check().findings
        #expect(findings.contains("en.md:14:1: error[bad-suppression]"))
        #expect(findings.contains("en.md:15:7: warning[insecure-link]"))
        try ignore(project, "{check: insecure-link, path: content}")
        #expect(project.check().isUsage)
    }

    @Test func answerToNothingIsReported() throws {
        let project = MemoryProject()
        try project.edit("en.md", "Go to", "<!-- check: ignore three-dots \(Self.reason) -->\nGo to")
        #expect(project.check().findings.contains("en.md:14:1: warning[unused-suppression]"))
        try ignore(project, "{check: three-dots, path: content/**, reason: \(Self.reason)}")
        #expect(project.check().findings.contains("vademecum.yaml:5:15: warning[unused-suppression]"))
    }

    @Test func answerToAnUnknownCheckIsReported() throws {
        let project = MemoryProject()
        try ignore(project, "{check: three-dosts, path: content/**, reason: \(Self.reason)}")
        let outcome = project.check()
        #expect(outcome.findings == ["vademecum.yaml:5:15: error[unknown-check]"])
        #expect(outcome.diagnostics.first?.help == "did you mean `three-dots`?")
    }

    @Test func whatRefusesTheBuildCannotBeAnsweredFor() throws {
        let project = MemoryProject()
        try project.edit("en.md", "Go to", "<!-- check: ignore raw-html \(Self.reason) -->\n<b>Go</b> to")
        let checks = project.check().diagnostics.checks
        #expect(checks.contains("unsuppressible-check") && checks.contains("raw-html"))
    }
}
