import Foundation
import Sources
import TestSupport
import Testing
import Values

@testable import Workflows

/// What has to be read, and found good enough, before the first guide is.
@Suite struct LoadedProjectTests {
    private func load(
        _ project: TestProject, _ options: ValueOptions = ValueOptions()
    ) throws -> Outcome<LoadedProject> {
        ProjectLoader(try project.folder, options).load(.site)
    }

    @Test func wholeProjectIsLoaded() throws {
        let project = try TestProject(["content/first/notes.md": ""])
        let outcome = try load(project)
        let loaded = try #require(outcome.value)
        #expect(loaded.project.languages.map(\.name) == ["English", "Français"])
        #expect(loaded.project.inventory.guides.map(\.id) == ["first"])
        #expect(loaded.project.kinds.keys.sorted() == ["how-to", "page"])
        #expect(loaded.site?.pages.count == 2)
        #expect(loaded.book.audience == .public)
        #expect(outcome.diagnostics.checks == ["unknown-language-file"])
    }

    /// Configuration, languages, kinds, templates, content and given values tell their faults in one run.
    @Test func allFaultsComeInOneRun() throws {
        let project = try TestProject([
            "vademecum.yaml":
                "title: Guides\nlanguages: [en, eo]\ncolour: red\nvalues: {limit: {type: integer, value: 1}}\n",
            "templates/kinds/note.yaml": "section: []\n", "templates/home.mustache": "{{nothing}}\n",
            "content/second/guide.yaml": "",
        ])
        let outcome = try load(project, ValueOptions(settings: ["limit=many", "other=1"]))
        #expect(outcome.value == nil && outcome.isUsage)
        #expect(
            outcome.diagnostics.map { "\($0.place.path) \($0.check)" } == [
                "--set limit wrong-type", "--set other undefined-value", "content/second no-content",
                "templates/home.mustache unknown-template-field", "templates/kinds/note.yaml missing-key",
                "templates/kinds/note.yaml unknown-key", "templates/languages/eo.yaml no-language",
                "vademecum.yaml unknown-key",
            ])
    }

    @Test(arguments: [Audience.public, .team]) func onlyTheTeamReadsWhatIsItsOwn(_ audience: Audience) throws {
        let project = try TestProject([
            "vademecum.yaml":
                "title: Guides\nlanguages: [en]\nvalues:\n  a: {type: text, value: config}\n  b: {type: text, value: config}\n",
            "vademecum.local.yaml": "a: local\n",
        ])
        let options = ValueOptions(audience: audience, environment: ["VADEMECUM_B": "environment"])
        let loaded = try #require(try load(project, options).value)
        let sources = loaded.book.resolved().values.map { $0?.source }
        #expect(sources == (audience == .team ? [.local, .environment] : [.config, .config]))
    }
}
