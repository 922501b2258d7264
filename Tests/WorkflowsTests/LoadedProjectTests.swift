import Foundation
import Guides
import TestSupport
import Testing

@testable import Workflows

/// What has to be read, and found good enough, before the first guide is.
@Suite struct LoadedProjectTests {
    private func load(
        _ project: TestProject, environment: [String: String] = [:], _ change: (inout BuildOptions) -> Void = { _ in }
    ) throws -> LoadedProject.Outcome {
        var options = BuildOptions()
        change(&options)
        return LoadedProject.load(try project.folder, options, environment: environment)
    }

    @Test func wholeProjectIsLoaded() throws {
        let project = try TestProject(["content/first/notes.md": ""])
        guard case .loaded(let loaded, let warnings) = try load(project) else {
            Issue.record("it did not load")
            return
        }
        #expect(loaded.project.languages.map(\.name) == ["English", "Français"])
        #expect(loaded.project.inventory.guides.map(\.id) == ["first"])
        #expect(loaded.project.kinds.keys.sorted() == ["how-to"])
        #expect(loaded.site?.pages.count == 2)
        #expect(loaded.book.audience == .public)
        #expect(warnings.checks == ["unknown-language-file"])
    }

    /// Configuration, languages, kinds, templates, content and given values tell their faults in one run.
    @Test func allFaultsComeInOneRun() throws {
        let project = try TestProject([
            "vademecum.yaml":
                "title: Guides\nlanguages: [en, eo]\ncolour: red\nvalues: {limit: {type: integer, value: 1}}\n",
            "templates/kinds/note.yaml": "section: []\n", "templates/home.mustache": "{{nothing}}\n",
            "content/second/guide.yaml": "",
        ])
        guard case .failed(let diagnostics) = try load(project, { $0.settings = ["limit=many", "other=1"] }) else {
            Issue.record("it loaded")
            return
        }
        #expect(
            diagnostics.sortedByPlace().map { "\($0.place.path) \($0.check)" } == [
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
        let outcome = try load(project, environment: ["VADEMECUM_B": "environment"]) { $0.audience = audience }
        guard case .loaded(let loaded, _) = outcome else {
            Issue.record("it did not load")
            return
        }
        let sources = loaded.book.resolved().values.map { $0?.source }
        #expect(sources == (audience == .team ? [.local, .environment] : [.config, .config]))
    }
}
