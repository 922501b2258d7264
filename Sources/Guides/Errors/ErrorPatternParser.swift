extension ErrorPattern {
    /// Reads a pattern whose values are among some names.
    ///
    /// - Throws: `ErrorPatternError`, with the bytes of the text that it concerns.
    public init(_ text: String, known: Set<String>) throws(ErrorPatternError) {
        var parser = ErrorPatternParser(bytes: Array(text.utf8), known: known)
        pieces = try parser.parse()
    }
}

private struct ErrorPatternParser {
    let bytes: [UInt8]
    let known: Set<String>
    private var index = 0
    private var pieces: [ErrorPattern.Piece] = []
    private var literal: [UInt8] = []
    /// The pieces before the bracket that is open, and where it stands.
    private var outer: (pieces: [ErrorPattern.Piece], open: Int)?

    init(bytes: [UInt8], known: Set<String>) {
        self.bytes = bytes
        self.known = known
    }

    mutating func parse() throws(ErrorPatternError) -> [ErrorPattern.Piece] {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where index + 1 < bytes.count && Self.isBracket(bytes[index + 1]):
                literal.append(bytes[index + 1])
                index += 2
            case UInt8(ascii: "["):
                guard outer == nil else { throw fail(.nested, index..<(index + 1)) }
                flush()
                outer = (pieces, index)
                pieces = []
                index += 1
            case UInt8(ascii: "]"):
                guard let outer else { throw fail(.unbalanced, index..<(index + 1)) }
                flush()
                pieces = outer.pieces + [.optional(pieces)]
                self.outer = nil
                index += 1
            case UInt8(ascii: "{") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{"):
                try value()
            default:
                literal.append(bytes[index])
                index += 1
            }
        }
        if let outer { throw fail(.unbalanced, outer.open..<(outer.open + 1)) }
        flush()
        return pieces
    }

    private mutating func value() throws(ErrorPatternError) {
        let start = index
        var end = index + 2
        while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: "}") && bytes[end + 1] == UInt8(ascii: "}")) {
            end += 1
        }
        guard end + 1 < bytes.count else { throw fail(.malformed, start..<bytes.count) }
        let name = String(decoding: bytes[(start + 2)..<end], as: UTF8.self).trimmingSpace
        let range = start..<(end + 2)
        guard known.contains(name) else { throw fail(.unknown(name, known: known.sorted()), range) }
        if literal.isEmpty, followsValue { throw fail(.adjacent(name), range) }
        flush()
        pieces.append(.value(name))
        index = range.upperBound
    }

    /// Whether a value stands directly before this place, so that nobody could tell where one ends.
    private var followsValue: Bool {
        guard let last = pieces.last ?? outer?.pieces.last else { return false }
        return switch last {
        case .value: true
        case .optional(let inner): inner.last.map { if case .value = $0 { true } else { false } } ?? false
        case .literal: false
        }
    }

    private mutating func flush() {
        guard !literal.isEmpty else { return }
        pieces.append(.literal(String(decoding: literal, as: UTF8.self)))
        literal = []
    }

    private static func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") }

    private func fail(_ fault: ErrorPatternError.Fault, _ range: Range<Int>) -> ErrorPatternError {
        ErrorPatternError(fault: fault, range: range)
    }
}

/// A pattern that cannot be read.
public struct ErrorPatternError: Error, Problem {
    /// What is wrong.
    public enum Fault: Sendable, Equatable {
        /// A bracket without its other half.
        case unbalanced
        /// An optional part in an optional part.
        case nested
        /// A placeholder that is not closed.
        case malformed
        /// A name that no value has.
        case unknown(String, known: [String])
        /// Two values with nothing between them.
        case adjacent(String)
    }

    /// The check's name.
    public static let check = "bad-error-pattern"
    /// What is wrong.
    public let fault: Fault
    /// The bytes of the pattern where it is.
    public let range: Range<Int>

    /// The fault in words.
    public var message: String {
        switch fault {
        case .unbalanced: "this bracket has no other half"
        case .nested: "an optional part inside an optional part"
        case .malformed: "this placeholder is not closed"
        case .unknown(let name, _): "no value is called `\(name)`"
        case .adjacent(let name): "nothing stands between `\(name)` and the value before it"
        }
    }

    /// The way out.
    public var help: String? {
        switch fault {
        case .unbalanced: "write `\\[` and `\\]` for brackets that are part of the message"
        case .nested: "put the two side by side"
        case .malformed: "write `{{name}}`"
        case .unknown(let name, let known): NearestName.nearest(to: name, in: known).map { "did you mean `\($0)`?" }
        case .adjacent: "put the text between them that the message has there"
        }
    }
}
