import CommonMark
import Sources

/// Paragraphs that one of two languages has and the other lacks, and paragraphs that say much less than in the other.
struct DifferentParagraphsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentParagraphs.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (own, theirs) = (ParagraphRows.read(pair.translation), ParagraphRows.read(pair.source))
        let scale = Self.scale(own, theirs, pair)
        let language = pair.source.edition.language.name
        return pair.regionIndices.flatMap { regions -> [Diagnostic] in
            let comparison = ParagraphComparison(own[regions.translation], theirs[regions.source], scale: scale)
            return comparison.differences.map { difference in
                let problem = DifferentParagraphs(difference: difference.kind, language: language)
                let other = difference.other.flatMap { pair.source.blocks[$0].node }
                let place =
                    difference.own.map { pair.translation.place(of: pair.translation.blocks[$0]) }
                    ?? other.map { pair.place(ofMissing: $0, in: regions) }
                    ?? pair.translation.place(of: pair.translation.regions[regions.translation])
                return Diagnostic(
                    problem, at: place, related: other.map { [pair.source.note($0, "in \(language)")] } ?? [])
            }
        }
    }

    /// How long a text of the translation is for one of the source: by the parts of the page that are made alike.
    private static func scale(_ own: [ParagraphRows], _ theirs: [ParagraphRows], _ pair: EditionPair) -> Double {
        var (length, otherLength) = (0, 0)
        for (index, otherIndex) in pair.regionIndices where own[index].count == theirs[otherIndex].count {
            length += own[index].length
            otherLength += theirs[otherIndex].length
        }
        // Of a few words nothing can be told: most languages are as long as others.
        guard length > 200, otherLength > 200 else { return 1 }
        return min(3, max(1.0 / 3, Double(length) / Double(otherLength)))
    }
}

struct DifferentParagraphs: OneSidedProblem {
    enum Difference: Sendable, Equatable {
        case missing
        case surplus
        /// So many sentences are there, and so many in the source.
        case shorter(Int, Int)
    }

    static let description = CheckDescription(
        "different-paragraphs", .languages, .warning,
        summary: "A paragraph that one of two languages lacks, or that says much less than in the other.",
        why: "What is left out is what readers of one language never get to know.",
        mending: """
            Translate what is missing, or remove it from both. Paragraphs that are parted otherwise are no finding: how \
            long the text of a part is tells them from those that are missing.
            """,
        faulty: [
            CheckExample(
                fr: "## Problème\n\n1. Ouvre la page.\n2. Attends.\n\nLa copie se fait en arrière-plan.",
                en: "## Problem\n\n1. Open the page.\n2. ⟦Wait.⟧", "a paragraph of Français is missing here"),
            CheckExample(
                fr: "## Problème\n\n1. Ouvre la page.\n2. Attends.",
                en: "## Problem\n\n1. Open the page.\n2. Wait.\n\n⟦Ask your team before you begin.⟧",
                "Français has no such paragraph"),
            CheckExample(
                fr: """
                    ## Problème

                    L’ancienne instance reste disponible pendant longtemps.

                    Rien n’est supprimé avant que tu le demandes toi-même, par écrit.
                    """,
                en: "## Problem\n\n⟦The old instance stays available for a long time.⟧",
                "a paragraph of Français is missing here"),
            CheckExample(
                fr: """
                    L’ancienne instance reste disponible. Rien n’est supprimé avant que tu le demandes toi-même par écrit, et \
                    les sauvegardes restent là.
                    """,
                en: "⟦The old instance stays available.⟧", "1 sentence here, and 2 sentences in Français"),
        ],
        clean: [
            // One paragraph here is two there.
            CheckExample(
                fr: "## Problème\n\nL’ancienne instance reste disponible.\n\nRien n’est supprimé avant ta demande.",
                en: "## Problem\n\nThe old instance stays available. Nothing is removed before you ask for it."),
            // What stands before a list in one language and behind it in the other is there.
            CheckExample(
                fr: "## Problème\n\nTrois choses comptent ici :\n\n- une\n- deux",
                en: "## Problem\n\n- one\n- two\n\nThree things matter here."),
            CheckExample(fr: "Tout est prêt. Tu peux y aller.", en: "All is ready, go on."),
        ])

    let difference: Difference
    let language: String

    var isLack: Bool { difference != .surplus }
    var isSurplus: Bool { difference == .surplus }
    var message: String {
        switch difference {
        case .missing: "a paragraph of \(language) is missing here"
        case .surplus: "\(language) has no such paragraph"
        case .shorter(let count, let others):
            "\(count.counted("sentence")) here, and \(others.counted("sentence")) in \(language)"
        }
    }
    var help: String? { "make both say the same: translate what is missing, or remove it from both" }
}
