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
            source.blocks.filter(Self.isProse).map { (source.unfilled($0), $0) },
            uniquingKeysWith: { first, _ in first })
        return translation.blocks.compactMap { block -> Diagnostic? in
            guard Self.isProse(block), let same = blocks[translation.unfilled(block)] else { return nil }
            let sentences = detector.sentences(of: block, in: translation)
            var count = LanguageDetector.Count(hits: detector.tags.map { _ in 0 })
            for sentence in sentences { count.add(sentence.count) }
            // What is clearly in another language is told by another check.
            guard !UntranslatedCheck.isForeign(count, own: own), block.node?.isQuoted != true else { return nil }
            count.hits[theirs] += detector.marked(translation.bytes[block.range], as: theirs, not: own)
            guard
                Self.isCopied(count, own: own, from: theirs)
                    || Self.isSentence(block, count, own: own, from: theirs, in: translation),
                !Self.isName(block, in: translation),
                !translation.isCitation(block)
            else { return nil }
            let related = Diagnostic.Related(source.place(of: same), "the same text")
            return Diagnostic(
                SameText(language: source.edition.language.name), at: translation.place(of: block), related: [related])
        }
    }

    /// Whether a text that two languages share is words of the one: names are the same in every language, so that of
    /// few words nearly all have to tell.
    private static func isCopied(_ count: LanguageDetector.Count, own: Int, from source: Int) -> Bool {
        let hits = count.hits[source]
        guard hits > count.hits[own], count.words > 0 else { return false }
        return count.words <= 2 ? hits >= count.words : hits >= 2 && hits * 4 >= count.words
    }

    /// Whether three words or more, of which one tells the language, are no name: names have capital letters.
    private static func isSentence(
        _ block: EditionText.Block, _ count: LanguageDetector.Count, own: Int, from source: Int, in text: EditionText
    ) -> Bool {
        guard count.words >= 3, count.hits[source] > 0, count.hits[own] == 0 else { return false }
        let words = String(decoding: text.bytes[block.range], as: UTF8.self)
        // A title in small letters is a command's, or a name of a program's.
        if block.node == nil || block.node?.kind == .heading, words.first?.isUppercase != true { return false }
        let long = words.split { !$0.isLetter && !"-_’'".contains($0) }.filter { $0.count > 3 }
        return !long.isEmpty && long.count { $0.first?.isLowercase == true } * 2 >= long.count
    }

    /// Whether a block looks like a name: a word in small letters, as of an option, or a link with a capital letter at
    /// each word, as of a page elsewhere.
    private static func isName(_ block: EditionText.Block, in text: EditionText) -> Bool {
        let words = String(decoding: text.bytes[block.range], as: UTF8.self).split {
            !$0.isLetter && !"-_’'".contains($0)
        }
        if words.count == 1, words[0].first?.isLowercase == true { return true }
        // The name of a file, as lists of a folder have them.
        let bytes = text.bytes[block.range]
        if !bytes.contains(where: \.isSpace), let point = bytes.lastIndex(of: UInt8(ascii: ".")),
            bytes[..<point].allSatisfy({ $0.isTokenPart || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }),
            (1...5).contains(bytes[point...].count - 1), bytes[(point + 1)...].allSatisfy(\.isASCIIAlphanumeric)
        {
            return true
        }
        let isLink = text.edition.links.contains {
            $0.node.parent == block.node && $0.target == .external && $0.node.isOnlyChild
        }
        return isLink && words.allSatisfy { $0.count <= 3 || $0.first?.isUppercase == true }
    }

    private static func isProse(_ block: EditionText.Block) -> Bool {
        block.node?.kind != .codeBlock && block.range.count > 2
    }
}

extension EditionText {
    /// The bytes of a block with the names of its values, which each language writes in its own way.
    fileprivate func unfilled(_ block: Block) -> ArraySlice<UInt8> {
        let runs = runs[block.runs]
        guard runs.contains(where: { $0.kind == .value }) else { return bytes[block.range] }
        var unfilled: [UInt8] = []
        for run in runs {
            if run.kind == .value, case .source(let range) = run.origin {
                unfilled += edition.file.bytes[range]
            } else {
                unfilled += bytes[run.range]
            }
        }
        return unfilled[...]
    }
}
