extension ErrorPattern {
    /// Reads a pattern whose values are among some names.
    ///
    /// - Parameters:
    ///   - known: every value that there is.
    ///   - pictures: those of them that no message can hold, such as tables.
    /// - Throws: `ErrorPatternError`, with the bytes of the text that it concerns.
    public init(_ text: String, known: Set<String>, pictures: Set<String> = []) throws(ErrorPatternError) {
        var parser = ErrorPatternParser(bytes: Array(text.utf8), known: known, pictures: pictures)
        pieces = try parser.parse()
    }
}

private struct ErrorPatternParser {
    let bytes: [UInt8]
    let known: Set<String>
    let pictures: Set<String>
    private var index = 0
    private var pieces: [ErrorPattern.Piece] = []
    private var literal: [UInt8] = []
    /// Whether a value may stand directly before this place, so that nobody could tell where one ends: with every
    /// optional part that may be missing left out.
    private var followsValue = false
    /// The pieces before the bracket that is open, where it stands, and whether it follows a value.
    private var outer: (pieces: [ErrorPattern.Piece], open: Int, followsValue: Bool)?

    init(bytes: [UInt8], known: Set<String>, pictures: Set<String>) {
        self.bytes = bytes
        self.known = known
        self.pictures = pictures
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
                outer = (pieces, index, followsValue)
                pieces = []
                index += 1
            case UInt8(ascii: "]"):
                guard let (before, _, followedValue) = outer else { throw fail(.unbalanced, index..<(index + 1)) }
                flush()
                outer = nil
                pieces = before + [.optional(pieces)]
                followsValue = followsValue || followedValue
                index += 1
            case UInt8(ascii: "{") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{"):
                try value()
            default:
                let start = index
                repeat { index += 1 } while index < bytes.count && !Self.isSpecial(bytes[index])
                literal += bytes[start..<index]
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
        guard !pictures.contains(name) else { throw fail(.picture(name), range) }
        flush()
        if followsValue { throw fail(.adjacent(name), range) }
        pieces.append(.value(name))
        followsValue = true
        index = range.upperBound
    }

    private mutating func flush() {
        guard !literal.isEmpty else { return }
        let text = String(decoding: literal, as: UTF8.self)
        pieces.append(.literal(text))
        // Quotation marks alone are nothing: messages lose them.
        if followsValue, !MessagePattern.cleaned(text).isEmpty { followsValue = false }
        literal = []
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
        /// A value that no message can hold.
        case picture(String)
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
        case .picture(let name): "`\(name)` is a table or a chart, which no message holds"
        }
    }

    /// The way out.
    public var help: String? {
        switch fault {
        case .unbalanced: "write `\\[` and `\\]` for brackets that are part of the message"
        case .nested: "put the two side by side"
        case .malformed: "write `{{name}}`"
        case .unknown(let name, let known): NearestName.suggestion(for: name, in: known)
        case .adjacent: "put the text between them that the message has there, outside of brackets"
        case .picture: "name the values that it is made of"
        }
    }
}
