/// What a value means, and so how it is written, read, computed with and shown.
public enum ValueType: Sendable, Hashable {
    /// Any text of one line.
    case text
    /// A name that machines know: an organization, a model. One word, shown as it is in every language.
    case identifier
    /// A whole number between -(2^53 - 1) and 2^53 - 1, which a double and a script's number hold exactly.
    case integer
    /// A number with decimals.
    case decimal
    /// A ratio, written as `12.5 %` or `12.5`.
    case percent
    /// A length of time, written as `6.141s`, `1m26.4s`, `60 s`.
    case duration
    /// A day, written as `2026-11-23`.
    case date
    /// An absolute address with an allowed scheme.
    case url
    /// A key of several.
    case choice([Choice])
    /// Rows of values.
    case table([Column])
    /// A picture of numbers that add up, against a limit.
    case chart(Chart)
    /// The unit of a number, in the form that agrees with it. Nobody declares one: it comes with a value that has a unit.
    case unit(ValueUnit)

    /// What a `chart` shows: names of values that are numbers, or all of them durations.
    public struct Chart: Sendable, Hashable {
        /// What adds up, in the order of the picture.
        public let parts: [String]
        /// The name of the value that the parts together must not pass.
        public let limit: String

        /// Puts a chart together.
        public init(parts: [String], limit: String) {
            self.parts = parts
            self.limit = limit
        }
    }

    /// A key of a `choice`, with its words and facts.
    public struct Choice: Sendable, Hashable {
        /// The key that configuration and variants name.
        public let key: String
        /// What readers see in prose.
        public let label: LocalizedText
        /// How error messages word it; the first is also what code shows.
        public let match: [String]
        /// Numbers that formulas may use as `value.fact`.
        public let facts: [String: Fact]

        /// Puts a choice together.
        public init(key: String, label: LocalizedText, match: [String], facts: [String: Fact]) {
            self.key = key
            self.label = label
            self.match = match
            self.facts = facts
        }
    }

    /// A number that comes with a choice: `period: 60 s`.
    public struct Fact: Sendable, Hashable {
        /// `integer`, `decimal`, `percent` or `duration`.
        public let type: ValueType
        /// The number; seconds for a duration.
        public let number: Double

        /// Pairs a number with its type.
        public init(type: ValueType, number: Double) {
            self.type = type
            self.number = number
        }
    }

    /// A column of a `table`.
    public struct Column: Sendable, Hashable {
        /// The key that the rows of the configuration use.
        public let name: String
        /// The type of every cell below; never a table.
        public let type: ValueType
        /// What readers see above it.
        public let label: LocalizedText
        /// How many decimals to show; nil shows what there are.
        public let decimals: Int?

        /// Puts a column together.
        public init(name: String, type: ValueType, label: LocalizedText, decimals: Int?) {
            self.name = name
            self.type = type
            self.label = label
            self.decimals = decimals
        }
    }

    /// The choices of a choice; none for other types.
    package var choices: [Choice] {
        if case .choice(let choices) = self { choices } else { [] }
    }

    /// Whether it takes a paragraph of its own, and no text can be read as a value of it.
    public var isPicture: Bool {
        switch self {
        case .table, .chart: true
        default: false
        }
    }

    /// The name that configuration uses.
    public var name: String {
        switch self {
        case .text: "text"
        case .identifier: "identifier"
        case .integer: "integer"
        case .decimal: "decimal"
        case .percent: "percent"
        case .duration: "duration"
        case .date: "date"
        case .url: "url"
        case .choice: "choice"
        case .table: "table"
        case .chart: "chart"
        case .unit: "unit"
        }
    }

    /// Whether it is the unit of another value, which nobody gives.
    public var isUnit: Bool { if case .unit = self { true } else { false } }

    /// Whether a column of it is read best with its digits below each other.
    package var isNumeric: Bool {
        switch self {
        case .integer, .decimal, .percent, .duration: true
        default: false
        }
    }
}
