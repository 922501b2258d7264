import Values

/// A value before the first text of a pattern.
extension PatternRun {
    /// The match that begins with the value of a step, which ends at a place.
    mutating func match(leading step: Int, before place: Int) -> Match? {
        guard case .value(let name) = program.steps[step], var fit = fit(step + 1, place) else { return nil }
        let type = values.type(name)
        var leading = Fit(end: place)
        leading.valueEnd = place
        var best: (start: Int, reading: ValueReader.Reading)?
        for (key, words) in values.wordings(name) {
            let start = place - words.bytes.count
            guard start >= 0, !text.isInWord(start), text.holds(words, at: start) else { continue }
            leading.choice = key
            fit.known += 1
            return Match(fit: fit, start: start, entry: step + 1, leading: (name, leading))
        }
        let before = rawStart(place)..<Int(text.starts[place])
        if values.reading(valueText(before, type), as: type) == .masked {
            return Match(fit: fit, start: place, entry: step + 1, leading: (name, leading))
        }
        for start in starts(type, before: place) {
            let reading = reading(name, type, leadingRange(start, place))
            if best.map({ reading >= $0.reading }) ?? true { best = (start, reading) }
        }
        guard let best else { return nil }
        switch best.reading {
        case .readable: fit.known += 1
        case .masked: break
        case .unreadable: fit.gaps += 1
        }
        return Match(fit: fit, start: best.start, entry: step + 1, leading: (name, leading))
    }

    /// Where a value may begin that ends at a place: the likeliest last.
    private func starts(_ type: ValueType, before place: Int) -> [Int] {
        var starts: [Int] = []
        let first = max(0, place - ValueReader.longest(type))
        var index = place
        while index > first {
            index -= 1
            let gap = text.gap(index)
            let isEdge =
                index == 0 || gap >= CleanText.Gap.blank || text.flags[index] & CleanText.quote != 0
                || type == .identifier && isBehindSign(index)
            guard isEdge else { continue }
            switch type {
            case .identifier, .url: return [index]
            case .text:
                starts = [index]
                guard index > 0, gap < CleanText.Gap.lineBreak, text.flags[index] & CleanText.quote == 0 else {
                    return starts
                }
                // A program's name, a time, a level: what stands before a message on its line.
                if text.bytes[index - 1].isOne(of: ":]|>-") { return starts }
            default:
                starts.append(index)
                if gap == CleanText.Gap.lineBreak || starts.count > 6 { return starts }
            }
        }
        return starts
    }

    /// Whether what stands right before a place is no part of a name: `[ERROR]`, `msg=`, `::`, a frame, a bullet.
    private func isBehindSign(_ index: Int) -> Bool {
        guard text.isWord(index) else { return false }
        let previous = text.bytes[index - 1]
        let raw = cut.message[Int(text.starts[index]) - 1]
        if raw == UInt8(ascii: ">") || raw == UInt8(ascii: "|") { return true }
        if previous >= 0x80 { return !text.isWord(index - 1) }
        return previous.isOne(of: "]>=(")
            || previous == UInt8(ascii: ":") && index > 1 && text.bytes[index - 2] == UInt8(ascii: ":")
    }
}
