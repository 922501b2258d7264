import Guides
import Sources
import Values

/// Another option than the source language's that readers are advised to take.
struct DifferentRecommendationCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentRecommendation.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (own, theirs) = (pair.translation.edition, pair.source.edition)
        let language = theirs.language.name
        return steps(own, theirs).compactMap { step, other in
            guard step.options.count == other.options.count, !step.options.isEmpty else { return nil }
            let pairs = zip(step.options, other.options)
            guard pairs.contains(where: { $0.isRecommended != $1.isRecommended }) else { return nil }
            // Typed in words, it is another fault, and mended by itself.
            guard !step.hasTypedRecommendation(own.language), !other.hasTypedRecommendation(theirs.language) else {
                return nil
            }
            let chosen = step.options.first(where: \.isRecommended)
            let meant = other.options.first(where: \.isRecommended)
            let problem = DifferentRecommendation(meant: meant?.number, language: language)
            return Diagnostic(
                problem, at: own.place(of: (chosen ?? pairs.first { $1.isRecommended }?.0 ?? step).heading),
                related: meant.map { [pair.source.note($0.heading, "recommended in \(language)")] } ?? [])
        }
    }
}

extension DifferentRecommendationCheck {
    /// The steps that stand for each other; where one language has more, they are told to differ already.
    private func steps(_ own: Edition, _ theirs: Edition) -> [(Part, Part)] {
        own.parts.flatMap { section -> [(Part, Part)] in
            guard let other = theirs.parts.first(where: { $0.id == section.id }),
                section.steps.count == other.steps.count
            else { return [] }
            return Array(zip(section.steps, other.steps))
        }
    }
}

extension Part {
    /// Whether the title of an option ends with the word that the program writes for a recommended one.
    fileprivate func hasTypedRecommendation(_ language: Language) -> Bool {
        options.contains { option in
            let title = option.title.lowercased()
            return language.writing.recommendedWords.contains { title.hasSuffix("(\($0))") }
        }
    }
}

struct DifferentRecommendation: Problem {
    static let description = CheckDescription(
        "different-recommendation", .languages,
        summary: "An option that is not the source language's is marked as recommended, or none is.",
        why: "Readers of one language are given other advice.",
        mending: "Put `{.recommended}` after the same option in both.",
        faulty: [
            CheckExample(
                fr: "## Étapes\n\n### Demander\n\n#### Par mail {.recommended}\n\nTexte.\n\n#### Par lettre\n\nTexte.",
                en: "## Steps\n\n### Ask\n\n#### By mail\n\nText.\n\n#### ⟦By letter {.recommended}⟧\n\nText.",
                "Français recommends option 1 here"),
            CheckExample(
                fr: "## Étapes\n\n### Demander\n\n#### Par mail\n\nTexte.\n\n#### Par lettre\n\nTexte.",
                en: "## Steps\n\n### Ask\n\n#### ⟦By mail {.recommended}⟧\n\nText.\n\n#### By letter\n\nText.",
                "Français recommends none of the options"),
        ],
        clean: [
            CheckExample(
                fr: "## Étapes\n\n### Demander\n\n#### Par mail {.recommended}\n\nTexte.\n\n#### Par lettre\n\nTexte.",
                en: "## Steps\n\n### Ask\n\n#### By mail {.recommended}\n\nText.\n\n#### By letter\n\nText.")
        ])

    /// The number of the option that the source language recommends.
    let meant: Int?
    let language: String

    var message: String {
        meant.map { "\(language) recommends option \($0) here" } ?? "\(language) recommends none of the options"
    }
    var help: String? { "put `{.recommended}` after the same option in both languages" }
}
