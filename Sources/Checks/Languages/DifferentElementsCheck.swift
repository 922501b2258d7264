import Guides
import Sources

/// HTML elements that a part has in one language and not as often in another.
struct DifferentElementsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentElements.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        pair.regions.flatMap { own, other -> [Diagnostic] in
            if own.elements == other.elements { return [] }
            let (counts, others) = (Self.counts(own.elements), Self.counts(other.elements))
            return Set(counts.keys).union(others.keys).sorted().compactMap { name in
                let (count, wanted) = (counts[name] ?? 0, others[name] ?? 0)
                // Where a line breaks is a matter of the words.
                guard count != wanted, name != "br" else { return nil }
                return Diagnostic(
                    DifferentElements(
                        name: name, count: count, sourceCount: wanted, language: pair.source.edition.language.name),
                    at: pair.translation.place(of: own),
                    related: other.heading.map { [pair.source.note($0, "the same part")] } ?? [])
            }
        }
    }

    private static func counts(_ names: [String]) -> [String: Int] {
        Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    }
}

struct DifferentElements: Problem {
    static let description = CheckDescription(
        "different-elements", .languages, .warning,
        summary: "A key, an abbreviation or a part that folds that one of two languages has and the other lacks.",
        why: "Readers of one language miss what it shows, or see at once what others open first.",
        mending: "Use the same elements in both languages.",
        faulty: [
            CheckExample(
                fr: "## Problème\n\nAppuie sur <kbd>Entrée</kbd>.", en: "## ⟦Problem⟧\n\nPress Enter.",
                "no `<kbd>`, and 1 in Français")
        ],
        clean: [
            CheckExample(
                fr: "## Problème\n\nAppuie sur <kbd>Entrée</kbd><br>ici.",
                en: "## Problem\n\nPress <kbd>Enter</kbd> here.")
        ])

    let name: String
    let count: Int
    let sourceCount: Int
    let language: String

    var message: String {
        "\(count == 0 ? "no" : String(count)) `<\(name)>`, and \(sourceCount == 0 ? "none" : String(sourceCount)) in \(language)"
    }
    var help: String? { "use the same elements in both languages" }
}
