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
    public var nesting = 60
    /// `[` and `]` between two blank lines.
    public var brackets = 2000
    /// `*`, `_` and backticks between two blank lines.
    public var delimiters = 8000
    /// `<` between two blank lines.
    public var angles = 2000

    /// The limits that every text of a project is held to.
    public static let standard = ParseLimits()

    /// What a text was seen to hold: tells which extensions are worth looking for.
    struct Survey {
        var hasPipes = false
        var hasTildes = false
        var hasBrackets = false
    }

    /// Counts in one pass.
    func survey(_ source: [UInt8]) throws(ParseLimitError) -> Survey {
        guard source.count <= size else { throw ParseLimitError(limit: .size, offset: size) }
        var survey = Survey()
        var brackets = 0
        var delimiters = 0
        var angles = 0
        // The line so far: where it began, whether only markers were seen, and how many.
        var lineStart = 0
        var isPrefix = true
        var isBlank = true
        var markers = 0
        for index in source.indices {
            let byte = source[index]
            switch ByteClass.table[Int(byte)] {
            case .plain:
                isPrefix = false
                isBlank = false
                continue
            case .newline:
                if isBlank { (brackets, delimiters, angles) = (0, 0, 0) }
                lineStart = index + 1
                (isPrefix, isBlank, markers) = (true, true, 0)
                continue
            case .space:
                if isPrefix, index - lineStart > indentation { throw ParseLimitError(limit: .indentation, offset: index) }
                continue
            case .marker:
                if isPrefix {
                    markers += 1
                    if markers > nesting { throw ParseLimitError(limit: .nesting, offset: index) }
                    if byte == UInt8(ascii: "*") { delimiters += 1 }
                    isBlank = false
                    continue
                }
                if byte == UInt8(ascii: "*") { delimiters += 1 }
            case .bracket:
                survey.hasBrackets = true
                brackets += 1
            case .delimiter: delimiters += 1
            case .angle: angles += 1
            case .pipe: survey.hasPipes = true
            case .tilde: survey.hasTildes = true
            }
            isPrefix = false
            isBlank = false
            if brackets > self.brackets { throw ParseLimitError(limit: .brackets, offset: index) }
            if delimiters > self.delimiters { throw ParseLimitError(limit: .delimiters, offset: index) }
            if angles > self.angles { throw ParseLimitError(limit: .angles, offset: index) }
        }
        return survey
    }
}

/// A text that libcmark is not given.
public struct ParseLimitError: Error, Equatable {
    /// Which limit was passed.
    public enum Limit: String, Sendable {
        case size, indentation, nesting, brackets, delimiters, angles
    }

    /// The limit that was passed.
    public let limit: Limit
    /// The byte at which it was.
    public let offset: Int
}

/// What a byte can mean to the count.
private enum ByteClass: UInt8 {
    case plain, newline, space, marker, bracket, delimiter, angle, pipe, tilde

    static let table: [ByteClass] = (0...255).map { byte in
        switch Unicode.Scalar(UInt8(byte)) {
        case "\n", "\r": .newline
        case " ", "\t": .space
        case ">", "-", "+", "*", "0"..."9", ".", ")": .marker
        case "[", "]": .bracket
        case "_", "`": .delimiter
        case "<": .angle
        case "|": .pipe
        case "~": .tilde
        default: .plain
        }
    }
}
