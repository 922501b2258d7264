import Sources

/// Links that lead elsewhere than in the source language.
struct DifferentLinksCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentLinks.self, UnsureLink.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let language = pair.source.edition.language.name
        return LinkComparison(pair).differences().map { difference in
            let (place, related) = (difference.place, difference.related)
            if difference.isUnsure, let own = difference.surplus, let other = difference.missing {
                return Diagnostic(UnsureLink(own: own, other: other, language: language), at: place, related: related)
            }
            let problem = DifferentLinks(
                surplus: difference.surplus, missing: difference.missing, language: language)
            return Diagnostic(problem, at: place, related: related)
        }
    }
}

struct DifferentLinks: OneSidedProblem {
    static let description = CheckDescription(
        "different-links", .languages,
        summary: "A link that leads elsewhere than in the source language, or that one language lacks.",
        why: "Readers of one language are sent to another page, or to none.",
        mending:
            "Give both the same target. An edition for each language is the same target: `/fr/` and `/en/`, `fr.` and `en.`.",
        faulty: [
            CheckExample(
                fr: "Vois [la page](https://example.org/limites).", en: "See ⟦[the page](https://status.test/limits)⟧.",
                "Français links to `https://example.org/limites` here, and not to `https://status.test/limits`"),
            CheckExample(
                fr: "Vois [le billet](https://example.org/tickets/12).",
                en: "See ⟦[the ticket](https://example.org/tickets/21)⟧.",
                "Français links to `https://example.org/tickets/12` here, and not to `https://example.org/tickets/21`"),
            CheckExample(
                fr: "Vois [le guide](https://example.org/fr/guide.pdf).",
                en: "See ⟦[the guide](https://example.org/en/guide.html)⟧.",
                "Français links to `https://example.org/fr/guide.pdf` here, and not to `https://example.org/en/guide.html`"
            ),
            CheckExample(
                fr: "Vois [les options](https://lumen.example.org/fr/options).",
                en: "See ⟦[the options](https://lumen.example.net/en/options)⟧.",
                "Français links to `https://lumen.example.org/fr/options` here, and not to `https://lumen.example.net/en/options`"
            ),
            CheckExample(
                fr: "## Problème\n\nVois [l’autre](../other/fr.md).", en: "## Problem\n\n⟦Text.⟧",
                "Français links to `other` here"),
            CheckExample(
                fr: "- Un.\n- Vois [l’autre](../other/fr.md).\n- Trois.", en: "- One.\n- ⟦See the other.⟧\n- Three.",
                "Français links to `other` here"),
        ],
        clean: [
            CheckExample(
                fr: "[L’aide](https://example.org/fr/aide-1) et [les étapes](#steps), [l’autre](../other/fr.md#steps).",
                en: "[The steps](#steps), [the other](../other/en.md#steps), [help](https://example.org/en/help-1)."),
            CheckExample(
                fr: "[Chat](https://fr.example.org/wiki/Chat), [avis](https://example.org/avis-fra.aspx?id=1).",
                en: "[Cat](https://en.example.org/wiki/Cat), [notice](https://example.org/avis-eng.aspx?id=1)."),
            CheckExample(
                fr: "[Loi](https://lois-laws.example.org/fra/lois/a-1/), [aide](https://example.org/aide?lang=fr).",
                en: "[Help](https://www.example.org/aide), [act](https://laws-lois.example.org/eng/acts/a-1/)."),
            // Told as broken, or as a link that shows as it is.
            CheckExample(fr: "Vois [l’aide](https://example.org/a).", en: "See [the help][help]."),
            CheckExample(fr: "Vois [les étapes](#steps).", en: "See [the steps](#stpes)."),
            CheckExample(fr: "Vois [l’aide](https://example.org/a).", en: "See [the help](javascript:help)."),
        ])

    let surplus: String?
    let missing: String?
    let language: String

    var isLack: Bool { surplus == nil }
    var isSurplus: Bool { missing == nil }
    var message: String {
        switch (surplus, missing) {
        case (let surplus?, let missing?): "\(language) links to `\(missing)` here, and not to `\(surplus)`"
        case (let surplus?, nil): "\(language) does not link to `\(surplus)` here"
        default: "\(language) links to `\(missing ?? "")` here"
        }
    }
    var help: String? { "give both languages the same links" }
}

struct UnsureLink: Problem {
    static let description = CheckDescription(
        "unsure-link", .languages, .warning,
        summary:
            "A link to another page of the same site than in the source language, where nothing tells the language.",
        why: "It may be the same page under a name for each language, or another page by mistake.",
        mending: """
            Open both. Where they are the same page in two languages, leave the finding out: `unsure-link` in a comment \
            or in `vademecum.yaml`, with the site as the reason.
            """,
        faulty: [
            CheckExample(
                fr: "Vois [la page](https://example.org/limites).", en: "See ⟦[the page](https://example.org/limits)⟧.",
                "this links to `https://example.org/limits`, and Français to `https://example.org/limites`: is it the same page?"
            ),
            CheckExample(
                fr: "Vois [le guide](https://example.org/pub/295664/guide_33_f.pdf).",
                en: "See ⟦[the guide](https://example.org/pub/295663/guide_33_e.pdf)⟧.",
                "this links to `https://example.org/pub/295663/guide_33_e.pdf`, and Français to `https://example.org/pub/295664/guide_33_f.pdf`: is it the same page?"
            ),
            CheckExample(
                fr: "Vois [les options](https://example.org/fr/options).",
                en: "See ⟦[the options](https://example.org/en/options/more)⟧.",
                "this links to `https://example.org/en/options/more`, and Français to `https://example.org/fr/options`: is it the same page?"
            ),
            CheckExample(
                fr: "Écris à <support@example.org>.", en: "Write to ⟦<suport@example.org>⟧.",
                "this links to `mailto:suport@example.org`, and Français to `mailto:support@example.org`: do both reach the same people?"
            ),
            // Of several that may be meant, the one that is most alike.
            CheckExample(
                fr: "[B](https://example.org/docs/Basics/Types), [A](https://example.org/docs/Headers/Referer).",
                en:
                    "⟦[A](https://example.org/docs/Reference/Headers/Referer)⟧, ⟦[B](https://example.org/docs/Guides/Types)⟧.",
                "this links to `https://example.org/docs/Reference/Headers/Referer`, and Français to `https://example.org/docs/Headers/Referer`: is it the same page?",
                "this links to `https://example.org/docs/Guides/Types`, and Français to `https://example.org/docs/Basics/Types`: is it the same page?"
            ),
        ],
        clean: [
            CheckExample(
                fr: "Vois [la page](https://example.org/fr/limites).",
                en: "See [the page](https://example.org/en/limits)."),
            // Each language has its own sections, and its own words for them.
            CheckExample(
                fr: "Vois [l’avis](https://example.org/fr/conseil/services/avis/residence-donnees.html).",
                en: "See [the notice](https://example.org/en/government/cloud/data-residency.html)."),
        ])

    let own: String
    let other: String
    let language: String

    var message: String {
        // Each language may have a box of its own.
        let target = own.hasPrefix("mailto:") ? "do both reach the same people" : "is it the same page"
        return "this links to `\(own)`, and \(language) to `\(other)`: \(target)?"
    }
    var help: String? { "give both the same address, or ignore `unsure-link` here with a reason" }
}
