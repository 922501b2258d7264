import Sources
import Values

/// The numbers that a text counts with in words, block by block: “three things”, “deux heures”.
struct SpelledNumbers {
    /// A word that is a number.
    struct Word {
        let value: Int
        /// The bytes, in the text.
        let range: Range<Int>
        /// The block of the text that it stands in.
        let block: Int
    }

    /// The words, by region.
    let byRegion: [[Word]]

    init(_ text: EditionText) {
        var found: [[Word]] = Array(repeating: [], count: text.regions.count)
        let cardinals = text.edition.language.vocabulary.cardinals
        if !cardinals.isEmpty {
            text.bytes.withUnsafeBufferPointer { bytes in
                for (position, block) in text.blocks.enumerated() where block.node?.kind != .codeBlock {
                    for run in text.runs[block.runs] where run.kind == .prose {
                        var index = run.range.lowerBound
                        while let word = Self.nextWord(in: bytes, index..<run.range.upperBound) {
                            index = word.upperBound
                            if let value = cardinals.value(of: bytes[word]) {
                                found[block.region].append(Word(value: value, range: word, block: position))
                            }
                        }
                    }
                }
            }
        }
        byRegion = found
    }

    /// The next run of letters; what a hyphen joins is one word, and none of those that are looked for.
    private static func nextWord(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        func isLetter(_ byte: UInt8) -> Bool {
            byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte >= 0x80 && byte != 0xC2 && byte != 0xE2
        }
        var start = range.lowerBound
        while start < range.upperBound, !isLetter(bytes[start]) {
            // Spaces and quotation marks of several bytes part words.
            start += bytes[start] == 0xC2 ? 2 : bytes[start] == 0xE2 ? 3 : 1
        }
        guard start < range.upperBound else { return nil }
        var end = start
        while end < range.upperBound, isLetter(bytes[end]) { end += 1 }
        return start..<end
    }

    /// The words of two regions that differ in blocks that stand for each other: each the only one there that the other
    /// language does not say, in whatever way.
    static func differences(
        _ own: [Word], _ theirs: [Word], _ pair: EditionPair, _ regions: (translation: Int, source: Int)
    ) -> [(own: Word, other: Word)] {
        if own.isEmpty || theirs.isEmpty || own.map(\.value) == theirs.map(\.value) { return [] }
        let (translation, source) = (pair.translation, pair.source)
        let blocks = BlockPairing(translation, regions.translation, source, regions.source).counterparts
        let (mine, others) = (Dictionary(grouping: own, by: \.block), Dictionary(grouping: theirs, by: \.block))
        return others.compactMap { otherBlock, otherWords -> (own: Word, other: Word)? in
            guard let block = blocks?[otherBlock], let words = mine[block] else { return nil }
            guard let word = only(words, notIn: otherWords), let other = only(otherWords, notIn: words),
                !source.says(word.value, inBlock: otherBlock, besides: otherWords),
                !translation.says(other.value, inBlock: block, besides: words)
            else { return nil }
            // “Quinze jours” are two weeks.
            return word.value == 15 || other.value == 15 ? nil : (word, other)
        }.sorted { $0.own.block < $1.own.block }
    }

    private static func only(_ words: [Word], notIn others: [Word]) -> Word? {
        var others = others.map(\.value)
        let left = words.filter { word in
            guard let index = others.firstIndex(of: word.value) else { return true }
            others.remove(at: index)
            return false
        }
        return left.count == 1 ? left[0] : nil
    }
}

extension EditionText {
    /// Whether a block says a number besides some words, in digits or in words of any kind.
    fileprivate func says(_ number: Int, inBlock position: Int, besides words: [SpelledNumbers.Word]) -> Bool {
        let block = blocks[position]
        let digits = String(number).utf8
        if bytes[block.range].split(whereSeparator: { !$0.isASCIIDigit }).contains(where: { $0.elementsEqual(digits) })
        {
            return true
        }
        let said = NumberWords(self, [block]).values.count { $0 == number || $0 % 100 == number }
        return said > words.count { $0.value == number }
    }
}
