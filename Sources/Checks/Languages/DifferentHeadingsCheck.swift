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
        let missing = others.count - partners.count
        // A page that is hardly begun is one fault.
        if missing >= Self.fewestOfStub, missing * 4 >= others.count * 3 {
            let problem = DifferentHeadings(
                title: "", language: language, difference: .nearlyAll(partners.count, of: others.count))
            let related = others.indices.first { partners[$0] == nil }.map {
                [pair.source.note(others[$0].heading, "the first that is missing")]
            }
            return found + [Diagnostic(problem, at: pair.translation.startOfText, related: related ?? [])]
        }
        var before: Part?
        var lacking: [Part] = []
        // Headings in a row that are missing are one fault.
        func tellMissing() {
            guard let first = lacking.first else { return }
            let problem = DifferentHeadings(
                title: first.title, language: language, difference: before == nil ? .missingFirst : .missing,
                more: lacking.count - 1)
            let place = before.map { translation.place(of: $0.heading) } ?? pair.translation.startOfText
            let related = lacking.prefix(Self.mostShown).map { pair.source.note($0.heading, "it is here") }
            found.append(Diagnostic(problem, at: place, related: related))
            lacking = []
        }
        for (index, part) in others.enumerated() {
            guard let partner = partners[index] else {
                lacking.append(part)
                continue
            }
            tellMissing()
            let related = [pair.source.note(part.heading, "it is here")]
            before = own[partner]
            guard own[partner].level != part.level else { continue }
            let problem = DifferentHeadings(
                title: own[partner].title, language: language,
                difference: .level(own: own[partner].level, source: part.level))
            found.append(Diagnostic(problem, at: translation.place(of: own[partner].heading), related: related))
        }
        tellMissing()
        return found
    }

    /// So many headings in a row that are missing are shown.
    private static let mostShown = 5

    /// So many headings are missing at least from a page that is told as a whole.
    private static let fewestOfStub = 4
}

struct DifferentHeadings: Problem {
    enum Difference: Sendable {
        case missing, missingFirst, surplus
        case level(own: Int, source: Int)
        /// So many of the source's headings are there.
        case nearlyAll(Int, of: Int)
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
                    ("guide.yaml", "kind: page"),
                    (
                        "fr.md",
                        front + "## Avant\n\nTexte.\n\n### Un\n\nTexte.\n\n### Deux\n\nTexte.\n\n## Fin\n\nTexte."
                    ),
                    ("en.md", front + "## ⟦Before⟧\n\nText.\n\n## End\n\nText."),
                ], ["the heading “Un” of Français and 1 more are missing after this one"]),
            CheckExample(
                files: [
                    ("guide.yaml", "kind: page"), ("fr.md", front + "## Avant\n\nTexte."),
                    ("en.md", front + "### ⟦Before⟧\n\nText."),
                ], ["a heading of level 3, and of level 2 in Français"]),
            CheckExample(
                files: [
                    ("guide.yaml", "kind: page"),
                    (
                        "fr.md",
                        front + ["Un", "Deux", "Trois", "Quatre", "Cinq"].map { "## \($0)\n\nTexte.\n" }.joined()
                    ),
                    ("en.md", front + "⟦Soon to come.⟧\n\n## One {#un}\n\nText."),
                ], ["1 of the 5 headings of Français stands here"]),
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
    /// How many headings behind this one are missing too.
    var more = 0

    /// Whether nearly all of a page is missing.
    var isPage: Bool {
        if case .nearlyAll = difference { true } else { false }
    }

    var message: String {
        switch difference {
        case .missing:
            "the heading “\(title)” of \(language)\(others) missing after this one"
        case .missingFirst: "the heading “\(title)” of \(language)\(others) missing"
        case .surplus: "\(language) has no heading that “\(title)” could be the translation of"
        case .nearlyAll(let count, let all):
            "\(count == 0 ? "none" : String(count)) of the \(all) headings of \(language) \(count == 1 ? "stands" : "stand") here"
        case .level(let own, let source): "a heading of level \(own), and of level \(source) in \(language)"
        }
    }
    /// “is”, or “and 3 more are”.
    private var others: String { more == 0 ? " is" : " and \(more) more are" }
    var help: String? {
        switch difference {
        case .missing, .missingFirst: "translate \(more == 0 ? "it" : "them"), with what stands below"
        case .nearlyAll: "translate the page, or remove this file until somebody does"
        case .surplus: "add it to the other language, or remove it here"
        case .level(_, let source): "begin it with `\(String(repeating: "#", count: source))`"
        }
    }
}
