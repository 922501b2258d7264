/// What a text may hold before libcmark sees a byte of it, and its tree before anything walks it.
///
/// libcmark 0.30.2 takes time that grows with the square of images that open and do not close, with links between them
/// (CVE-2023-22486), and with the depth of quotes and lists (CVE-2023-24824). Everything else it reads in time that grows
/// with the text, so nothing else is counted. Nothing that a person writes comes near these limits.
public struct ParseLimits: Sendable {
    /// Bytes in a text.
    public var size = 4 << 20
    /// Columns of white space, quote and list markers that a line may begin with.
    public var indentation = 400
    /// Nested quotes and lists that a line may open.
    public var nesting = 50
    /// `![` between two blank lines without a `]` of its own.
    public var images = 1000
    /// Cells in all tables of a text, with those that GFM adds to rows that are too short: a header of many columns adds as
    /// many to each row.
    public var cells = 200_000
    /// Elements within each other, of blocks and inlines together: what walks a tree calls itself for each, on threads whose
    /// stacks are small.
    public var depth = 256

    /// The limits that every text of a project is held to.
    public static let standard = ParseLimits()

    /// Sees what a text holds, and counts where it may be too much.
    func survey(_ source: [UInt8]) throws(ParseLimitError) -> Survey {
        guard source.count <= size else { throw ParseLimitError(limit: .size, offset: size) }
        let survey = source.withUnsafeBufferPointer { Survey($0, limits: self) }
        if survey.isHarmless { return survey }
        var counter = Counter(limits: self)
        source.withUnsafeBufferPointer { source in
            ByteClass.table.withUnsafeBufferPointer { table in counter.count(source, table) }
        }
        if let error = counter.error { throw error }
        return survey
    }
}

/// The state of one count.
private struct Counter {
    let limits: ParseLimits
    var error: ParseLimitError?
    /// The images that do not close, since the last blank line.
    private var images = 0
    /// Whether an image has just begun, and nothing stood behind it that could hide its end.
    private var isInImage = false

    init(limits: ParseLimits) { self.limits = limits }

    mutating func count(_ source: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<ByteClass>) {
        var index = 0
        while index < source.count, error == nil {
            index = countPrefix(source, table, index)
            // Behind its markers most of a line is plain.
            while true {
                while index < source.count, table[Int(source[index])].isPassedOver { index += 1 }
                guard index < source.count, table[Int(source[index])] != .newline else { break }
                count(table[Int(source[index])], source, index)
                index += 1
            }
            guard index < source.count else { return }
            let isPair = source[index] == 0x0D && index + 1 < source.count && source[index + 1] == 0x0A
            index += isPair ? 2 : 1
        }
    }

    /// Counts what a line begins with, and returns where that ends.
    private mutating func countPrefix(
        _ source: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<ByteClass>, _ start: Int
    ) -> Int {
        var index = start
        var markers = 0
        var nesting = 0
        // White space alone opens nothing: a line counts where something follows it.
        var excess: Int?
        while index < source.count {
            switch table[Int(source[index])] {
            case .space: if index - start > limits.indentation, excess == nil { excess = index }
            case .marker, .quote:
                // `>` nests by itself, the others only before white space: a long rule of dashes is none of it.
                let next = index + 1 < source.count ? table[Int(source[index + 1])] : .newline
                if source[index] == UInt8(ascii: ">") || next == .space || next == .newline { nesting += 1 }
                if nesting > limits.nesting { fail(.nesting, index) }
                if let excess { fail(.indentation, excess) }
                markers += 1
            case .newline:
                // A blank line ends what inlines can reach.
                if markers == 0 { (images, isInImage) = (0, false) }
                return index
            default:
                if let excess { fail(.indentation, excess) }
                return index
            }
            index += 1
        }
        return index
    }

    /// Counts images. The first bracket behind the beginning of one is its own, unless it stands in code, in HTML, or behind
    /// a backslash; where there is any doubt the image counts as one without an end.
    private mutating func count(_ kind: ByteClass, _ source: UnsafeBufferPointer<UInt8>, _ index: Int) {
        let beginsImage = kind == .open && index > 0 && source[index - 1] == UInt8(ascii: "!")
        if isInImage, kind != .close {
            images += 1
            if images > limits.images { fail(.images, index) }
        }
        isInImage = beginsImage
    }

    private mutating func fail(_ limit: ParseLimitError.Limit, _ index: Int) {
        if error == nil { error = ParseLimitError(limit: limit, offset: index) }
    }
}

/// What a byte can mean to the count.
private enum ByteClass: UInt8 {
    case plain, space, marker, quote, newline, open, close, cover

    /// Whether it means nothing behind a line's beginning.
    var isPassedOver: Bool { self == .plain || self == .space || self == .marker }

    static let table: [ByteClass] = (0...255).map { byte in
        switch Unicode.Scalar(UInt8(byte)) {
        case "\n", "\r": .newline
        case " ", "\t": .space
        case ">": .quote
        case "-", "+", "0"..."9", ".", ")", "*": .marker
        case "[": .open
        case "]": .close
        case "<", "`", "\\": .cover
        default: .plain
        }
    }
}
