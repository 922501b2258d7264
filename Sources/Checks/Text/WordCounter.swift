import Guides
import Sources

/// Counts the words of each language in a stretch of bytes. Names are in no language: words in capitals alone, with a
/// digit, or with a sign within that only paths and programs have.
struct WordCounter {
    private let words: [Fingerprint: Int]
    private let languages: Int
    private let readsQuotations: Bool
    private var sentences: [LanguageDetector.Sentence] = []
    private var count: LanguageDetector.Count
    /// The words in capitals since the last other one: so many in a row are a sentence that shouts.
    private var capitals: LanguageDetector.Count
    private var start: Int?
    private var end = 0
    /// How deep in quotation marks.
    private var depth = 0

    init(words: [Fingerprint: Int], languages: Int, readsQuotations: Bool = false) {
        self.words = words
        self.languages = languages
        self.readsQuotations = readsQuotations
        count = LanguageDetector.Count(hits: Array(repeating: 0, count: languages))
        capitals = count
    }

    /// So many words in capitals, one behind the other, are no name.
    private static let fewestShouted = 4

    /// The sentences that have words.
    consuming func finished() -> [LanguageDetector.Sentence] {
        endSentence()
        return sentences
    }

    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if Self.isIdeographic(byte), index + 2 < range.upperBound {
                index = character(bytes, index)
                continue
            }
            if byte.isASCIILetter || byte >= 0xC3 && byte != 0xE2 {
                index = word(bytes, index, range.upperBound)
                continue
            }
            switch byte {
            // Latin-1's signs, « and » among them, are two bytes; the dashes and quotation marks of U+20xx three.
            case 0xC2:
                let sign = index + 1 < range.upperBound ? bytes[index + 1] : 0
                if sign == 0xAB { depth += 1 } else if sign == 0xBB { depth = max(0, depth - 1) }
                index += 2
            case 0xE2:
                let sign = index + 2 < range.upperBound ? bytes[index + 2] : 0
                if bytes[min(index + 1, range.upperBound - 1)] == 0x80 {
                    if sign == 0x9C { depth += 1 } else if sign == 0x9D { depth = max(0, depth - 1) }
                }
                index += 3
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                index += 1
                if depth == 0, index == range.upperBound || bytes[index].isSpace { endSentence() }
            case _ where byte.isASCIIDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "/"):
                index = nameEnd(bytes, index, range.upperBound)
            default: index += 1
            }
        }
    }

    /// Whether a byte begins a character of Chinese or Japanese, U+3000 to U+9FFF or a sign of full width. These
    /// languages put no space between words, so each character is looked up by itself.
    private static func isIdeographic(_ byte: UInt8) -> Bool { (0xE3...0xE9).contains(byte) || byte == 0xEF }

    /// Reads a character of three bytes, and gives the offset behind it.
    private mutating func character(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int) -> Int {
        let end = first + 3
        switch (bytes[first], bytes[first + 1], bytes[first + 2]) {
        // 「 and 」, 『 and 』 are quotation marks.
        case (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x8E): depth += 1
        case (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F): depth = max(0, depth - 1)
        // 。 ！ ？ end a sentence.
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): if depth == 0 { endSentence() }
        case (0xE3, 0x80, _), (0xEF, _, _): break
        default:
            var hash = Fingerprint()
            for byte in bytes[first..<end] { hash.combine(byte) }
            if depth == 0 || readsQuotations { add(hash, isCapital: false, first..<end) }
        }
        return end
    }

    /// Reads a word, and gives the offset behind it.
    private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ limit: Int) -> Int {
        var index = first
        var hash = Fingerprint()
        var smallLetters = 0
        while index < limit {
            let byte = bytes[index]
            if byte.isASCIILetter {
                hash.combine(byte | 0x20)
                if byte & 0x20 != 0 { smallLetters += 1 }
            } else if byte >= 0x80, byte != 0xC2, byte != 0xE2, !(index > first && Self.isIdeographic(byte)) {
                hash.combine(byte)
            } else {
                break
            }
            index += 1
        }
        // “don’t” is one word, where the language has it; “l’écran” are two.
        if let (whole, end) = contraction(hash, bytes, index, limit) {
            if depth == 0 || readsQuotations { add(whole, isCapital: false, first..<end) }
            return end
        }
        // `file.txt`, `a_b`, `v2`, `a/b`, `k=v`: what is not parted from it makes it a name.
        if index < limit {
            let next = bytes[index]
            let isJoined = next == UInt8(ascii: ".") || next == UInt8(ascii: ":") || next == UInt8(ascii: "-")
            let follower = index + 1 < limit ? bytes[index + 1] : 0x20
            if next.isASCIIDigit || next.isOne(of: "_/=@\\(")
                || isJoined
                    && (follower.isASCIIDigit || Self.isCapital(follower)
                        || next != UInt8(ascii: "-") && follower.isASCIILetter)
            {
                return nameEnd(bytes, index, limit)
            }
        }
        if depth == 0 || readsQuotations { add(hash, isCapital: smallLetters == 0 && index - first > 1, first..<index) }
        return index
    }

    /// The fingerprint and the end of a word that goes on behind an apostrophe, of either form; nil where no language has
    /// such a word.
    private func contraction(
        _ hash: Fingerprint, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int
    ) -> (Fingerprint, end: Int)? {
        guard index + 1 < limit else { return nil }
        let isCurly = bytes[index] == 0xE2 && index + 3 < limit && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
        guard isCurly || bytes[index] == UInt8(ascii: "'") else { return nil }
        var hash = hash
        for byte in "’".utf8 { hash.combine(byte) }
        var end = index + (isCurly ? 3 : 1)
        let start = end
        while end < limit, bytes[end].isASCIILetter {
            hash.combine(bytes[end] | 0x20)
            end += 1
        }
        return end > start && words[hash] != nil ? (hash, end) : nil
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte.isASCIILetter && byte & 0x20 == 0 }

    /// The offset of the next space, or of the next character that needs none.
    private func nameEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit, !bytes[index].isSpace, bytes[index] != 0xC2, bytes[index] != 0xE2,
            !Self.isIdeographic(bytes[index])
        { index += 1 }
        return max(index, start + 1)
    }

    private mutating func add(_ hash: Fingerprint, isCapital: Bool, _ range: Range<Int>) {
        if start == nil { start = range.lowerBound }
        end = range.upperBound
        if isCapital {
            capitals.words += 1
            if let owner = words[hash] { capitals.hits[owner] += 1 }
            return
        }
        endCapitals()
        let owner = words[hash]
        // What an apostrophe leaves of a word is none.
        if owner == nil, range.count == 1 { return }
        count.words += 1
        if let owner { count.hits[owner] += 1 }
    }

    private mutating func endCapitals() {
        guard capitals.words > 0 else { return }
        if capitals.words >= Self.fewestShouted { count.add(capitals) }
        capitals = LanguageDetector.Count(hits: Array(repeating: 0, count: languages))
    }

    private mutating func endSentence() {
        endCapitals()
        if let start, count.words > 0 { sentences.append(LanguageDetector.Sentence(range: start..<end, count: count)) }
        start = nil
        count = LanguageDetector.Count(hits: Array(repeating: 0, count: languages))
    }
}
