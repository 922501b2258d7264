/// Where it is worth while to look.
extension PatternRun {
    /// The places of a step's text behind which all that the pattern needs may stand, in order. Of very many those are
    /// taken that have most of the pattern's text behind them.
    ///
    /// - Parameter first: the step that the pattern begins with there.
    mutating func likely(_ step: Int, from first: Int) -> [Int] {
        let places = occurrences(step)
        guard !places.isEmpty else { return [] }
        var others: [(list: [Int32], index: Int, reach: Int, size: Int, isNeeded: Bool)] = []
        for other in program.steps.indices where other >= first && other != step {
            guard let literal = program.literal(other), literal.size > 2 else { continue }
            let list = occurrences(other)
            if list.isEmpty, program.isNeeded[other] { return [] }
            let reach = program.reach[other] - program.reach[first]
            others.append((list, 0, reach, literal.size, program.isNeeded[other]))
        }
        // Of places with as much of the pattern behind them the first are enough.
        var likely: [Int: [Int]] = [:]
        next: for place in places {
            var size = 0
            for index in others.indices {
                while others[index].index < others[index].list.count, others[index].list[others[index].index] < place {
                    others[index].index += 1
                }
                let other = others[index]
                if other.index < other.list.count, Int(other.list[other.index] - place) <= other.reach {
                    size += other.size
                } else if other.isNeeded {
                    continue next
                }
            }
            if likely[size]?.count ?? 0 < Self.mostMatches { likely[size, default: []].append(Int(place)) }
        }
        return likely.sorted { $0.key > $1.key }.flatMap(\.value).prefix(Self.mostMatches).sorted()
    }
}
