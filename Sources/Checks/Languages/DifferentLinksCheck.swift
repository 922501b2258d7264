import Sources

/// Links that lead elsewhere than in the source language.
struct DifferentLinksCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentLinks.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        LinkComparison(isImages: false).compare(pair).map { difference in
            Diagnostic(
                DifferentLinks(
                    surplus: difference.surplus, missing: difference.missing,
                    language: pair.source.edition.language.name),
                at: difference.place, related: difference.related)
        }
    }
}

struct DifferentLinks: Problem {
    static let description = CheckDescription(
        "different-links", .languages,
        summary: "A link that leads elsewhere than in the source language, or that one language lacks.",
        why: "Readers of one language are sent to another page, or to none.",
        mending:
            "Give both the same target. Addresses may differ in their language: `/fr/` and `/en/`, `fr.` and `en.`.",
        faulty: [
            CheckExample(
                fr: "Vois [la page](https://example.org/limites).", en: "See ⟦[the page](https://example.org/limts)⟧.",
                "Français links to `https://example.org/limites` here, and not to `https://example.org/limts`"),
            CheckExample(
                fr: "## Problème\n\nVois [l’autre](../other/fr.md).", en: "## ⟦Problem⟧\n\nText.",
                "Français links to `other` here"),
        ],
        clean: [
            CheckExample(
                fr: "[L’aide](https://example.org/fr/aide-1) et [les étapes](#steps), [l’autre](../other/fr.md#steps).",
                en: "[The steps](#steps), [the other](../other/en.md#steps), [help](https://example.org/en/aide-1).")
        ])

    let surplus: String?
    let missing: String?
    let language: String

    var message: String {
        switch (surplus, missing) {
        case (let surplus?, let missing?): "\(language) links to `\(missing)` here, and not to `\(surplus)`"
        case (let surplus?, nil): "\(language) does not link to `\(surplus)` here"
        default: "\(language) links to `\(missing ?? "")` here"
        }
    }
    var help: String? { "give both languages the same links" }
}
