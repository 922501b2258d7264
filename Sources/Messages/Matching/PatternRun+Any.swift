/// What stands for anything.
extension PatternRun {
    /// Where the values behind a step that stands for anything may begin: at the last words before the text behind them.
    private mutating func valueStarts(behind step: Int, _ place: Int) -> [Int] {
        guard var value = program.firsts[step + 1].values.first, program.steps[value].isValue else { return [] }
        while program.steps[value].isValue || program.literal(value)?.bytes.isEmpty ?? false {
            value += 1
            if value == program.steps.count { return [] }
        }
        guard program.literal(value) != nil else { return [] }
        let list = occurrences(value)
        var starts: [Int] = []
        for index in list.indices[list.firstIndex(from: place)...].prefix(Self.mostEnds) {
            let end = Int(list[index])
            guard end - place <= PatternProgram.longestAny else { break }
            var (start, count) = (end - 1, 0)
            while start > place, count < Self.mostEnds {
                if text.gap(start) >= CleanText.Gap.border {
                    starts.append(start)
                    count += 1
                }
                start -= 1
            }
        }
        return starts
    }

    mutating func any(_ step: Int, _ place: Int) -> Fit? {
        var best: Fit?
        let ends = ends(step, place, within: PatternProgram.longestAny) + valueStarts(behind: step, place)
        for end in ends {
            guard var fit = fit(step + 1, end), fit.isBetter(than: best) else { continue }
            fit.valueEnd = end
            best = fit
        }
        if best == nil, program.firsts[step + 1].isOpen {
            best = fit(step + 1, place)
            best?.valueEnd = place
        }
        // What follows was cut off with the rest of the line.
        if best == nil, isPartial {
            var end = place
            let last = min(text.count, place + PatternProgram.longestAny)
            while end < last, end == place || !isCutEnd(end) { end += 1 }
            best = Fit(end: end, stop: step + 1, valueEnd: end)
        }
        return best
    }
}
