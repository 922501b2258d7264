import Sources

extension Condition {
    /// The condition as pages carry it: `plan=paid|trial`, `model!=gpt-4o`, or for what the page's script computes a list
    /// as JSON with apostrophes, for an attribute can hold these as they are: `['>','usage.requested','limit.current']`.
    ///
    /// Days are counted from the first of January 1970, as a script counts them.
    public var script: String {
        switch self {
        case .choice(let name, let keys): return name + "=" + keys.joined(separator: "|")
        case .text(let name, let texts, let isNegated):
            return name + (isNegated ? "!=" : "=") + texts.joined(separator: "|")
        case .comparison(let left, let sign, let right):
            var writer = JSONWriter(.line, reserving: 64)
            writer.array { writer in
                writer.string(sign.rawValue)
                writer.operand(left)
                writer.operand(right)
            }
            // Names, signs and numbers hold neither quotation marks nor apostrophes.
            return String(
                decoding: writer.bytes.map { $0 == UInt8(ascii: "\"") ? UInt8(ascii: "'") : $0 }, as: UTF8.self)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func operand(_ operand: Condition.Operand) {
        switch operand {
        case .formula(let formula): self.formula(formula.tree)
        case .dayNamed(let name): string(name)
        case .day(let day): number(day.dayNumber - CalendarDate.unixEpoch)
        }
    }

    /// A formula, from the inside out: `["-", "usage.used", "limit.current"]`.
    package mutating func formula(_ tree: FormulaTree) {
        switch tree {
        case .number(let number): self.number(number)
        case .name(let name): string(name)
        case .call(let function, let arguments):
            array { writer in
                writer.string(function)
                for argument in arguments { writer.formula(argument) }
            }
        }
    }
}

extension CalendarDate {
    /// The day number of the first of January 1970.
    fileprivate static let unixEpoch = 719_162
}
