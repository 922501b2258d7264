import Sources

/// A paragraph that is the same in both languages.
struct SameTextCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [SameText.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let detector = context.detector
        guard let own = detector.tags.firstIndex(of: translation.edition.language.tag),
            let theirs = detector.tags.firstIndex(of: source.edition.language.tag)
        else { return [] }
        let blocks = Dictionary(
            source.blocks.filter(Self.isProse).map { (source.bytes[$0.range], $0) },
            uniquingKeysWith: { first, _ in first })
        return translation.blocks.compactMap { block in
            guard Self.isProse(block), let same = blocks[translation.bytes[block.range]] else { return nil }
            let count = detector.count(block, in: translation)
            // Names are the same in every language; what has a word of the one and none of the other is a sentence.
            guard count.words >= 3, count.hits[own] == 0, (1..<3).contains(count.hits[theirs]),
                block.node?.isQuoted != true
            else { return nil }
            let related = Diagnostic.Related(source.place(of: same), "the same text")
            return Diagnostic(
                SameText(language: source.edition.language.name), at: translation.place(of: block), related: [related])
        }
    }

    private static func isProse(_ block: EditionText.Block) -> Bool {
        block.node?.kind != .codeBlock && block.range.count > 12
    }
}
