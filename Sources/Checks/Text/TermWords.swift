import Sources

/// The words of a text's prose, in lower case and with their places: what terms are looked for in.
struct TermWords {
    /// A word.
    struct Word {
        /// The letters and digits, in lower case.
        let text: String
        /// The bytes in the text.
        let range: Range<Int>
        /// The block that it is in, as an index of the text's blocks.
        let block: Int
    }

    private(set) var words: [Word] = []

    /// All words of prose; those of code and addresses are none of the author's language.
    init(_ text: EditionText) {
        for (index, block) in text.blocks.enumerated() where block.node?.kind != .codeBlock {
            for run in text.runs[block.runs] where run.kind == .prose {
                text.bytes.withUnsafeBufferPointer { add($0, run.range, index) }
            }
        }
    }

    /// The words of a term.
    init(of term: String) {
        let bytes = Array(term.utf8)
        bytes.withUnsafeBufferPointer { add($0, 0..<bytes.count, 0) }
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ block: Int) {
        var start: Int?
        func word(_ start: Int, _ end: Int) -> Word {
            Word(text: bytes.text(start..<end).lowercased(), range: start..<end, block: block)
        }
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            // Latin-1's signs and the punctuation of U+20xx are no letters.
            let isSign = byte == 0xC2 || byte == 0xE2 && index + 1 < range.upperBound && bytes[index + 1] == 0x80
            if byte.isWordPart, !isSign {
                start = start ?? index
                index += 1
                continue
            }
            if let begun = start { words.append(word(begun, index)) }
            start = nil
            index += byte == 0xC2 ? 2 : isSign ? 3 : 1
        }
        if let begun = start { words.append(word(begun, range.upperBound)) }
    }

    /// Where a term stands, in the singular or with a plural's s or x, in whatever case.
    func places(of term: TermWords, in block: Int? = nil) -> [Range<Int>] {
        guard let first = term.words.first, words.count >= term.words.count else { return [] }
        var found: [Range<Int>] = []
        for start in 0...(words.count - term.words.count) where Self.matches(words[start].text, first.text) {
            let run = words[start..<(start + term.words.count)]
            guard let last = run.last, last.block == words[start].block, block == nil || block == last.block,
                zip(run, term.words).allSatisfy({ Self.matches($0.text, $1.text) })
            else { continue }
            found.append(words[start].range.lowerBound..<last.range.upperBound)
        }
        return found
    }

    private static func matches(_ word: String, _ wanted: String) -> Bool {
        if word == wanted { return true }
        guard word.hasPrefix(wanted) else { return false }
        let ending = word.dropFirst(wanted.count)
        return ending == "s" || ending == "x" || ending == "es"
    }
}
