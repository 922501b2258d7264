import Sources
import Values

/// What a match says.
extension PatternRun {
    /// The values of a match.
    struct Values {
        var known: [GivenValue] = []
        /// The names of those that stand there and cannot be read.
        var hidden: [String] = []
        /// The steps of the pattern that the message has.
        var steps: [Int] = []
        /// Where each of these steps begins.
        var places: [Int] = []
        /// Those of these steps, by their place in the list, before which anything stands.
        var isApart: Set<Int> = []
        /// Where the walk ended.
        var end = 0
    }

    mutating func values(of match: Match) -> Values {
        var found = Values()
        var hidden: [String] = []
        func take(_ name: String, _ value: GivenValue?) {
            guard let value else { return hidden.append(name) }
            if !found.known.contains(where: { $0.name == name }) { found.known.append(value) }
        }
        if let (name, fit) = match.leading {
            found.steps.append(match.entry - 1)
            found.places.append(match.start)
            take(name, value(name, fit, match.start, isLeading: true))
        }
        var step = match.entry
        var place = match.leading.map { $0.fit.valueEnd } ?? match.start
        if match.cut > 0, let literal = program.literal(step) {
            found.steps.append(step)
            found.places.append(place - match.cut)
            if match.fit.stop == step {
                found.end = match.fit.end
                return found
            }
            place += literal.bytes.count - match.cut
            step += 1
        }
        walk: while step < program.steps.count {
            switch program.steps[step] {
            case .literal(let literal):
                guard text.holds(literal, at: place) else { break walk }
                found.steps.append(step)
                found.places.append(place)
                place += literal.bytes.count
                step += 1
            case .jump(let to): step = to
            case .split(let to):
                guard let whole = fit(step, place) else { break walk }
                let with = fit(step + 1, place)
                step = with.map { same($0, whole) } ?? false ? step + 1 : to
            case .any:
                guard let whole = fit(step, place) else { break walk }
                found.isApart.insert(found.steps.count)
                place = whole.valueEnd
                step += 1
            case .value(let name):
                guard let fit = fit(step, place), fit.stop != step else { break walk }
                found.steps.append(step)
                found.places.append(place)
                take(name, value(name, fit, place, isLeading: false))
                place = fit.valueEnd
                step += 1
            }
        }
        found.end = match.fit.stopLength > 0 ? max(place, match.fit.end) : place
        let names = found.known.map(\.name)
        for name in hidden where !names.contains(name) && !found.hidden.contains(name) { found.hidden.append(name) }
        return found
    }

    private func same(_ first: Fit, _ second: Fit) -> Bool {
        (first.literals, first.known, first.gaps, first.end, first.stop ?? -1)
            == (second.literals, second.known, second.gaps, second.end, second.stop ?? -1)
    }

    private func value(_ name: String, _ fit: Fit, _ place: Int, isLeading: Bool) -> GivenValue? {
        if let key = fit.choice { return GivenValue(name: name, value: .choice(key), source: .error) }
        let type = values.type(name)
        let range = isLeading ? leadingRange(place, fit.valueEnd) : range(place, fit.valueEnd)
        guard !range.isEmpty || fit.isOpen else { return nil }
        if let whole = cut.untorn(range), KeyFormat.mayStand(in: whole) { return nil }
        let text = fit.isOpen ? openEnd(type, place)?.text : nil
        return values.value(name, text ?? valueText(range, type), isOpen: fit.isOpen)
    }
}
