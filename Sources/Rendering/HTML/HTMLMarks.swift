/// Bytes that stand for something in libcmark's HTML output and cannot occur in it otherwise: no UTF-8 has them,
/// and libcmark replaces what is not UTF-8 in its input.
enum HTMLMark {
    /// Around a heading that is cut out: before its text and behind it.
    static let boundary: UInt8 = 0xFF
    /// Around attributes for the tag that was opened last.
    static let attributes: UInt8 = 0xFE
    /// Before a value: two more bytes are its number.
    static let valueStart: UInt8 = 0xFD
    /// Behind a value.
    static let valueEnd: UInt8 = 0xFC

    /// The start of a value, with its number in two bytes from `@` on, none of which HTML escapes.
    static func value(_ number: Int) -> [UInt8] {
        [
            valueStart, 0x40 + UInt8(truncatingIfNeeded: number >> 6 & 0x3F),
            0x40 + UInt8(truncatingIfNeeded: number & 0x3F),
        ]
    }

    /// The number that two bytes stand for.
    static func number(_ high: UInt8, _ low: UInt8) -> Int { Int(high & 0x3F) << 6 | Int(low & 0x3F) }
}
