import Sources

/// Lists with more or fewer items than in the source language.
struct DifferentListsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentLists.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let language = source.edition.language.name
        return zip(pair.regions, pair.regionIndices).flatMap { regions, indices -> [Diagnostic] in
            let (region, other) = regions
            guard region.lists.count == other.lists.count else {
                let problem = DifferentLists(
                    count: region.lists.count, sourceCount: other.lists.count, isItems: false, language: language)
                // Of more lists than there are in the source, the first that is not like its counterpart is told.
                let counterparts = other.lists.map { Optional($0.children.count) } + [nil]
                let surplus = zip(region.lists, counterparts).first { $0.children.count != $1 }?.0
                if region.lists.count > other.lists.count {
                    let place = (surplus ?? region.lists.last).map { translation.place(ofBlock: $0) }
                    return [
                        Diagnostic(
                            problem, at: place ?? translation.place(of: region),
                            related: other.lists.first.map { [source.note($0, "a list in \(language)")] } ?? [])
                    ]
                }
                let missing = pair.missing(region.lists, other.lists, in: indices) {
                    $0.children.count == $1.children.count
                }
                return [
                    Diagnostic(
                        problem, at: missing?.place ?? translation.place(of: region),
                        related: missing.map { [source.note($0.node, "a list in \(language)")] } ?? [])
                ]
            }
            return zip(region.lists, other.lists).compactMap { list, otherList in
                let (count, sourceCount) = (list.children.count, otherList.children.count)
                guard count != sourceCount else { return nil }
                let problem = DifferentLists(
                    count: count, sourceCount: sourceCount, isItems: true, language: language)
                return Diagnostic(
                    problem, at: translation.place(ofBlock: list),
                    related: [source.note(otherList, "the same list in \(language)")])
            }
        }
    }
}

extension Sequence {
    /// How many elements there are, counted one by one.
    var count: Int { reduce(0) { count, _ in count + 1 } }
}

struct DifferentLists: Problem {
    static let description = CheckDescription(
        "different-lists", .languages,
        summary: "A list with more or fewer items than in the source language, or a list that one language lacks.",
        why: "What is listed in one language only is not known to the readers of the other.",
        mending: "Translate the item that is missing, or remove it from both.",
        faulty: [
            CheckExample(
                fr: "- Un\n- Deux\n- Trois", en: "⟦- One\n- Two⟧", "2 items in this list, and 3 items in Français"),
            CheckExample(
                fr: "## Problème\n\n- Un\n- Deux", en: "## ⟦Problem⟧\n\nText.", "0 lists, and 1 list in Français"),
            CheckExample(
                fr: "## Problème\n\nTexte.\n\n- Un\n- Deux\n\nAutre.\n\n- Trois\n- Quatre\n\nFin.",
                en: "## Problem\n\nText.\n\n- One\n- Two\n\n⟦Other.⟧\n\nEnd.", "1 list, and 2 lists in Français"),
            CheckExample(
                fr: "## Problème\n\nTexte.", en: "## Problem\n\nText.\n\n⟦- One\n- Two⟧",
                "1 list, and 0 lists in Français"),
        ],
        clean: [CheckExample(fr: "- Un\n- Deux\n\n1. Ici", en: "* One\n* Two\n\n3. Here")])

    let count: Int
    let sourceCount: Int
    let isItems: Bool
    let language: String

    var message: String {
        isItems
            ? "\(count.counted("item")) in this list, and \(sourceCount.counted("item")) in \(language)"
            : "\(count.counted("list")), and \(sourceCount.counted("list")) in \(language)"
    }
    var help: String? {
        let what = isItems ? "item" : "list"
        return count < sourceCount
            ? "translate the \(what) that is missing" : "add the \(what) to the other language, or remove it here"
    }
}
