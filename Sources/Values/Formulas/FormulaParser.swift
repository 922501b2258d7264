import Sources

/// Reads a formula by recursive descent: sums of products of operands.
struct FormulaParser {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    /// Deeper than anybody writes, and shallow enough for any stack.
    private static let deepest = 50
    /// A chain of operators is as deep as it is long.
    private static let mostOperators = 1000
    private var operators = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func parse() throws(FormulaError) -> Formula.Expression {
        let expression = try sum()
        skipSpace()
        guard index == bytes.count else { throw fail(.unexpected(found)) }
        return expression
    }

    private mutating func sum() throws(FormulaError) -> Formula.Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw fail(.tooDeep) }
        skipSpace()
        // From the first byte to the last, so that a range holds the parentheses of its operands.
        let start = index
        var left = try product()
        while let operation = try take(.add, .subtract) {
            let right = try product()
            left = .binary(operation, left, right, start..<index)
        }
        return left
    }

    private mutating func product() throws(FormulaError) -> Formula.Expression {
        skipSpace()
        let start = index
        var left = try operand()
        var end = index
        while let operation = try take(.multiply, .divide) {
            let right = try operand()
            end = index
            left = .binary(operation, left, right, start..<end)
        }
        // What was looked at for another operator is no part of this one.
        index = end
        return left
    }

    private mutating func operand() throws(FormulaError) -> Formula.Expression {
        skipSpace()
        guard index < bytes.count else { throw fail(.expectedOperand(found)) }
        let start = index
        switch bytes[index] {
        case UInt8(ascii: "-"):
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.deepest else { throw fail(.tooDeep) }
            index += 1
            let inner = try operand()
            return .negative(inner, start..<index)
        case UInt8(ascii: "("):
            index += 1
            let inner = try sum()
            try close(start)
            return inner
        case 0x30...0x39: return try number()
        case let byte where byte.isASCIILetter: return try name()
        default: throw fail(.expectedOperand(found))
        }
    }

    /// A number, with the unit of a duration or the sign of a percentage where one follows.
    private mutating func number() throws(FormulaError) -> Formula.Expression {
        let start = index
        while index < bytes.count, bytes[index].isASCIIDigit || bytes[index] == UInt8(ascii: ".") { index += 1 }
        let digits = String(decoding: bytes[start..<index], as: UTF8.self)
        guard let value = Double(digits) else {
            throw FormulaError(fault: .unexpected("`\(digits)`"), range: start..<index)
        }
        let afterNumber = index
        skipSpace()
        let unitStart = index
        while index < bytes.count, bytes[index].isASCIILetter { index += 1 }
        let unit = String(decoding: bytes[unitStart..<index], as: UTF8.self)
        if let seconds = DurationUnit.seconds(value, unit) { return .duration(seconds, start..<index) }
        if unit.isEmpty, unitStart < bytes.count, bytes[unitStart] == UInt8(ascii: "%") {
            index = unitStart + 1
            return .number(value / 100, start..<index)
        }
        index = afterNumber
        return .number(value, start..<index)
    }

    private mutating func name() throws(FormulaError) -> Formula.Expression {
        let start = index
        while index < bytes.count, bytes[index].isASCIIAlphanumeric || bytes[index] == UInt8(ascii: ".") { index += 1 }
        let name = String(decoding: bytes[start..<index], as: UTF8.self)
        let end = index
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else {
            index = end
            return .name(name, start..<end)
        }
        guard let function = Formula.Function(rawValue: name) else {
            throw FormulaError(fault: .unknownFunction(name), range: start..<end)
        }
        let open = index
        index += 1
        var arguments = [try sum()]
        skipSpace()
        while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
            index += 1
            arguments.append(try sum())
            skipSpace()
        }
        try close(open)
        if function == .round, arguments.count != 1 {
            throw FormulaError(fault: .argumentCount(name), range: start..<index)
        }
        return .call(function, arguments, start..<index)
    }

    private mutating func close(_ open: Int) throws(FormulaError) {
        skipSpace()
        guard index < bytes.count else { throw FormulaError(fault: .unclosed, range: open..<(open + 1)) }
        guard bytes[index] == UInt8(ascii: ")") else { throw fail(.unexpected(found)) }
        index += 1
    }

    private mutating func take(_ operators: Formula.Operator...) throws(FormulaError) -> Formula.Operator? {
        skipSpace()
        guard index < bytes.count,
            let operation = Formula.Operator(rawValue: Character(Unicode.Scalar(bytes[index]))),
            operators.contains(operation)
        else { return nil }
        index += 1
        self.operators += 1
        guard self.operators <= Self.mostOperators else { throw fail(.tooDeep) }
        return operation
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x09 { index += 1 }
    }

    private var found: String {
        guard index < bytes.count else { return "the end" }
        return "`\(String(String(decoding: bytes[index...], as: UTF8.self).prefix(12)))`"
    }

    /// A fault at the next character.
    private func fail(_ fault: FormulaError.Fault) -> FormulaError {
        var end = index + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return FormulaError(fault: fault, range: index..<end)
    }
}
