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
