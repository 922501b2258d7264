import Sources

/// Reads what stands behind `only:` and holds it against the declarations.
struct ConditionReader {
    private let declarations: ValueDeclarations

    init(_ declarations: ValueDeclarations) { self.declarations = declarations }

    func read(_ text: String) throws(ConditionError) -> Condition {
        guard let (left, sign, right) = Self.split(text) else { throw ConditionError(.malformed) }
        if let type = declarations.declaration(named: left)?.type {
            switch type {
            case .choice(let choices): return try choice(left, choices, sign, right)
            case .text, .identifier, .url:
                guard sign == .equal else { throw ConditionError(.unordered(left, type.name)) }
                return .text(name: left, texts: alternatives(right), isNegated: false)
            case .date: return .comparison(.dayNamed(left), sign, try day(right, comparedTo: left))
            case .table, .chart, .unit: throw ConditionError(.picture(left, type.name))
            case .integer, .decimal, .percent, .duration: break
            }
        } else if left.isName, declarations.owner(of: left) == nil {
            throw ConditionError(.problem(UndefinedValue(name: left, known: declarations.map(\.name))))
        }
        return try comparison(left, sign, right)
    }

    private func choice(
        _ name: String, _ choices: [ValueType.Choice], _ sign: Condition.Sign, _ right: String
    ) throws(ConditionError) -> Condition {
        guard sign == .equal else { throw ConditionError(.unordered(name, "choice")) }
        let keys = alternatives(right)
        for key in keys where !choices.contains(where: { $0.key == key }) {
            throw ConditionError(.unknownKey(key, known: choices.map(\.key)))
        }
        return .choice(name: name, keys: keys)
    }

    private func day(_ text: String, comparedTo name: String) throws(ConditionError) -> Condition.Operand {
        if let day = CalendarDate(iso: text) { return .day(day) }
        guard declarations.declaration(named: text)?.type == .date else { throw ConditionError(.notADay(text, name)) }
        return .dayNamed(text)
    }

    private func comparison(
        _ left: String, _ sign: Condition.Sign, _ right: String
    ) throws(ConditionError) -> Condition {
        let sides: (Formula, Formula)
        do { sides = (try Formula(left), try Formula(right)) } catch { throw ConditionError(.problem(error)) }
        if let problem = FormulaCheck(declarations).problem(comparing: sides.0, sign.rawValue, sides.1) {
            throw ConditionError(.problem(problem))
        }
        return .comparison(.formula(sides.0), sign, .formula(sides.1))
    }

    private func alternatives(_ text: String) -> [String] {
        text.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmingSpace }
    }

    /// The two sides around the one sign that there is; nil where a side is empty, or there is another sign.
    private static func split(_ text: String) -> (left: String, sign: Condition.Sign, right: String)? {
        let bytes = Array(text.utf8)
        guard let start = bytes.firstIndex(where: { $0.isOne(of: "<>=!") }) else { return nil }
        let end = bytes[start...].firstIndex { !$0.isOne(of: "<>=!") } ?? bytes.count
        let left = String(decoding: bytes[..<start], as: UTF8.self).trimmingSpace
        let right = String(decoding: bytes[end...], as: UTF8.self).trimmingSpace
        guard let sign = Condition.Sign(rawValue: String(decoding: bytes[start..<end], as: UTF8.self)),
            sign != .unequal, !left.isEmpty, !right.isEmpty
        else { return nil }
        return (left, sign, right)
    }
}

extension String {
    /// Whether it could be the name of a value, and nothing else of a formula.
    fileprivate var isName: Bool {
        utf8.first?.isASCIILetter == true && utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") }
    }
}

extension Condition {
    /// Reads a condition: a choice and its keys, or two sides with `<`, `>`, `<=`, `>=` or `=` between them.
    ///
    /// Sides are formulas; numbers are compared with numbers, durations with durations, days with days. An identifier, a
    /// text or an address is compared by `=` alone, with the text that follows as it is.
    public init(_ text: String, in declarations: ValueDeclarations) throws(ConditionError) {
        self = try ConditionReader(declarations).read(text)
    }
}
