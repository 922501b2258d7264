/// A text cut at its marks, without copies: what stands between them is lent.
struct MarkedPieces {
    enum Piece {
        /// What was written.
        case text(UnsafeBufferPointer<UInt8>)
        /// A mark, by its number.
        case mark(Int)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var start = 0
    /// The mark behind the text that was handed out last.
    private var upcoming: (number: Int, range: Range<Int>)?

    /// Nil where the text has no mark.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ marks: ValueMarks) {
        guard let first = marks.next(in: bytes, from: 0) else { return nil }
        self.bytes = bytes
        upcoming = first
    }

    /// Whether the text is one mark and nothing else.
    var isOneMark: Bool { start == 0 && upcoming?.range == 0..<bytes.count }

    /// The next piece of the text, whose marks have to be those that it was cut by.
    mutating func next(_ marks: ValueMarks) -> Piece? {
        if let mark = upcoming {
            if mark.range.lowerBound > start {
                defer { start = mark.range.lowerBound }
                return .text(UnsafeBufferPointer(rebasing: bytes[start..<mark.range.lowerBound]))
            }
            start = mark.range.upperBound
            upcoming = marks.next(in: bytes, from: start)
            return .mark(mark.number)
        }
        guard start < bytes.count else { return nil }
        defer { start = bytes.count }
        return .text(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
}
