import Sources

/// A formula of the configuration: `max(0 s, (usage.used - limit.current) * limit.metric.period / limit.current)`.
public struct Formula: Sendable, Hashable {
    /// The formula as written.
    public let text: String
    /// The parsed text.
    let expression: Expression

    /// A part of a formula, with the bytes of the text that it was read from.
    indirect enum Expression: Sendable, Hashable {
        case number(Double, Range<Int>)
        case duration(Double, Range<Int>)
        case name(String, Range<Int>)
        case negative(Expression, Range<Int>)
        case binary(Operator, Expression, Expression, Range<Int>)
        case call(Function, [Expression], Range<Int>)

        var range: Range<Int> {
            switch self {
            case .number(_, let range), .duration(_, let range), .name(_, let range), .negative(_, let range),
                .binary(_, _, _, let range), .call(_, _, let range):
                range
            }
        }
    }

    enum Operator: Character, Sendable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
    }

    /// The functions that a formula may call.
    enum Function: String, Sendable, CaseIterable {
        /// The least of its arguments.
        case min
        /// The greatest of its arguments.
        case max
        /// The nearest whole number (of seconds, for a duration); halves go away from zero.
        case round
    }

    /// Reads a formula.
    public init(_ text: String) throws(FormulaError) {
        var parser = FormulaParser(text)
        self.text = text
        expression = try parser.parse()
    }

    /// The names that it uses, with the bytes of the text where they stand.
    public var names: [(name: String, range: Range<Int>)] {
        var names: [(String, Range<Int>)] = []
        collect(expression, &names)
        return names
    }

    private func collect(_ expression: Expression, _ names: inout [(String, Range<Int>)]) {
        switch expression {
        case .number, .duration: break
        case .name(let name, let range): names.append((name, range))
        case .negative(let inner, _): collect(inner, &names)
        case .binary(_, let left, let right, _):
            collect(left, &names)
            collect(right, &names)
        case .call(_, let arguments, _): arguments.forEach { collect($0, &names) }
        }
    }

    /// Computes in IEEE 754 doubles, from left to right, so that a script that does the same gets the same result.
    ///
    /// Nil where a name has no number, or the result is none (a division by zero).
    func evaluate(_ number: (String) -> Double?) -> Double? {
        guard let result = Self.evaluate(expression, number), result.isFinite else { return nil }
        return result
    }

    private static func evaluate(_ expression: Expression, _ number: (String) -> Double?) -> Double? {
        switch expression {
        case .number(let value, _), .duration(let value, _): return value
        case .name(let name, _): return number(name)
        case .negative(let inner, _): return evaluate(inner, number).map { -$0 }
        case .binary(let operation, let left, let right, _):
            guard let left = evaluate(left, number), let right = evaluate(right, number) else { return nil }
            switch operation {
            case .add: return left + right
            case .subtract: return left - right
            case .multiply: return left * right
            case .divide: return left / right
            }
        case .call(let function, let arguments, _):
            let values = arguments.compactMap { evaluate($0, number) }
            guard values.count == arguments.count, let first = values.first else { return nil }
            switch function {
            case .min: return values.reduce(first) { Swift.min($0, $1) }
            case .max: return values.reduce(first) { Swift.max($0, $1) }
            case .round: return first.rounded(.toNearestOrAwayFromZero)
            }
        }
    }
}
