import Sources

/// A section with more or fewer steps than in the source language.
struct DifferentStepsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentSteps.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        return pair.stepDifferences.filter { !$0.isOptions }.map { difference in
            let surplus = difference.surplus.map { [Diagnostic.surplus($0, translation, source)] } ?? []
            return Diagnostic(
                DifferentSteps(
                    count: difference.counts.translation, sourceCount: difference.counts.source,
                    language: source.edition.language.name),
                at: translation.edition.place(of: difference.translation),
                related: surplus.isEmpty ? [source.note(difference.source, "the same section")] : surplus)
        }
    }
}

struct DifferentSteps: Problem {
    static let description = CheckDescription(
        "different-steps", .languages,
        summary: "A section with more or fewer steps than in the source language.",
        why: "Readers of one language miss a step, and `#step-3` is another step in each language.",
        mending: "Translate the step that is missing, or remove it from both.",
        faulty: [
            CheckExample(
                fr: "## Étapes\n\n### Ouvrir\n\nTexte.\n\n### Attendre\n\nTexte.",
                en: "## ⟦Steps⟧\n\n### Open\n\nText.",
                "1 step, and 2 steps in Français")
        ],
        clean: [CheckExample(fr: "## Étapes\n\n### Ouvrir\n\nTexte.", en: "## Steps\n\n### Open\n\nText.")])

    let count: Int
    let sourceCount: Int
    let language: String

    var message: String { "\(count.counted("step")), and \(sourceCount.counted("step")) in \(language)" }
    var help: String? {
        count < sourceCount
            ? "translate the step that is missing" : "add the step to the other language, or remove it here"
    }
}
