/// What a text may hold before libcmark sees a byte of it.
///
/// libcmark 0.30.2 takes time that grows with the square of some inputs: unmatched brackets (CVE-2023-22486),
/// deep quotes and lists (CVE-2023-24824), long runs of delimiters (CVE-2023-26485). Nothing that a person
/// writes comes near these limits.
public struct ParseLimits: Sendable {
    /// Bytes in a text.
    public var size = 4 << 20
    /// Columns of white space, quote and list markers that a line may begin with.
    public var indentation = 400
    /// Nested quotes and lists that a line may open.
    public var nesting = 100
    /// `[` and `]` between two blank lines.
    public var brackets = 2000
    /// `*`, `_` and backticks between two blank lines.
    public var delimiters = 8000
    /// `<` between two blank lines.
    public var angles = 2000
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
    private var brackets = 0
    private var delimiters = 0
    private var angles = 0

    init(limits: ParseLimits) { self.limits = limits }

    mutating func count(_ source: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<ByteClass>) {
        var index = 0
        while index < source.count, error == nil {
            index = countPrefix(source, table, index)
            // Behind its markers most of a line is plain.
            while true {
                while index < source.count, table[Int(source[index])].isPassedOver { index += 1 }
                guard index < source.count, table[Int(source[index])] != .newline else { break }
                count(table[Int(source[index])], index)
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
            case .marker, .star:
                // `>` nests by itself, the others only before white space: a long rule of dashes is none of it.
                let next = index + 1 < source.count ? table[Int(source[index + 1])] : .newline
                if source[index] == UInt8(ascii: ">") || next == .space || next == .newline { nesting += 1 }
                if nesting > limits.nesting { fail(.nesting, index) }
                if let excess { fail(.indentation, excess) }
                markers += 1
                count(table[Int(source[index])], index)
            case .newline:
                // A blank line ends what inlines can reach.
                if markers == 0 { (brackets, delimiters, angles) = (0, 0, 0) }
                return index
            default:
                if let excess { fail(.indentation, excess) }
                return index
            }
            index += 1
        }
        return index
    }

    private mutating func count(_ kind: ByteClass, _ index: Int) {
        switch kind {
        case .plain, .space, .marker, .newline: break
        case .star, .delimiter:
            delimiters += 1
            if delimiters > limits.delimiters { fail(.delimiters, index) }
        case .bracket:
            brackets += 1
            if brackets > limits.brackets { fail(.brackets, index) }
        case .angle:
            angles += 1
            if angles > limits.angles { fail(.angles, index) }
        }
    }

    private mutating func fail(_ limit: ParseLimitError.Limit, _ index: Int) {
        if error == nil { error = ParseLimitError(limit: limit, offset: index) }
    }
}

/// What a byte can mean to the count.
private enum ByteClass: UInt8 {
    case plain, space, marker, newline, star, bracket, delimiter, angle

    /// Whether it means nothing behind a line's beginning.
    var isPassedOver: Bool { self == .plain || self == .space || self == .marker }

    static let table: [ByteClass] = (0...255).map { byte in
        switch Unicode.Scalar(UInt8(byte)) {
        case "\n", "\r": .newline
        case " ", "\t": .space
        case ">", "-", "+", "0"..."9", ".", ")": .marker
        case "*": .star
        case "[", "]": .bracket
        case "_", "`": .delimiter
        case "<": .angle
        default: .plain
        }
    }
}
