import Values

/// A pattern that fits a message.
public struct ErrorMatch: Sendable {
    /// The guide whose pattern it is.
    public let guide: String
    /// The values of the message, typed, each once.
    public let values: [GivenValue]
    /// How much of the pattern's own text the message has, in bytes without white space.
    let literals: Int
    /// Where it stands in the cleaned message.
    let range: Range<Int>

    /// More of the pattern's words, then more values.
    func isBetter(than other: ErrorMatch?) -> Bool {
        guard let other else { return true }
        return (literals, values.count) > (other.literals, other.values.count)
    }
}
