/// A formula as a tree for programs in other languages: operators and functions are calls, durations are seconds.
///
/// Computing it from the inside out in IEEE 754 doubles gives what `Formula` gives.
public indirect enum FormulaTree: Sendable, Hashable {
    /// A number, or a duration in seconds.
    case number(Double)
    /// A value, or the fact of a choice: `limit.metric.period`.
    case name(String)
    /// `+`, `-` (of one or of two), `*`, `/`, `min`, `max` or `round`.
    case call(String, [FormulaTree])
}

extension Formula {
    /// What the formula says.
    public var tree: FormulaTree { Self.tree(expression) }

    private static func tree(_ expression: Expression) -> FormulaTree {
        switch expression {
        case .number(let number, _), .duration(let number, _): .number(number)
        case .name(let name, _): .name(name)
        case .negative(let inner, _): .call("-", [tree(inner)])
        case .binary(let operation, let left, let right, _):
            .call(String(operation.rawValue), [tree(left), tree(right)])
        case .call(let function, let arguments, _): .call(function.rawValue, arguments.map(tree))
        }
    }
}
