import Values

/// A pattern that fits a message.
public struct ErrorMatch: Sendable {
    /// The guide whose pattern it is.
    public let guide: String
    /// The number of the pattern among the guide's.
    public let pattern: Int
    /// The values of the message, typed, each once.
    public let values: [GivenValue]
    /// The values that stand in the message and cannot be read there: somebody masked them, or they are of another form.
    public let hidden: [String]
    /// The steps of the pattern that the message has.
    let steps: MatchedSteps
    /// The message's own words, as they were pasted but for what wraps them.
    public let line: String
    /// Where it stands in the message: bytes of UTF-8.
    public let range: Range<Int>
    /// How much of the pattern's own text the message has, in characters without white space.
    let literals: Int

    /// What the message has of the pattern, in the pattern's own words.
    public var fits: String { steps.text }

    /// More of the pattern's words, then more values.
    func isBetter(than other: ErrorMatch?) -> Bool {
        guard let other else { return true }
        return (literals, values.count) > (other.literals, other.values.count)
    }
}

extension ErrorMatch {
    /// The match of a part of a message in the whole.
    func moved(by offset: Int) -> ErrorMatch { moved(to: (range.lowerBound + offset)..<(range.upperBound + offset)) }

    /// The match at another place.
    func moved(to range: Range<Int>) -> ErrorMatch {
        ErrorMatch(
            guide: guide, pattern: pattern, values: values, hidden: hidden, steps: steps, line: line, range: range,
            literals: literals)
    }
}

/// Some steps of a pattern, which are put into words only where somebody asks for them.
struct MatchedSteps: Sendable {
    let pattern: ErrorPattern
    let steps: [Int]

    /// The steps as the pattern writes them, on one line.
    var text: String {
        let words = pattern.words
        return steps.map { words[$0] }.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// A pattern of which a message has a part.
public struct NearMatch: Sendable {
    /// The guide whose pattern it is.
    public let guide: String
    /// The parts of the pattern that the message has, in the pattern's own words.
    public let fits: String
    /// The parts before and behind, which are missing.
    public let missing: [String]
    /// The message's own words, with an ellipsis where more of the pattern was cut off.
    public let line: String
    /// The values of the message, typed, each once.
    public let values: [GivenValue]
    /// The values that stand there and cannot be read.
    public let hidden: [String]
    /// How much of the pattern's own text the message has.
    let literals: Int
}
