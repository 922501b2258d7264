/// A pattern's text as cleaned messages are compared with it.
struct PatternLiteral: Sendable, Hashable {
    /// UTF-8, folded, without white space.
    let bytes: [UInt8]
    /// Whether white space stands before each byte; one more for what stands behind the last.
    let spaces: [Bool]
    /// How many characters it has.
    let size: Int

    /// Takes a text whose white space is single spaces.
    init(_ text: some Sequence<UInt8>) {
        var bytes: [UInt8] = []
        var spaces: [Bool] = []
        var isSpace = false
        for byte in text {
            if byte == 0x20 {
                isSpace = true
            } else {
                bytes.append(byte)
                spaces.append(isSpace)
                isSpace = false
            }
        }
        spaces.append(isSpace)
        self.bytes = bytes
        self.spaces = spaces
        size = bytes.count { $0 & 0xC0 != 0x80 }
    }
}
