import Guides
import Messages
import Sources

/// A part of the guide that asks for other values than the source language.
struct DifferentValuesCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentValues.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let language = source.edition.language.name
        return pair.regions.flatMap { region, other -> [Diagnostic] in
            let own = translation.marks(of: region)
            let theirs = source.marks(of: other)
            let (ownNames, theirNames) = (Set(own.map(\.name)), Set(theirs.map(\.name)))
            var missing = theirs.filter { !ownNames.contains($0.name) }.uniqued(by: \.name)[...]
            var found = own.filter { !theirNames.contains($0.name) }.uniqued(by: \.name).compactMap {
                mark -> Diagnostic? in
                let counterpart = missing.popFirst()
                // Of a name that there is no value of, another finding tells.
                guard mark.index != nil || mark.name == ErrorPattern.placeholder else { return nil }
                return Diagnostic(
                    DifferentValues(surplus: mark.name, missing: counterpart?.name, language: language),
                    at: translation.edition.file.place(mark.range),
                    related: counterpart.map { [.init(source.edition.file.place($0.range), "in \(language)")] } ?? [])
            }
            found += missing.map { mark in
                Diagnostic(
                    DifferentValues(surplus: nil, missing: mark.name, language: language),
                    at: translation.place(of: region),
                    related: [.init(source.edition.file.place(mark.range), "in \(language)")])
            }
            return found
        }
    }
}

extension EditionText {
    /// The placeholders of a region, those in addresses too.
    func marks(of region: Region) -> [ValueMarks.Mark] {
        let inText = region.marks.map { edition.marks.marks[$0] }
        let inAddresses = region.links.flatMap { index in
            edition.links[index].node.withURL { url -> [ValueMarks.Mark] in
                var marks: [ValueMarks.Mark] = []
                var start = 0
                while let mark = edition.marks.next(in: url, from: start) {
                    marks.append(edition.marks.marks[mark.number])
                    start = mark.range.upperBound
                }
                return marks
            }
        }
        return inText + inAddresses
    }
}

extension Sequence {
    /// The first element with each key, in their order.
    func uniqued<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
        var seen: Set<Key> = []
        return filter { seen.insert(key($0)).inserted }
    }
}

struct DifferentValues: OneSidedProblem {
    static let description = CheckDescription(
        "different-values", .languages,
        summary: "A section, step or option that asks for other values than in the source language.",
        why: "Readers of one language are not told what the others are told.",
        mending: "Put the same placeholders into both. Their order and number do not matter.",
        faulty: [
            CheckExample(
                fr: "Ta limite est de {{limit.current}}.", en: "Your limit is ⟦{{limit.wanted}}⟧.",
                "Français has `limit.current` here, and not `limit.wanted`"),
            CheckExample(
                fr: "## Problème\n\nTa limite est de {{limit.current}}.", en: "## ⟦Problem⟧\n\nYour limit is low.",
                "Français has `limit.current` here"),
            CheckExample(
                fr: "Ta limite est basse.", en: "Your limit is ⟦{{limit.current}}⟧.",
                "Français has no `limit.current` here"),
        ],
        clean: [
            CheckExample(
                fr: "{{model}} a pour limite {{limit.current}}, et {{limit.current}} suffit.",
                en: "{{limit.current}} is the limit of {{model}}.")
        ])

    let surplus: String?
    let missing: String?
    let language: String

    var isLack: Bool { surplus == nil }
    var isSurplus: Bool { missing == nil }
    var message: String {
        switch (surplus, missing) {
        case (let surplus?, let missing?): "\(language) has `\(missing)` here, and not `\(surplus)`"
        case (let surplus?, nil): "\(language) has no `\(surplus)` here"
        default: "\(language) has `\(missing ?? "")` here"
        }
    }
    var help: String? {
        missing.map { "write `{{\($0)}}` here too, or take it out of the other language" }
            ?? "take it out, or write it in the other language too"
    }
}
