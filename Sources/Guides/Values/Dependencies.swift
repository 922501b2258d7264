extension Configuration {
    /// The values that some names stand for, and all that those are computed or drawn from, in the order of the
    /// declarations. Names that nothing declares are passed over.
    public func closure(of names: some Sequence<String>) -> [ValueDeclaration] {
        var found: Set<Int> = []
        var open = Array(names)
        while let name = open.popLast() {
            guard let index = index(of: name) ?? FactName(name).flatMap({ self.index(of: $0.value) }),
                found.insert(index).inserted
            else { continue }
            open += values[index].formula?.names.map(\.name) ?? []
            if case .chart(let chart) = values[index].type { open += chart.parts + [chart.limit] }
        }
        return found.sorted().map { values[$0] }
    }
}
