import Sources

/// A text that is no value of the type that was asked for.
public struct ValueError: Error, Sendable {
    /// In which way it is none.
    public enum Fault: Sendable, Equatable {
        /// The text cannot be read as the type.
        case type
        /// The text does not match the declaration's pattern.
        case pattern(String)
        /// The text is too long to be matched against a pattern.
        case tooLong
        /// The number has more digits than are kept.
        case digits
        /// The text holds a character that no output can show.
        case character(UInt32)
    }

    /// What is wrong.
    public let fault: Fault
    /// The type that was asked for.
    public let type: ValueType
    /// The text.
    public let got: String
}

extension ValueType {
    /// What a value of the type looks like, for messages.
    public var takes: String {
        switch self {
        case .text: "a text"
        case .identifier: "one word without spaces"
        case .integer: "a whole number such as 40000"
        case .decimal: "a number such as 6.141"
        case .percent: "a percentage such as 12.5 %"
        case .duration: "a duration such as 6.141s, 1m26s or 2 days"
        case .date: "a date such as 2026-11-23"
        case .url: "an absolute address with https, http or mailto"
        case .choice(let choices): "one of " + choices.map { "`\($0.key)`" }.joined(separator: ", ")
        case .table: "a list of rows"
        case .chart: "nothing, for it is drawn from other values"
        case .unit: "nothing, for it follows from another value"
        }
    }
}

extension ValueError {
    /// The diagnostic for a value at a place.
    func diagnostic(_ name: String, isPrivate: Bool, at place: Place) -> Diagnostic {
        let problem = WrongType(name: name, error: self, isPrivate: isPrivate)
        if case .pattern = fault { return Diagnostic(WrongPattern(wrongType: problem), at: place) }
        return Diagnostic(problem, at: place)
    }
}
