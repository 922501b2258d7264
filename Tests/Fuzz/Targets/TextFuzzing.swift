import Guides
import Sources
import Values
import Workflows

/// Texts on their whole way through the program.
enum TextFuzzing {
    private static let configuration = """
        title: Guides
        languages: [en]
        values:
          name: {type: text, value: "a *b* <c> | `d`"}
          limit: {type: integer, value: 40000}
          plan: {type: choice, choices: {paid: Paid, free: Free}, value: paid}
          link: {type: url, value: "https://example.org/?a=1&b=(2)"}
          rows: {type: table, columns: {model: {type: text}}, value: [{model: "x | y"}]}

        """
    private static let guideFile = "content/a/en.md"

    static func project(_ text: [UInt8]) -> ProjectFolder {
        ProjectFolder(MemoryFiles(["vademecum.yaml": Array(configuration.utf8), guideFile: text]))
    }

    /// What the program writes it reads again: nothing of it may be more than it takes itself.
    static func render(_ bytes: [UInt8]) {
        let rendering = LooseRendering(project([]), ValueOptions())
        for format in LooseRendering.Format.allCases {
            let outcome = rendering.render(SourceFile(path: "text.md", bytes: bytes), language: nil, to: format)
            guard let result = outcome.value else { continue }
            precondition(String(validating: result, as: UTF8.self) != nil, "what is written is UTF-8")
        }
    }

    static func guide(_ bytes: [UInt8]) {
        let folder = project(bytes)
        let outcome = ContentCheck(folder, ValueOptions(), CheckOptions()).check()
        for diagnostic in outcome.diagnostics {
            let place = diagnostic.place
            precondition(place.line >= 1 && place.column >= 1, "places count from 1")
            precondition(place.endLine >= place.line, "places end behind their beginning")
        }
        guard let loaded = ProjectLoader(folder, ValueOptions()).load(.guides).value else { return }
        let line = Line(loaded)
        for entry in loaded.project.inventory.guides {
            var found: [Diagnostic] = []
            guard let guide = line.read(entry, &found) else { continue }
            found += line.check(guide)
            guard !found.hasErrors else { continue }
            for edition in line.render(line.fill(guide), isPage: true) {
                precondition(String(validating: edition.html, as: UTF8.self) != nil, "a page is UTF-8")
                precondition(String(validating: edition.markdown, as: UTF8.self) != nil, "a page is UTF-8")
            }
        }
    }
}
