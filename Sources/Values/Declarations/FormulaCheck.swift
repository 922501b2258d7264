import Sources

/// Checks the formulas of a configuration: names, types, circles.
struct FormulaCheck {
    private let declarations: ValueDeclarations
    /// How many formulas may rest on each other: they are followed by calls, on stacks that have an end.
    static let longestChain = 200
    /// The names that a formula may use, for messages.
    private var names: [String] {
        declarations.flatMap { declaration in
            [declaration.name] + declaration.type.choices.flatMap { $0.facts.keys.map { "\(declaration.name).\($0)" } }
        }
    }

    /// What a formula computes with.
    private enum Quantity: Equatable {
        case number, duration

        var name: String { self == .number ? "a number" : "a duration" }
    }

    private struct Fault: Error {
        let problem: any Problem
        let range: Range<Int>
    }

    init(_ declarations: ValueDeclarations) { self.declarations = declarations }

    /// What is wrong, each with the bytes of the formula that it concerns.
    func diagnose() -> [(name: String, problem: any Problem, range: Range<Int>)] {
        var found: [(String, any Problem, Range<Int>)] = []
        for declaration in declarations {
            guard let formula = declaration.formula else { continue }
            do {
                let quantity = try quantity(of: formula.expression)
                if quantity != self.quantity(of: declaration.type) {
                    let problem = MixedTypes(.result(declaration.name, declaration.type.name, quantity.name))
                    found.append((declaration.name, problem, 0..<formula.text.utf8.count))
                }
            } catch {
                found.append((declaration.name, error.problem, error.range))
            }
        }
        return found + circles()
    }

    /// What is wrong with a name that has to be a number's, to be added to others: all numbers, or all durations.
    func problem(ofTerm name: String, addedTo first: String) -> (any Problem)? {
        do {
            let quantity = try quantity(ofName: name, 0..<0)
            guard let other = try? self.quantity(ofName: first, 0..<0), other != quantity else { return nil }
            return MixedTypes(.operands("+", other.name, quantity.name))
        } catch {
            return error.problem
        }
    }

    /// What is wrong with two formulas that are compared.
    func problem(comparing left: Formula, _ sign: String, _ right: Formula) -> (any Problem)? {
        do {
            let left = try quantity(of: left.expression)
            let right = try quantity(of: right.expression)
            return left == right ? nil : MixedTypes(.operands(sign, left.name, right.name))
        } catch {
            return error.problem
        }
    }

    private func quantity(of expression: Formula.Expression) throws(Fault) -> Quantity {
        switch expression {
        case .number: return .number
        case .duration: return .duration
        case .name(let name, let range): return try quantity(ofName: name, range)
        case .negative(let inner, _): return try quantity(of: inner)
        case .binary(let operation, let left, let right, let range):
            let left = try quantity(of: left)
            let right = try quantity(of: right)
            switch (operation, left, right) {
            case (.add, _, _) where left == right, (.subtract, _, _) where left == right: return left
            case (.multiply, .number, _): return right
            case (.multiply, .duration, .number), (.divide, .duration, .number): return .duration
            case (.divide, _, _) where left == right: return .number
            default:
                throw Fault(
                    problem: MixedTypes(.operands(String(operation.rawValue), left.name, right.name)), range: range)
            }
        case .call(let function, let arguments, let range):
            var first: Quantity?
            for argument in arguments {
                let quantity = try quantity(of: argument)
                if let first, first != quantity {
                    throw Fault(
                        problem: MixedTypes(.operands(function.rawValue, first.name, quantity.name)), range: range)
                }
                first = quantity
            }
            return first ?? .number
        }
    }

    private func quantity(ofName name: String, _ range: Range<Int>) throws(Fault) -> Quantity {
        if let declaration = declarations.declaration(named: name) {
            guard let quantity = quantity(of: declaration.type) else {
                throw Fault(problem: MixedTypes(.notANumber(name, declaration.type.name)), range: range)
            }
            return quantity
        }
        if let factName = FactName(name), let choices = declarations.declaration(named: factName.value)?.type.choices,
            let fact = choices.lazy.compactMap({ $0.facts[factName.fact] }).first
        {
            if let choice = choices.first(where: { $0.facts[factName.fact] == nil }) {
                throw Fault(problem: MissingFact(name: factName, choice: choice.key), range: range)
            }
            return fact.type == .duration ? .duration : .number
        }
        throw Fault(problem: UndefinedValue(name: name, known: names), range: range)
    }

    private func quantity(of type: ValueType) -> Quantity? {
        switch type {
        case .integer, .decimal, .percent: .number
        case .duration: .duration
        default: nil
        }
    }

    /// Each circle once, told from the value that comes first in the configuration.
    private func circles() -> [(name: String, problem: any Problem, range: Range<Int>)] {
        var found: [(String, any Problem, Range<Int>)] = []
        var done: Set<String> = []
        var chain: String?
        for declaration in declarations where !done.contains(declaration.name) {
            var path: [String] = []
            if let circle = circle(from: declaration.name, &path, &done, &chain),
                let formula = declarations.declaration(named: circle[0])?.formula
            {
                let next = circle.count > 1 ? circle[1] : circle[0]
                let range = formula.names.first { $0.name == next }?.range ?? 0..<formula.text.utf8.count
                found.append((circle[0], CircularFormula(circle: circle), range))
                done.formUnion(circle)
            }
        }
        if let chain, let formula = declarations.declaration(named: chain)?.formula {
            let problem = TooMuch(what: "formulas that rest on each other", most: Self.longestChain)
            found.append((chain, problem, 0..<formula.text.utf8.count))
        }
        return found
    }

    /// - Parameter chain: the first formula that is further from its start than any may be.
    private func circle(
        from name: String, _ path: inout [String], _ done: inout Set<String>, _ chain: inout String?
    ) -> [String]? {
        if let start = path.firstIndex(of: name) { return Array(path[start...]) }
        guard !done.contains(name), let formula = declarations.declaration(named: name)?.formula else { return nil }
        guard path.count < Self.longestChain else {
            chain = chain ?? name
            return nil
        }
        path.append(name)
        defer { path.removeLast() }
        for (used, _) in formula.names {
            if let found = circle(from: used, &path, &done, &chain) { return found }
        }
        done.insert(name)
        return nil
    }
}
