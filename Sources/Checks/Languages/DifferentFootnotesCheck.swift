import Sources

/// Notes that a part refers to in one language and not in another.
struct DifferentFootnotesCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentFootnotes.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        pair.regions.compactMap { own, other in
            let (names, others) = (own.footnotes.sorted(), other.footnotes.sorted())
            guard names != others else { return nil }
            let problem = DifferentFootnotes(own: names, other: others, language: pair.source.edition.language.name)
            return Diagnostic(
                problem, at: pair.translation.place(of: own),
                related: other.heading.map { [pair.source.note($0, "the same part")] } ?? [])
        }
    }
}

struct DifferentFootnotes: Problem {
    static let description = CheckDescription(
        "different-footnotes", .languages, .warning,
        summary: "A part that refers to other footnotes in one of two languages.",
        why: "Readers of one language miss what the note says.",
        mending: "Refer to the same notes, by the same names, in both languages.",
        faulty: [
            CheckExample(
                fr: "## Problème\n\nUn fait.[^1]\n\n[^1]: Sa source.", en: "## ⟦Problem⟧\n\nA fact.",
                "no note, and `1` in Français"),
            CheckExample(
                fr: "## Problème\n\nUn fait.[^a]\n\n[^a]: Sa source.",
                en: "## ⟦Problem⟧\n\nA fact.[^b]\n\n[^b]: Its source.",
                "`b`, and `a` in Français"),
        ],
        clean: [
            CheckExample(
                fr: "## Problème\n\nUn fait.[^1]\n\n[^1]: Sa source.",
                en: "## Problem\n\nA fact.[^1]\n\n[^1]: Its source."),
            // Told as a note that nothing refers to.
            CheckExample(
                fr: "## Problème\n\nUn fait.[^1]\n\n[^1]: Sa source.",
                en: "## Problem\n\nA fact.\n\n[^1]: Its source."),
        ])

    let own: [String]
    let other: [String]
    let language: String

    var message: String { "\(Self.words(own)), and \(Self.words(other)) in \(language)" }
    var help: String? { "refer to the same notes in both languages, by the same names" }

    private static func words(_ names: [String]) -> String {
        names.isEmpty ? "no note" : names.prefix(5).map { "`\($0)`" }.joined(separator: " ")
    }
}
