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
}
