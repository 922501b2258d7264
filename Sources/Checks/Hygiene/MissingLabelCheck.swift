import Guides
import Sources
import Values

/// A title, a label or a unit of the configuration that some of the site's languages lack.
struct MissingLabelCheck: FileCheck {
    static let problems: [any Problem.Type] = [MissingLabel.self]

    func diagnose(_ files: ProjectFiles, in context: CheckContext) -> [Diagnostic] {
        let configuration = context.project.configuration
        let languages = context.project.languages
        var found: [Diagnostic] = []
        func report(_ text: LocalizedText, _ what: String, at place: @autoclosure () -> Place) {
            // A text without a language is the same in all of them.
            guard !text.texts.isEmpty else { return }
            let missing = languages.filter { text[$0.tag, orElse: nil] == nil }
            if missing.isEmpty { return }
            found.append(
                Diagnostic(MissingLabel(what: what, languages: missing.map { ($0.name, $0.tag) }), at: place()))
        }
        report(configuration.title, "the site’s title", at: Self.place(of: "title", in: files.configuration))
        for value in configuration.values where !value.type.isUnit {
            report(value.label, "the label of `\(value.name)`", at: value.place)
            if let unit = value.unit { report(unit.other, "the unit of `\(value.name)`", at: value.place) }
            reportLabels(in: value.type, of: value.name) { report($0, $1, at: value.place) }
        }
        return found
    }

    /// The labels within a type: of choices and of columns.
    private func reportLabels(in type: ValueType, of name: String, _ body: (LocalizedText, String) -> Void) {
        switch type {
        case .choice(let choices):
            for choice in choices { body(choice.label, "the choice `\(choice.key)` of `\(name)`") }
        case .table(let columns):
            for column in columns {
                body(column.label, "the label of the column `\(column.name)` of `\(name)`")
                reportLabels(in: column.type, of: "\(name).\(column.name)", body)
            }
        default: break
        }
    }

    private static func place(of key: String, in file: SourceFile) -> Place {
        let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return file.place(line: (lines.firstIndex { $0.starts(with: Array("\(key):".utf8)) } ?? 0) + 1)
    }
}

struct MissingLabel: Problem {
    static let description = CheckDescription(
        "missing-label", .hygiene, .warning,
        summary: "A title, a label or a unit in vademecum.yaml that lacks one of the site's languages.",
        why: "Pages in that language show the word of another one.",
        mending: "Add the language. A word that is the same in all of them is written without a language: `label: ID`.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml",
                "title: Guides\nlanguages: [fr, en]\nvalues:\n  ⟦a⟧: {type: integer, example: 3, label: {fr: Nombre}}\n",
                "the label of `a` has no English")
        ],
        clean: [
            CheckExample(
                file: "vademecum.yaml",
                "title: Guides\nlanguages: [fr, en]\nvalues:\n  a: {type: integer, example: 3, label: {fr: Nombre, en: Number}}\n"
            )
        ])

    let what: String
    let languages: [(name: String, tag: LanguageTag)]

    var message: String { "\(what) has no \(languages.map(\.name).joined(separator: ", "))" }
    var help: String? { "add `\(languages.map { "\($0.tag): …" }.joined(separator: ", "))`" }
}
