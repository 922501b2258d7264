import Sources

extension ErrorPattern {
    /// Reads a pattern whose values are among some names.
    ///
    /// - Parameters:
    ///   - known: every value that there is.
    ///   - isPicture: whether no message can hold a value, such as a table; one for each of the names.
    /// - Throws: `ErrorPatternError`, with the bytes of the text that it concerns.
    package init(_ text: String, known: NameTable, isPicture: [Bool] = []) throws(ErrorPatternError) {
        var text = text
        let pieces = text.withUTF8 { bytes in
            var parser = ErrorPatternParser(bytes: bytes, known: known, isPicture: isPicture)
            return Result { () throws(ErrorPatternError) in try parser.parse() }
        }
        self.pieces = try pieces.get()
    }
}

private struct ErrorPatternParser {
    let bytes: UnsafeBufferPointer<UInt8>
    let known: NameTable
    let isPicture: [Bool]
    private var index = 0
    private var pieces: [ErrorPattern.Piece] = []
    /// Where the text begins that no piece holds yet, and whether there is an escaped bracket in it.
    private var literalStart = 0
    private var hasEscapes = false
    /// Whether a value may stand directly before this place, so that nobody could tell where one ends: with every
    /// optional part that may be missing left out.
    private var followsValue = false
    /// The bracket that is open: where it stands, whether it follows a value, and what it holds so far.
    private var open: (index: Int, followsValue: Bool)?
    private var inner: [ErrorPattern.Piece] = []

    init(bytes: UnsafeBufferPointer<UInt8>, known: NameTable, isPicture: [Bool]) {
        self.bytes = bytes
        self.known = known
        self.isPicture = isPicture
        pieces.reserveCapacity(bytes.count / 16 + 1)
    }

    mutating func parse() throws(ErrorPatternError) -> [ErrorPattern.Piece] {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where index + 1 < bytes.count && Self.isBracket(bytes[index + 1]):
                hasEscapes = true
                index += 2
            case UInt8(ascii: "["):
                guard open == nil else { throw fail(.nested, index..<(index + 1)) }
                flush()
                open = (index, followsValue)
                inner.reserveCapacity(4)
                skip(1)
            case UInt8(ascii: "]"):
                guard let (_, followedValue) = open else { throw fail(.unbalanced, index..<(index + 1)) }
                flush()
                open = nil
                pieces.append(.optional(inner))
                inner = []
                followsValue = followsValue || followedValue
                skip(1)
            case UInt8(ascii: "{") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{"):
                try value()
            default:
                repeat { index += 1 } while index < bytes.count && !Self.isSpecial(bytes[index])
            }
        }
        if let open { throw fail(.unbalanced, open.index..<(open.index + 1)) }
        flush()
        return pieces
    }

    private mutating func value() throws(ErrorPatternError) {
        var end = index + 2
        while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: "}") && bytes[end + 1] == UInt8(ascii: "}")) {
            end += 1
        }
        guard end + 1 < bytes.count else { throw fail(.malformed, index..<bytes.count) }
        let written = bytes.trimmed((index + 2)..<end)
        let range = index..<(end + 2)
        guard let position = known.index(of: UnsafeBufferPointer(rebasing: bytes[written])) else {
            throw fail(.unknown(bytes.text(written), known: Set(known.names).sorted()), range)
        }
        let name = known.names[position]
        guard !isPicture.indices.contains(position) || !isPicture[position] else { throw fail(.picture(name), range) }
        flush()
        if followsValue { throw fail(.adjacent(name), range) }
        append(.value(name))
        followsValue = true
        skip(range.count)
    }

    /// Passes over what is no text.
    private mutating func skip(_ count: Int) {
        index += count
        literalStart = index
    }

    private mutating func append(_ piece: ErrorPattern.Piece) {
        if open == nil { pieces.append(piece) } else { inner.append(piece) }
    }

    private mutating func flush() {
        guard literalStart < index else { return }
        let literal = literalStart..<index
        let text = hasEscapes ? unescaped(literal) : bytes.text(literal)
        hasEscapes = false
        append(.literal(text))
        // Quotation marks alone are nothing: messages lose them.
        if followsValue, !MessagePattern.isNothing(text) { followsValue = false }
    }

    /// A part of the text, without the backslashes before brackets.
    private func unescaped(_ range: Range<Int>) -> String {
        let kept = range.filter { index in
            let isEscape =
                bytes[index] == UInt8(ascii: "\\") && index + 1 < range.upperBound && Self.isBracket(bytes[index + 1])
            return !isEscape
        }
        return String(decoding: kept.map { bytes[$0] }, as: UTF8.self)
    }

    /// Whether a byte may mean something else than itself.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        isBracket(byte) || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "{")
    }

    private static func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") }

    private func fail(_ fault: ErrorPatternError.Fault, _ range: Range<Int>) -> ErrorPatternError {
        ErrorPatternError(fault: fault, range: range)
    }
}
