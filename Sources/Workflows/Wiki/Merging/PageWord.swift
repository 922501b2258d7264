import Guides
import Sources

/// The smallest piece of a block that a change is followed in: a word, a sign, spaces, a value.
struct PageWord: Sendable {
    /// What readers see of it: words are the same where this is.
    let key: String
    /// Its bytes in the page.
    let range: Range<Int>
    /// What the generator made of it; nil for the author's own bytes.
    var role: MarkdownRole?
    /// Whether it is the address of a link.
    var isAddress = false

    var isSpace: Bool { key.utf8.allSatisfy { $0 <= 0x20 } }
    /// Whether it is a sign alone, or spaces.
    var isSign: Bool { isSpace || role == nil && key.utf8.count == 1 && key.utf8.allSatisfy { !$0.isWordPart } }
}

/// Takes blocks apart into words.
struct PageWordReader {
    let bytes: [UInt8]
    /// Texts that the generator wrote into the block, the longest first: one is taken whole wherever it stands.
    let known: [[UInt8]]
    /// Whether they are code, whose spaces count.
    let isCode: Bool

    /// - Parameter known: with plain spaces.
    init(_ bytes: [UInt8], known: [[UInt8]], isCode: Bool) {
        self.bytes = bytes
        self.known = known
        self.isCode = isCode
    }

    /// The words of a stretch of text.
    ///
    /// - Parameters:
    ///   - bullet: where the sign of a list's item stands.
    ///   - isLineStart: whether quotes' signs belong to the spaces.
    func words(in range: Range<Int>, bullet: Int?) -> [PageWord] {
        var words: [PageWord] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let word = next(index, range, bullet, words.last)
            words.append(word)
            index = max(word.range.upperBound, index + 1)
        }
        return words
    }

    private func next(_ start: Int, _ range: Range<Int>, _ bullet: Int?, _ last: PageWord?) -> PageWord {
        if start == bullet { return PageWord(key: "•", range: start..<(start + 1)) }
        // Behind `](` stands an address, up to a space or the end of the brackets.
        if bytes[start] != UInt8(ascii: ")"), start >= 2, bytes[start - 1] == UInt8(ascii: "("),
            bytes[start - 2] == UInt8(ascii: "]")
        {
            let end =
                bytes[start..<range.upperBound].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ")") } ?? range.upperBound
            let address = String(decoding: bytes[start..<end], as: UTF8.self)
            return PageWord(key: address.removingPercentEncoding ?? address, range: start..<end, isAddress: true)
        }
        for text in known {
            if let end = match(text, at: start, range) {
                return PageWord(key: String(decoding: text, as: UTF8.self), range: start..<end)
            }
        }
        if let end = spaceEnd(start, range) { return space(start..<end, isLast: end == range.upperBound) }
        guard bytes[start].isWordPart else {
            return PageWord(key: String(decoding: [bytes[start]], as: UTF8.self), range: start..<(start + 1))
        }
        var end = start + 1
        while end < range.upperBound, bytes[end].isWordPart, wideSpace(at: end) == 0 { end += 1 }
        return PageWord(key: String(decoding: bytes[start..<end], as: UTF8.self), range: start..<end)
    }

    private func space(_ range: Range<Int>, isLast: Bool) -> PageWord {
        if isCode {
            let text = String(decoding: bytes[range].filter { $0 != UInt8(ascii: ">") }, as: UTF8.self)
            // What no line ends with counts where a line goes on.
            let key = isLast ? PageReading.code(text) : String(PageReading.code(text + "x").dropLast())
            return PageWord(key: key, range: range)
        }
        // Two spaces or a backslash at a line's end break it.
        let line = bytes[range].firstIndex(of: 0x0A)
        let isBreak = line.map { $0 - range.lowerBound >= 2 && bytes[range.lowerBound..<$0].allSatisfy { $0 == 0x20 } }
        return PageWord(key: isBreak == true ? "  \n" : " ", range: range)
    }

    /// The end of the spaces at an offset, those behind a line's end with the signs of its quotes; nil where there are
    /// none.
    private func spaceEnd(_ start: Int, _ range: Range<Int>) -> Int? {
        var end = start
        var hasLine = false
        while end < range.upperBound {
            let wide = wideSpace(at: end)
            if wide > 0 {
                end += wide
            } else if bytes[end] <= 0x20 {
                if bytes[end] == 0x0A { hasLine = true }
                end += 1
            } else if hasLine, bytes[end] == UInt8(ascii: ">") {
                end += 1
            } else {
                break
            }
        }
        return end > start ? end : nil
    }

    /// The bytes of a space at an offset that is none of ASCII's: those that do not break, and thin ones; 0 for none.
    private func wideSpace(at index: Int) -> Int { Self.wideSpace(in: bytes, at: index) }

    static func wideSpace(in bytes: [UInt8], at index: Int) -> Int {
        if bytes[index] == 0xC2 { return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0 }
        guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
        return bytes[index + 2] == 0xAF || bytes[index + 2] == 0x89 ? 3 : 0
    }

    /// Where a text ends that stands at an offset as words of its own; nil where it does not.
    private func match(_ text: [UInt8], at start: Int, _ range: Range<Int>) -> Int? {
        guard let first = text.first, let last = text.last else { return nil }
        if first.isWordPart, start > range.lowerBound, bytes[start - 1].isWordPart, !endsWithWideSpace(start) {
            return nil
        }
        var index = start
        for byte in text {
            guard index < range.upperBound else { return nil }
            let wide = byte == 0x20 ? wideSpace(at: index) : 0
            if wide > 0 {
                index += wide
            } else if bytes[index] == byte {
                index += 1
                // Several spaces are one.
                while byte == 0x20, index < range.upperBound, bytes[index] == 0x20 { index += 1 }
            } else {
                return nil
            }
        }
        if last.isWordPart, index < range.upperBound, bytes[index].isWordPart, wideSpace(at: index) == 0 { return nil }
        return index
    }

    private func endsWithWideSpace(_ end: Int) -> Bool {
        end >= 2 && wideSpace(at: end - 2) == 2 || end >= 3 && wideSpace(at: end - 3) == 3
    }

    /// A text with plain spaces, as `known` wants it.
    static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
        Array(PageReading.spaced(String(decoding: text, as: UTF8.self)).utf8)
    }
}
