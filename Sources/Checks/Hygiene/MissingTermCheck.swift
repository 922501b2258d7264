import Sources

/// A language whose file lacks a word that another one has.
struct MissingTermCheck: FileCheck {
    static let problems: [any Problem.Type] = [MissingTerm.self]

    func diagnose(_ files: ProjectFiles, in context: CheckContext) -> [Diagnostic] {
        let languages = context.project.languages
        let terms = Set(languages.flatMap { $0.terms.keys })
        let sections = Set(context.project.kinds.values.flatMap(\.sections).map(\.id))
        return languages.flatMap { language -> [Diagnostic] in
            let path = "templates/languages/\(language.tag).yaml"
            let file = files.tables.first { $0.path == path }
            func place(_ key: String) -> Place { Self.place(of: key, in: file, path) }
            var found: [Diagnostic] = []
            let untitled = sections.filter { language.sections[$0]?.isEmpty != false }.sorted()
            if !untitled.isEmpty {
                let problem = MissingTerm(names: untitled, language: language.name, isSection: true)
                found.append(Diagnostic(problem, at: place("sections")))
            }
            let unnamed = language.borrowedTerms.union(terms.filter { language.terms[$0] == nil }).sorted()
            if !unnamed.isEmpty {
                let problem = MissingTerm(names: unnamed, language: language.name, isSection: false)
                found.append(Diagnostic(problem, at: place("terms")))
            }
            return found
        }
    }

    private static func place(of key: String, in file: SourceFile?, _ path: String) -> Place {
        guard let file else { return Place(path: path) }
        let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.firstIndex { $0.starts(with: Array("\(key):".utf8)) }.map { file.place(line: $0 + 1) }
            ?? file.place(line: 1)
    }
}

struct MissingTerm: Problem {
    static let description = CheckDescription(
        "missing-term", .hygiene, .warning,
        summary: "A language's file that lacks a term, or a section's title, that another language has.",
        why: "Pages in the language show an English word in its place.",
        mending: "Add the term to `templates/languages/TAG.yaml` of the project.",
        faulty: [
            CheckExample(
                files: [
                    ("vademecum.yaml", "title: Guides\nlanguages: [en, eo]\n"),
                    (
                        "templates/languages/eo.yaml",
                        "name: Esperanto\n⟦sections: {problem: Problemo, steps: Paŝoj, workarounds: Dume, notes: Notoj}⟧\n⟦terms: {alert-caution: Atentu}⟧\n"
                    ),
                ],
                [
                    "Esperanto has no title for the section `verification`",
                    "Esperanto has no word for `alert-important`, `alert-note`, `alert-tip` and others",
                ])
        ],
        clean: [CheckExample("Text.")])

    let names: [String]
    let language: String
    let isSection: Bool

    /// So many names are told all; of more, some.
    private static let most = 8

    var message: String {
        // A language that the program knows nothing of may lack nearly all words.
        let shown = names.count > Self.most ? names[..<3] : names[...]
        let list = shown.map { "`\($0)`" }.joined(separator: ", ") + (names.count > shown.count ? " and others" : "")
        return isSection ? "\(language) has no title for the section \(list)" : "\(language) has no word for \(list)"
    }
    var help: String? { "add `\(names.first ?? "…"): …` here" }
}
