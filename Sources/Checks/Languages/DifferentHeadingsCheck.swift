import Guides
import Sources

/// A heading of a free page that one of two languages lacks, or that stands on another level.
struct DifferentHeadingsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentHeadings.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation.edition, pair.source.edition)
        guard source.kind.isFree else { return [] }
        let (own, others) = (translation.parts.flattened, source.parts.flattened)
        let language = source.language.name
        let pairs = HeadingAlignment.pairs(own, others)
        let partners = Dictionary(pairs.map { ($0.other, $0.own) }, uniquingKeysWith: { first, _ in first })
        let matched = Set(pairs.map(\.own))
        var found: [Diagnostic] = []
        for (index, part) in own.enumerated() where !matched.contains(index) {
            let problem = DifferentHeadings(title: part.title, language: language, difference: .surplus)
            found.append(Diagnostic(problem, at: translation.place(of: part.heading)))
        }
        var before: Part?
        for (index, part) in others.enumerated() {
            let related = [pair.source.note(part.heading, "it is here")]
            guard let partner = partners[index] else {
                let problem = DifferentHeadings(
                    title: part.title, language: language, difference: before == nil ? .missingFirst : .missing)
                let place = before.map { translation.place(of: $0.heading) } ?? translation.file.place(line: 1)
                found.append(Diagnostic(problem, at: place, related: related))
                continue
            }
            before = own[partner]
            guard own[partner].level != part.level else { continue }
            let problem = DifferentHeadings(
                title: own[partner].title, language: language,
                difference: .level(own: own[partner].level, source: part.level))
            found.append(Diagnostic(problem, at: translation.place(of: own[partner].heading), related: related))
        }
        return found
    }
}

struct DifferentHeadings: Problem {
    enum Difference: Sendable {
        case missing, missingFirst, surplus
        case level(own: Int, source: Int)
    }

    static let description = CheckDescription(
        "different-headings", .languages,
        summary: "A heading of a free page that one of two languages lacks, or that stands on another level.",
        why: "Readers of one language miss what it says, and the same anchor leads to another place.",
        mending: "Translate the heading and what stands below it, or remove it from both.",
        faulty: [
            CheckExample(
                files: [
                    ("guide.yaml", "kind: page"), ("fr.md", front + "## Avant\n\nTexte.\n\n### Après\n\nTexte."),
                    ("en.md", front + "## ⟦Before⟧\n\nText."),
                ], ["the heading “Après” of Français is missing after this one"]),
            CheckExample(
                files: [
                    ("guide.yaml", "kind: page"), ("fr.md", front + "## Avant\n\nTexte."),
                    ("en.md", front + "### ⟦Before⟧\n\nText."),
                ], ["a heading of level 3, and of level 2 in Français"]),
        ],
        clean: [
            CheckExample(files: [
                ("guide.yaml", "kind: page"), ("fr.md", front + "## Avant\n\nTexte.\n\n### Après\n\nTexte."),
                ("en.md", front + "## Before\n\nText.\n\n### Afterwards\n\nText."),
            ])
        ])

    private static let front = "---\ntitle: Page\n---\n\n"

    let title: String
    let language: String
    let difference: Difference

    var message: String {
        switch difference {
        case .missing: "the heading “\(title)” of \(language) is missing after this one"
        case .missingFirst: "the heading “\(title)” of \(language) is missing"
        case .surplus: "\(language) has no heading that “\(title)” could be the translation of"
        case .level(let own, let source): "a heading of level \(own), and of level \(source) in \(language)"
        }
    }
    var help: String? {
        switch difference {
        case .missing, .missingFirst: "translate it, with what stands below it"
        case .surplus: "add it to the other language, or remove it here"
        case .level(_, let source): "begin it with `\(String(repeating: "#", count: source))`"
        }
    }
}
