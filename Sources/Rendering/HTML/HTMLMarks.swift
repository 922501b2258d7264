/// Bytes that stand for something in libcmark's HTML output and cannot occur in it otherwise: no UTF-8 has them,
/// and libcmark replaces what is not UTF-8 in its input.
enum HTMLMark {
    /// Around a heading that is cut out: before its text and behind it.
    static let boundary: UInt8 = 0xFF
    /// Around attributes for the tag that was opened last.
    static let attributes: UInt8 = 0xFE
    /// Before a value: four more bytes are its number.
    static let valueStart: UInt8 = 0xFD
    /// Behind a value.
    static let valueEnd: UInt8 = 0xFC

    /// How many bytes the start of a value takes.
    static let valueLength = 1 + MarkNumber.length

    /// The start of a value, with its number.
    static func value(_ number: Int) -> [UInt8] {
        let (a, b, c, d) = MarkNumber.digits(number)
        return [valueStart, a, b, c, d]
    }

    /// The number of the value that starts at an index.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        MarkNumber.read(bytes, at: index + 1)
    }
}

/// The number behind a mark, in four bytes from `@` on, none of which HTML or Markdown escapes: 16 million numbers, for
/// each cell of a large table has one.
enum MarkNumber {
    static let length = 4

    static func digits(_ number: Int) -> (UInt8, UInt8, UInt8, UInt8) {
        (digit(number >> 18), digit(number >> 12), digit(number >> 6), digit(number))
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        bytes[index..<(index + length)].reduce(0) { $0 << 6 | Int($1 & 0x3F) }
    }

    private static func digit(_ number: Int) -> UInt8 { 0x40 + UInt8(truncatingIfNeeded: number & 0x3F) }
}
