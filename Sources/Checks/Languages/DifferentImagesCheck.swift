import Sources

/// Images that are others than in the source language.
struct DifferentImagesCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentImages.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        LinkComparison(isImages: true).compare(pair).map { difference in
            Diagnostic(
                DifferentImages(
                    surplus: difference.surplus, missing: difference.missing,
                    language: pair.source.edition.language.name),
                at: difference.place, related: difference.related)
        }
    }
}

struct DifferentImages: Problem {
    static let description = CheckDescription(
        "different-images", .languages,
        summary: "An image that is another than in the source language, or that one language lacks.",
        why: "Readers of one language do not see what the text is about.",
        mending: "Show the same image in both. Names may differ in their language: `form.fr.png` and `form.en.png`.",
        faulty: [
            CheckExample(
                fr: "## Problème\n\n![Le formulaire](form-example.png)", en: "## ⟦Problem⟧\n\nText.",
                "Français shows `form-example.png` here")
        ],
        clean: [CheckExample(fr: "![Le formulaire](form.fr.png)", en: "![The form](form.en.png)")])

    let surplus: String?
    let missing: String?
    let language: String

    var message: String {
        switch (surplus, missing) {
        case (let surplus?, let missing?): "\(language) shows `\(missing)` here, and not `\(surplus)`"
        case (let surplus?, nil): "\(language) does not show `\(surplus)` here"
        default: "\(language) shows `\(missing ?? "")` here"
        }
    }
    var help: String? { "show the same images in both languages" }
}
