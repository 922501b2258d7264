/// A pattern's text as cleaned messages are compared with it.
struct PatternLiteral: Sendable, Hashable {
    /// UTF-8, folded, without white space.
    let bytes: [UInt8]
    /// Whether white space stands before each byte; one more for what stands behind the last.
    let spaces: [Bool]
    /// Where the pattern's author put a line break: offsets, as those of `spaces`.
    let breaks: [Int]
    /// Whether it has a quotation mark, and nothing but white space besides.
    let hasQuote: Bool
    /// How many characters it has.
    let size: Int

    /// The bytes tell most texts apart, and are hashed at once.
    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

    /// Stands in a cleaned text for a quotation mark, which is no part of one.
    static let quote = UInt8(ascii: "\"")

    /// Takes a text whose white space is single spaces and line breaks.
    init(_ text: some Sequence<UInt8>) {
        var bytes: [UInt8] = []
        var spaces: [Bool] = []
        var breaks: [Int] = []
        var isSpace = false
        var hasQuote = false
        for byte in text {
            if byte == Self.quote {
                hasQuote = true
                continue
            }
            if byte == 0x20 || byte == 0x0A {
                isSpace = true
                if byte == 0x0A { breaks.append(bytes.count) }
            } else {
                bytes.append(byte)
                spaces.append(isSpace)
                isSpace = false
            }
        }
        spaces.append(isSpace)
        self.bytes = bytes
        self.spaces = spaces
        self.breaks = breaks
        self.hasQuote = hasQuote && bytes.isEmpty
        size = bytes.count { $0 & 0xC0 != 0x80 }
    }

    /// The text in pieces of whole words, each of at least so many bytes.
    func pieces(of length: Int) -> [PatternLiteral] {
        var pieces: [PatternLiteral] = []
        var start = 0
        for end in bytes.indices where end - start >= length && spaces[end] && bytes.count - end >= length {
            pieces.append(piece(start..<end))
            start = end
        }
        return pieces + [piece(start..<bytes.count)]
    }

    private func piece(_ range: Range<Int>) -> PatternLiteral {
        var text: [UInt8] = []
        for index in range {
            if index > range.lowerBound, spaces[index] { text.append(0x20) }
            text.append(bytes[index])
        }
        return PatternLiteral(text)
    }

    /// The text as its author wrote it, parted behind so many bytes.
    func parted(_ written: String, _ length: Int) -> (String, String) {
        // What was taken off is white space and quotation marks.
        var left = bytes.prefix(length).count { $0 & 0xC0 != 0x80 }
        var index = written.startIndex
        while index < written.endIndex, left > 0 {
            if !written[index].isWhitespace, !"\"'`«»“”‘’*_".contains(written[index]) { left -= 1 }
            index = written.index(after: index)
        }
        return (String(written[..<index]), String(written[index...]))
    }
}
