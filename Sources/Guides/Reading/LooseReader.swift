import Sources
import Values

/// Reads a Markdown file that belongs to no guide: no sections are asked for, and front matter may be missing.
public struct LooseReader: Sendable {
    private let project: Project
    private let language: Language

    /// Reads with a project's values, in a language.
    public init(_ project: Project, language: Language) {
        self.project = project
        self.language = language
    }

    /// The text, without sections; nil where it is none that could be parsed.
    public func read(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> LooseText? {
        let reader = EditionReader(
            project: project, guide: "", kind: Kind(id: "", sections: [], isFree: true), language: language, file: file)
        var found: [Diagnostic] = []
        let edition = reader.read(structured: false, &found)
        diagnostics += found
        guard let edition else { return nil }
        let known = project.configuration.values.names.names
        for use in edition.uses where use.index == nil {
            let problem = UndefinedValue(name: use.name, known: known, canBeSet: known.isEmpty)
            diagnostics.append(Diagnostic(problem, at: file.place(use.range)))
        }
        return LooseText(edition)
    }
}
