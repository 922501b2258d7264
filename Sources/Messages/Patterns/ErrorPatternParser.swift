import Sources
import Values

extension ErrorPattern {
    /// Reads a pattern whose values are among some names.
    ///
    /// - Parameters:
    ///   - known: every value that there is.
    ///   - isPicture: whether no message can hold a value, such as a table; one for each of the names.
    ///   - language: the language of the wording.
    /// - Throws: `ErrorPatternError`, with the bytes of the text that it concerns.
    package init(
        _ text: String, known: NameTable, isPicture: [Bool] = [], language: LanguageTag? = nil
    ) throws(ErrorPatternError) {
        var text = text
        let pieces = text.withUTF8 { bytes in
            var parser = ErrorPatternParser(bytes: bytes, known: known, isPicture: isPicture)
            return Result { () throws(ErrorPatternError) in try parser.parse() }
        }
        self.pieces = try pieces.get()
        self.language = language
    }
}

private struct ErrorPatternParser {
    let bytes: UnsafeBufferPointer<UInt8>
    let known: NameTable
    let isPicture: [Bool]
    private var index = 0
    /// Where the text begins that no piece holds yet, and whether a backslash in it is none of the message's.
    private var literalStart = 0
    private var hasEscapes = false
    /// Whether a value may stand directly before this place, so that nobody could tell where one ends: with every
    /// optional part that may be missing left out.
    private var followsValue = false
    private var depth = 0
    /// Deeper than anybody writes, and shallow enough for any stack.
    private static let deepest = 16
    /// A group of wordings is no longer.
    private static let longestChoice = 4096

    init(bytes: UnsafeBufferPointer<UInt8>, known: NameTable, isPicture: [Bool]) {
        self.bytes = bytes
        self.known = known
        self.isPicture = isPicture
    }

    /// What encloses the pieces that are being read.
    private enum Group { case none, optional, choice }

    mutating func parse() throws(ErrorPatternError) -> [ErrorPattern.Piece] {
        let pieces = try pieces(in: .none)
        if index < bytes.count { throw fail(.unbalanced, index..<(index + 1)) }
        return pieces
    }

