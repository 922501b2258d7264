import Guides
import Sources

/// Parts for some readers only that are for others than in the source language.
struct DifferentVariantsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentVariants.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        if translation.edition.variants.isEmpty, source.edition.variants.isEmpty { return [] }
        // Where a variant could not be read, that is the fault.
        guard translation.hasAllVariants, source.hasAllVariants else { return [] }
        let language = source.edition.language.name
        return pair.regions.compactMap { region, other -> Diagnostic? in
            let (own, theirs) = (translation.variants(of: region), source.variants(of: other))
            let shared = zip(own, theirs).prefix { $0.script == $1.script }.count
            let (surplus, missing) = (own.dropFirst(shared).first, theirs.dropFirst(shared).first)
            if surplus == nil, missing == nil { return nil }
            // With more on the one side than on the other, only what has no counterpart is one too many.
            let isSurplus = own.count > theirs.count
            let isMissing = own.count < theirs.count
            let problem = DifferentVariants(
                own: isMissing ? nil : surplus?.words, other: isSurplus ? nil : missing?.words,
                language: language)
            let place = isMissing ? nil : surplus.map { translation.edition.place(of: $0.start) }
            return Diagnostic(
                problem, at: place ?? translation.place(of: region),
                related: isSurplus ? [] : missing.map { [source.note($0.start, "in \(language)")] } ?? [])
        }
    }
}

extension EditionText {
    /// Whether each comment that begins a variant has become one.
    fileprivate var hasAllVariants: Bool {
        let bytes = edition.file.bytes
        let starts = ["only:", "else"].reduce(0) { count, word in
            count
                + bytes.ranges(of: Array(word.utf8)).count { range in
                    bytes[..<range.lowerBound].reversed().drop { $0 == 0x20 }.starts(with: "--!<".utf8)
                }
        }
        return starts == edition.variants.count
    }

    /// The variants that begin between a region's heading and the next one.
    fileprivate func variants(of region: Region) -> [Variant] {
        let lines = lines(of: region)
        return edition.variants.filter { lines.contains($0.start.startLine) }
    }
}

extension Variant {
    /// For whom it is, as the comment says: `plan=paid|free`, `else`.
    fileprivate var words: String {
        var text = Substring(start.literal).drop { "<!- ".contains($0) }
        while let last = text.last, "->\n ".contains(last) { text.removeLast() }
        if text.hasPrefix("only:") { text = text.dropFirst(5).drop { $0 == " " } }
        return String(text)
    }
}

struct DifferentVariants: Problem {
    static let description = CheckDescription(
        "different-variants", .languages,
        summary:
            "A part for some readers only that is for others than in the source language, or that one language lacks.",
        why: "Readers with the free plan read what holds for the paid one, in one language alone.",
        mending: "Give both the same `<!-- only: … -->` lines, in the same order.",
        faulty: [
            CheckExample(
                fr: "<!-- only: plan=free -->\nGratuit.\n<!-- end -->\n<!-- only: plan=paid -->\nPayant.\n<!-- end -->",
                en: "⟦<!-- only: plan=paid -->⟧\nFree.\n<!-- end -->\n<!-- only: plan=free -->\nPaid.\n<!-- end -->",
                "`plan=paid` here, and `plan=free` in Français"),
            CheckExample(
                fr: "## Problème\n\n<!-- only: plan=free -->\nGratuit.\n<!-- end -->", en: "## ⟦Problem⟧\n\nFree.",
                "Français has a part for `plan=free` here"),
            CheckExample(
                fr: "Gratuit.", en: "⟦<!-- only: plan=free -->⟧\nFree.\n<!-- end -->",
                "Français has no part for `plan=free` here"),
        ],
        clean: [
            CheckExample(
                fr: "<!-- only: plan=free -->\nGratuit.\n<!-- end -->",
                en: "<!--only: plan = free-->\nFree.\n<!-- end -->")
        ])

    let own: String?
    let other: String?
    let language: String

    var message: String {
        switch (own, other) {
        case (let own?, let other?): "`\(own)` here, and `\(other)` in \(language)"
        case (let own?, nil): "\(language) has no part for `\(own)` here"
        default: "\(language) has a part for `\(other ?? "")` here"
        }
    }
    var help: String? { "give both languages the same variants, in the same order" }
}
