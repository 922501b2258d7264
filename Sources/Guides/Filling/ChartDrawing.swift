import CommonMark
import Values

/// A chart worded for one language: one bar of parts that add up, and a limit.
public struct ChartDrawing: Sendable {
    /// A number of the chart.
    public struct Item: Sendable {
        /// The value's index in `ValueTexts.entries`.
        public let number: Int
        /// The value's name.
        public let name: String
        /// What readers call it.
        public let label: String
        /// The number.
        public let amount: Double
        /// The number in prose.
        public let prose: String
    }

    /// The chart's index in `ValueTexts.entries`.
    public let number: Int
    /// The chart's name.
    public let name: String
    /// What readers call it.
    public let label: String
    /// What adds up.
    public let parts: [Item]
    /// The limit that the parts together must not pass.
    public let limit: Item
    /// What the sum is over the limit, or under it, in prose and without a sign.
    public let difference: String
    /// “Over the limit” or “Left”.
    public let differenceLabel: String
    /// Whether one of the numbers is an example.
    public let isExample: Bool
    /// What stands between a label and its number.
    public let colon: String
    /// The chart in characters.
    public private(set) var text = ""

    /// Nil where one of the chart's numbers is missing.
    init?(_ chart: ValueType.Chart, number: Int, in texts: ValueTexts, _ language: Language) {
        guard let entry = texts.entries[number], case .chart(let numbers) = entry.resolved.value,
            numbers.parts.count == chart.parts.count, let limit = Self.item(chart.limit, numbers.limit, texts)
        else { return nil }
        parts = zip(chart.parts, numbers.parts).compactMap { Self.item($0, $1, texts) }
        guard parts.count == chart.parts.count, let first = texts.declaration(named: chart.limit) else { return nil }
        self.number = number
        self.limit = limit
        name = entry.name
        label = texts.declarations[number].label[texts.language]
        difference = texts.formatter.prose(
            .number(abs(numbers.excess)), type: first.type, decimals: first.decimals)
        differenceLabel = language.term(numbers.excess > 0 ? "chart-over" : "chart-left")
        isExample = entry.resolved.isExample
        colon = language.term("colon")
        text = drawn()
    }

    private static func item(_ name: String, _ amount: Double, _ texts: ValueTexts) -> Item? {
        guard let index = texts.index(of: name), let entry = texts.entries[index] else { return nil }
        return Item(
            number: index, name: name, label: texts.declarations[index].label[texts.language], amount: amount,
            prose: entry.prose)
    }

    /// The sum of the parts.
    public var total: Double { parts.reduce(0) { $0 + max(0, $1.amount) } }
    /// Whether the sum is over the limit.
    public var isOver: Bool { total > limit.amount }
    /// What the whole width stands for.
    public var width: Double { max(total, limit.amount) }

    /// The chart as sentences, for who hears it.
    public var summary: String {
        let numbers = (parts + [limit]).map { "\($0.label)\(colon) \($0.prose)." }
        return (numbers + ["\(differenceLabel)\(colon) \(difference)."]).joined(separator: " ")
    }

    /// How far from the start of the bar an amount stands: percent of the width, with two decimals at most.
    public func percent(_ amount: Double) -> String {
        guard width > 0 else { return "0%" }
        let digits = DecimalDigits(max(0, amount) * 100 / width, decimals: 2).text
        // A script's numbers have no zeros at their end.
        return "\(DecimalDigits.plain(Double(digits) ?? 0))%"
    }
}
