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

    /// The next mark, from an offset on. Marks are the four greatest bytes, so whatever else there is can be passed over
    /// eight at a time.
    static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let all = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= all.count {
            // A byte whose six high bits are set is zero here, and none else is.
            let rest = ~all.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0xFCFC_FCFC_FCFC_FCFC
            if (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < all.count {
            if all[index] >= valueEnd { return index }
            index += 1
        }
        return nil
    }

    /// How many bytes the start of a value takes.
    static let valueLength = 1 + MarkNumber.length

    /// Behind a value, as a node prints it.
    static let valueEndBytes = [valueEnd]

    /// Lends the start of a value, with its number.
    static func withValue<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let (a, b, c, d) = MarkNumber.digits(number)
        return withUnsafeBytes(of: (valueStart, a, b, c, d)) { body($0.assumingMemoryBound(to: UInt8.self)) }
    }

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
