import Guides
import Sources

/// Images that are others than in the source language.
///
/// A screenshot has words in it, so an image that only one language has stands for one that only the other has.
struct DifferentImagesCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentImages.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        if !translation.hasImages, !source.hasImages { return [] }
        let (all, others) = (translation.images, source.images)
        let names = Set(all.map(\.url)).intersection(others.map(\.url))
        let language = source.edition.language.name
        return zip(pair.regions, pair.regionIndices).flatMap { regions, indices -> [Diagnostic] in
            let (region, other) = regions
            let (own, theirs) = (translation.images(of: region), source.images(of: other))
            var missing = theirs.without(own)
            var surplus = own.without(theirs)
            // One of each that no edition shows anywhere else: they are each other's counterparts.
            while let index = surplus.firstIndex(where: { !names.contains($0.url) }),
                let counterpart = missing.firstIndex(where: { !names.contains($0.url) })
            {
                surplus.remove(at: index)
                missing.remove(at: counterpart)
            }
            func note(_ link: Link?) -> [Diagnostic.Related] {
                link.map { [source.note($0.node, "in \(language)")] } ?? []
            }
            return surplus.map { image in
                let counterpart = missing.isEmpty ? nil : missing.removeFirst()
                let problem = DifferentImages(surplus: image.url, missing: counterpart?.url, language: language)
                return Diagnostic(
                    problem, at: translation.edition.place(of: image.node), related: note(counterpart))
            }
                + missing.map { image in
                    Diagnostic(
                        DifferentImages(surplus: nil, missing: image.url, language: language),
                        at: pair.place(ofMissing: image.node, in: indices), related: note(image))
                }
        }
    }
}

extension EditionText {
    fileprivate var hasImages: Bool { edition.links.contains { $0.isImage } }

    /// The images, in the order of the text.
    fileprivate var images: [Link] { edition.links.filter(\.isImage) }

    fileprivate func images(of region: Region) -> [Link] {
        region.links.map { edition.links[$0] }.filter(\.isImage)
    }
}

extension [Link] {
    /// What is left when each of some others took one with its address, at its own position where it can.
    fileprivate func without(_ others: [Link]) -> [Link] {
        var counts = Dictionary(others.map { ($0.url, 1) }, uniquingKeysWith: +)
        var left: [Link] = []
        for (index, link) in enumerated() {
            if index < others.count, others[index].url == link.url {
                counts[link.url, default: 0] -= 1
            } else {
                left.append(link)
            }
        }
        return left.filter { link in
            guard let count = counts[link.url], count > 0 else { return true }
            counts[link.url] = count - 1
            return false
        }
    }
}

struct DifferentImages: OneSidedProblem {
    static let description = CheckDescription(
        "different-images", .languages,
        summary: "An image that differs from the source language's, or that one language lacks.",
        why: "Readers of one language do not see what the text is about.",
        mending:
            "Show the same image in both, or one for each language, under any names: `form.fr.png` and `form.en.png`.",
        faulty: [
            CheckExample(
                fr: "## Problème\n\n![Le formulaire](form-example.png)", en: "## Problem\n\n⟦Text.⟧",
                "Français shows `form-example.png` here"),
            CheckExample(
                fr: "## Problème\n\nUn.\n\n![Le formulaire](form-example.png)\n\n- Deux.",
                en: "## Problem\n\n⟦One.⟧\n\n- Two.", "Français shows `form-example.png` here"),
        ],
        clean: [
            CheckExample(fr: "![Le formulaire](form.fr.png)", en: "![The form](form.en.png)"),
            CheckExample(fr: "![L’écran](Courriel.svg)", en: "![The screen](Email.svg)"),
        ])

    let surplus: String?
    let missing: String?
    let language: String

    var isLack: Bool { surplus == nil }
    var isSurplus: Bool { missing == nil }
    var message: String {
        switch (surplus, missing) {
        case (let surplus?, let missing?): "\(language) shows `\(missing)` here, and not `\(surplus)`"
        case (let surplus?, nil): "\(language) does not show `\(surplus)` here"
        default: "\(language) shows `\(missing ?? "")` here"
        }
    }
    var help: String? { "show the same images in both languages" }
}
