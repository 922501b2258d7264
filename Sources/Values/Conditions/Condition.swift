import Sources

/// For which readers a part of a guide is: `plan=paid|trial`, `usage.requested > limit.current`.
public enum Condition: Sendable, Hashable {
    /// A choice is one of some keys.
    case choice(name: String, keys: [String])
    /// A text, an identifier or an address is one of some texts, or none of them.
    case text(name: String, texts: [String], isNegated: Bool)
    /// Two numbers, durations or days stand to each other as the sign says.
    case comparison(Operand, Sign, Operand)

    /// One side of a comparison.
    public enum Operand: Sendable, Hashable {
        /// A number or a duration: a name, a literal, or what a formula makes of them.
        case formula(Formula)
        /// A value that is a day.
        case dayNamed(String)
        /// A day.
        case day(CalendarDate)
    }

    /// How two sides are compared.
    public enum Sign: String, Sendable, CaseIterable {
        case less = "<"
        case greater = ">"
        case atMost = "<="
        case atLeast = ">="
        case equal = "="
        /// What the branch behind `<!-- else -->` has for `=`. Nobody writes it.
        case unequal = "!="

        /// The sign that holds where this one does not.
        var opposite: Sign {
            switch self {
            case .less: .atLeast
            case .greater: .atMost
            case .atMost: .greater
            case .atLeast: .less
            case .equal: .unequal
            case .unequal: .equal
            }
        }

        func holds(_ left: Double, _ right: Double) -> Bool {
            switch self {
            case .less: left < right
            case .greater: left > right
            case .atMost: left <= right
            case .atLeast: left >= right
            case .equal: left == right
            case .unequal: left != right
            }
        }

        /// The sign as people write it.
        public var written: String {
            switch self {
            case .less, .greater, .equal: rawValue
            case .atMost: "≤"
            case .atLeast: "≥"
            case .unequal: "≠"
            }
        }
    }

    /// The condition of everybody else, as `<!-- else -->` means it.
    public func negated(in declarations: ValueDeclarations) -> Condition {
        switch self {
        case .choice(let name, let keys):
            let choices = declarations.declaration(named: name)?.type.choices ?? []
            return .choice(name: name, keys: choices.map(\.key).filter { !keys.contains($0) })
        case .text(let name, let texts, let isNegated):
            return .text(name: name, texts: texts, isNegated: !isNegated)
        case .comparison(let left, let sign, let right): return .comparison(left, sign.opposite, right)
        }
    }

    /// The names that it rests on: of values, and of facts of a choice (`limit.metric.period`).
    public var names: [String] {
        switch self {
        case .choice(let name, _), .text(let name, _, _): [name]
        case .comparison(let left, _, let right): left.names + right.names
        }
    }
}

extension Condition.Operand {
    fileprivate var names: [String] {
        switch self {
        case .formula(let formula): formula.names.map(\.name)
        case .dayNamed(let name): [name]
        case .day: []
        }
    }
}

extension Condition {
    /// Whether it holds for a reader; nil where a value that it rests on is not known, or only an example.
    ///
    /// - Parameter value: what the value at an index of the declarations is for the reader.
    public func holds(in declarations: ValueDeclarations, _ value: (Int) -> ResolvedValue?) -> Bool? {
        func known(_ name: String) -> ResolvedValue? {
            declarations.index(of: name).flatMap(value).flatMap { $0.isExample ? nil : $0 }
        }
        switch self {
        case .choice(let name, let keys):
            guard case .choice(let key)? = known(name)?.value else { return nil }
            return keys.contains(key)
        case .text(let name, let texts, let isNegated):
            guard case .text(let text)? = known(name)?.value else { return nil }
            return texts.contains(text) != isNegated
        case .comparison(let left, let sign, let right):
            func number(_ operand: Operand) -> Double? {
                switch operand {
                case .formula(let formula):
                    formula.evaluate { name in
                        declarations.number(named: name, value).flatMap { $0.isExample ? nil : $0.number }
                    }
                case .dayNamed(let name):
                    if case .date(let day)? = known(name)?.value { Double(day.dayNumber) } else { nil }
                case .day(let day): Double(day.dayNumber)
                }
            }
            guard let left = number(left), let right = number(right) else { return nil }
            return sign.holds(left, right)
        }
    }
}

extension ValueDeclarations {
    /// The number that a name stands for in a formula: of a value, or of a fact that the reader's choice has.
    func number(
        named name: String, _ value: (Int) -> ResolvedValue?
    ) -> (number: Double, isExample: Bool, isPrivate: Bool)? {
        if let index = index(of: name) {
            guard let value = value(index), case .number(let number) = value.value else { return nil }
            return (number, value.isExample, value.isPrivate)
        }
        guard let fact = FactName(name), let index = index(of: fact.value), let value = value(index),
            case .choice(let key) = value.value,
            let number = self[index].type.choices.first(where: { $0.key == key })?.facts[fact.fact]?.number
        else { return nil }
        return (number, value.isExample, value.isPrivate)
    }

    /// The value that a name is of: a fact of a choice is the choice's.
    public func owner(of name: String) -> Int? {
        index(of: name) ?? FactName(name).flatMap { index(of: $0.value) }
    }
}