    /// The pieces up to the end of the group, which is not passed over.
    private mutating func pieces(in group: Group) throws(ErrorPatternError) -> [ErrorPattern.Piece] {
        var pieces: [ErrorPattern.Piece] = []
        pieces.reserveCapacity(group == .none ? bytes.count / 16 + 1 : 4)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where escapeLength(index) > 0:
                hasEscapes = true
                index += escapeLength(index)
            case UInt8(ascii: "$") where bytes.holds("{{", at: index + 1):
                // A template of the tool's own, as GitHub's workflows have them.
                index = closing(index + 3).map { $0 + 2 } ?? index + 1
            case UInt8(ascii: "["):
                flush(&pieces)
                pieces.append(try optional())
            case UInt8(ascii: "("):
                guard isChoice(index) else {
                    index += 1
                    continue
                }
                flush(&pieces)
                pieces.append(try choice())
            case UInt8(ascii: "]"):
                guard group == .optional else { throw fail(.unbalanced, index..<(index + 1)) }
                flush(&pieces)
                return pieces
            case UInt8(ascii: "|") where group == .choice, UInt8(ascii: ")") where group == .choice:
                flush(&pieces)
                return pieces
            case UInt8(ascii: "{") where bytes.holds("{{", at: index):
                try value(&pieces)
            default:
                repeat { index += 1 } while index < bytes.count && !Self.isSpecial(bytes[index])
            }
        }
        flush(&pieces)
        return pieces
    }

    private mutating func optional() throws(ErrorPatternError) -> ErrorPattern.Piece {
        let start = index
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw fail(.tooDeep, start..<(start + 1)) }
        let followedValue = followsValue
        skip(1)
        let inner = try pieces(in: .optional)
        guard index < bytes.count else { throw fail(.unbalanced, start..<(start + 1)) }
        skip(1)
        followsValue = followsValue || followedValue
        return .optional(inner)
    }

    private mutating func choice() throws(ErrorPatternError) -> ErrorPattern.Piece {
        let start = index
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw fail(.tooDeep, start..<(start + 1)) }
        let followedValue = followsValue
        var isValueLast = false
        var branches: [[ErrorPattern.Piece]] = []
        repeat {
            skip(1)
            followsValue = followedValue
            branches.append(try pieces(in: .choice))
            isValueLast = isValueLast || followsValue
            guard index < bytes.count else { throw fail(.unbalanced, start..<(start + 1)) }
        } while bytes[index] == UInt8(ascii: "|")
        skip(1)
        followsValue = isValueLast
        return .choice(branches)
    }

    /// Whether the parenthesis at a place encloses wordings, and not a part of the message: a bar stands in it.
    private func isChoice(_ start: Int) -> Bool {
        var (depth, brackets, index) = (0, 0, start)
        var hasBar = false
        let end = min(bytes.count, start + Self.longestChoice)
        while index < end {
            let length = bytes[index] == UInt8(ascii: "\\") ? escapeLength(index) : 0
            if length > 0 {
                index += length
                continue
            }
            switch bytes[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return hasBar }
            case UInt8(ascii: "["): brackets += 1
            case UInt8(ascii: "]"):
                brackets -= 1
                if brackets < 0 { return false }
            case UInt8(ascii: "|") where depth == 1 && brackets == 0: hasBar = true
            default: break
            }
            index += 1
        }
        return false
    }

    private mutating func value(_ pieces: inout [ErrorPattern.Piece]) throws(ErrorPatternError) {
        guard let end = closing(index + 2) else { throw fail(.malformed, index..<bytes.count) }
        let written = bytes.trimmed((index + 2)..<end)
        let range = index..<(end + 2)
        flush(&pieces)
        if bytes.text(written) == "*" {
            pieces.append(.any)
            followsValue = false
            return skip(range.count)
        }
        guard let position = known.index(of: UnsafeBufferPointer(rebasing: bytes[written])) else {
            throw fail(.unknown(bytes.text(written), known: Set(known.names).sorted()), range)
        }
        let name = known.names[position]
        guard !isPicture.indices.contains(position) || !isPicture[position] else { throw fail(.picture(name), range) }
        if followsValue { throw fail(.adjacent(name), range) }
        pieces.append(.value(name))
        followsValue = true
        skip(range.count)
    }

    /// Where the next closing braces stand.
    private func closing(_ start: Int) -> Int? {
        var end = start
        while end + 1 < bytes.count {
            if bytes.holds("}}", at: end) { return end }
            end += 1
        }
        return nil
    }

    /// Passes over what is no text.
    private mutating func skip(_ count: Int) {
        index += count
        literalStart = index
    }

    private mutating func flush(_ pieces: inout [ErrorPattern.Piece]) {
        guard literalStart < index else { return }
        let literal = literalStart..<index
        let text = hasEscapes ? unescaped(literal) : bytes.text(literal)
        hasEscapes = false
        literalStart = index
        pieces.append(.literal(text))
        // Quotation marks alone are nothing: messages lose them.
        if followsValue, !MessagePattern.isNothing(text) { followsValue = false }
    }

    /// How long an escape at a backslash is: `\[`, `\(`, `\|`, `\{{`; zero where the backslash is the message's.
    private func escapeLength(_ index: Int) -> Int {
        guard index + 1 < bytes.count else { return 0 }
        if bytes.holds("{{", at: index + 1) { return 3 }
        return bytes[index + 1].isOne(of: "[]()|") ? 2 : 0
    }

    /// A part of the text, without the backslashes of escapes.
    private func unescaped(_ range: Range<Int>) -> String {
        var kept: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let length = bytes[index] == UInt8(ascii: "\\") ? escapeLength(index) : 0
            let end = min(range.upperBound, index + max(length, 1))
            kept += bytes[(length > 0 ? index + 1 : index)..<end]
            index = end
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// Whether a byte may mean something else than itself.
    private static func isSpecial(_ byte: UInt8) -> Bool { byte.isOne(of: "\\[](|){$") }

    private func fail(_ fault: ErrorPatternError.Fault, _ range: Range<Int>) -> ErrorPatternError {
        ErrorPatternError(fault: fault, range: range)
    }
}
