import CommonMark
import Sources

/// A step with more or fewer options than in the source language.
struct DifferentOptionsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentOptions.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        return pair.stepDifferences.filter(\.isOptions).map { difference in
            let surplus = difference.surplus.map { [Diagnostic.surplus($0, translation, source)] } ?? []
            return Diagnostic(
                DifferentOptions(
                    count: difference.counts.translation, sourceCount: difference.counts.source,
                    language: source.edition.language.name),
                at: translation.edition.place(of: difference.translation),
                related: surplus.isEmpty ? [source.note(difference.source, "the same step")] : surplus)
        }
    }
}

extension Diagnostic {
    /// The note for a heading that only one of two editions has.
    static func surplus(_ node: Node, _ translation: EditionText, _ source: EditionText) -> Related {
        let edition = node.document === source.edition.document ? source.edition : translation.edition
        return Related(edition.place(of: node), "this one has no counterpart, if the order is the same")
    }
}

struct DifferentOptions: Problem {
    static let description = CheckDescription(
        "different-options", .languages,
        summary: "A step with more or fewer options than in the source language.",
        why: "Readers of one language do not learn of an option that may be the only one for them.",
        mending: "Translate the option that is missing, or remove it from both.",
        faulty: [
            CheckExample(
                fr: "## Étapes\n\n### Demander\n\n#### Par formulaire\n\nTexte.\n\n#### Par mail\n\nTexte.",
                en: "## Steps\n\n### ⟦Ask⟧\n\n#### By form\n\nText.", "1 option, and 2 options in Français")
        ],
        clean: [
            CheckExample(
                fr: "## Étapes\n\n### Demander\n\n#### Par formulaire\n\nTexte.\n\n#### Par mail\n\nTexte.",
                en: "## Steps\n\n### Ask\n\n#### By form\n\nText.\n\n#### By mail\n\nText.")
        ])

    let count: Int
    let sourceCount: Int
    let language: String

    var message: String { "\(count.counted("option")), and \(sourceCount.counted("option")) in \(language)" }
    var help: String? {
        count < sourceCount ? "translate the option that is missing" : "add it to the other language, or remove it here"
    }
}
