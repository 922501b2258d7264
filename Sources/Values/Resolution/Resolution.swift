extension ValueDeclarations {
    /// Decides every value: example < the guide's example < formula < configuration < … < `--set`.
    ///
    /// - Parameters:
    ///   - examples: a guide's own examples.
    ///   - given: what came from elsewhere than the configuration, in any order.
    ///   - audience: whether private values may show.
    public func resolve(examples: [String: Value] = [:], given: [GivenValue] = [], audience: Audience) -> ResolvedValues
    {
        var resolution = Resolution(self, examples: examples, given: given, audience: audience)
        return resolution.resolveAll()
    }
}

/// The state of one resolution: formulas are computed when something asks for them.
private struct Resolution {
    let declarations: ValueDeclarations
    let examples: [String: Value]
    let audience: Audience
    private var given: [Int: GivenValue] = [:]
    private var resolved: [Int: ResolvedValue?] = [:]
    private var underway: Set<Int> = []
    private var heldBack: [String] = []

    init(_ declarations: ValueDeclarations, examples: [String: Value], given: [GivenValue], audience: Audience) {
        self.declarations = declarations
        self.examples = examples
        self.audience = audience
        for (index, declaration) in declarations.enumerated() {
            if let value = declaration.value {
                self.given[index] = GivenValue(name: declaration.name, value: value, source: .config)
            }
        }
        // Of the same source, the last one given counts: a later file or `--set` overrules an earlier one.
        for value in given {
            guard let index = declarations.index(of: value.name) else { continue }
            if let known = self.given[index], known.source > value.source { continue }
            self.given[index] = value
        }
        if audience == .public {
            for index in self.given.keys.sorted() where declarations[index].isPrivate {
                self.given[index] = nil
                heldBack.append(declarations[index].name)
            }
        }
    }

    mutating func resolveAll() -> ResolvedValues {
        let values = declarations.indices.map { resolve($0) }
        return ResolvedValues(values: values, heldBack: heldBack)
    }

    private mutating func resolve(_ index: Int) -> ResolvedValue? {
        if let known = resolved[index] { return known }
        // A circle is an error that the configuration's reader reports; here it only must not go on for ever.
        // So must a chain of formulas that is longer than the reader allows.
        guard underway.count <= FormulaCheck.longestChain, underway.insert(index).inserted else { return nil }
        defer { underway.remove(index) }
        let declaration = declarations[index]
        if case .chart(let chart) = declaration.type { return draw(chart, isPrivate: declaration.isPrivate) }
        let computed = declaration.formula.flatMap { compute($0) }
        let result: ResolvedValue?
        if let given = given[index] {
            result = ResolvedValue(
                value: given.value, source: given.source, isExample: false, isPrivate: declaration.isPrivate,
                computed: computed.flatMap { $0.isExample ? nil : $0.value })
        } else if let computed {
            result = ResolvedValue(
                value: computed.value, source: .formula, isExample: computed.isExample,
                isPrivate: declaration.isPrivate || computed.isPrivate, computed: nil)
        } else if let example = examples[declaration.name] ?? declaration.example {
            result = ResolvedValue(
                value: example, source: .example, isExample: true, isPrivate: declaration.isPrivate, computed: nil)
        } else {
            result = nil
        }
        resolved.updateValue(result, forKey: index)
        return result
    }

    /// The numbers of a chart, as good as those that it is made of.
    private mutating func draw(_ chart: ValueType.Chart, isPrivate: Bool) -> ResolvedValue? {
        var inputs: [(number: Double, isExample: Bool, isPrivate: Bool)] = []
        for name in chart.parts + [chart.limit] {
            guard let input = number(name) else { return nil }
            inputs.append(input)
        }
        let numbers = ChartNumbers(parts: inputs.dropLast().map(\.number), limit: inputs.last?.number ?? 0)
        return ResolvedValue(
            value: .chart(numbers), source: .formula, isExample: inputs.contains(where: \.isExample),
            isPrivate: isPrivate || inputs.contains(where: \.isPrivate), computed: nil)
    }

    private mutating func compute(_ formula: Formula) -> (value: Value, isExample: Bool, isPrivate: Bool)? {
        var numbers: [String: Double] = [:]
        var isExample = false
        var isPrivate = false
        for (name, _) in formula.names {
            guard let input = number(name) else { return nil }
            numbers[name] = input.number
            isExample = isExample || input.isExample
            isPrivate = isPrivate || input.isPrivate
        }
        return formula.evaluate { numbers[$0] }.map { (.number($0), isExample, isPrivate) }
    }

    private mutating func number(_ name: String) -> (number: Double, isExample: Bool, isPrivate: Bool)? {
        let declarations = self.declarations
        return declarations.number(named: name) { resolve($0) }
    }
}
