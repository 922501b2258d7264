import Sources

/// A message of which a part was pasted.
extension PatternRun {
    /// A part must have so many characters of the pattern's own text, and so many hundredths of it: less may stand in
    /// any message.
    private static let shortestPart = 18
    private static let smallestPart = 30
    /// So many characters in a row are no chance, even where no value stands among them.
    private static let longestChance = 40

    /// The longest part of the pattern that the message has; nil where it is too short to tell.
    mutating func bestPart() -> Match? {
        var best: Match?
        for step in program.steps.indices {
            guard let literal = program.literal(step), literal.size >= PatternProgram.longEnough else { continue }
            for place in occurrences(step).prefix(Self.mostMatches) where !text.isInWord(Int(place)) {
                guard let match = part(step, Int(place)), match.fit.gaps == 0, isCut(match) else { continue }
                if match.fit.isBetter(than: best?.fit) { best = match }
            }
            for match in cutParts(step) where match.fit.gaps == 0 && isCut(match) {
                if match.fit.isBetter(than: best?.fit) { best = match }
            }
        }
        guard let best, best.fit.literals >= Self.shortestPart,
            best.fit.literals * 100 >= program.size * Self.smallestPart,
            best.fit.known > 0 || best.fit.literals >= Self.longestChance || !program.steps.contains(where: \.isValue)
        else { return nil }
        return best
    }

    /// Whether nothing but what is missing was cut off: on its lines the part stands alone, or beside the rest of a text
    /// that was cut through. Other words there make it another message.
    private func isCut(_ match: Match) -> Bool {
        let first = match.leading == nil ? match.entry : match.entry - 1
        if first > 0 {
            var start = match.start
            while start > 0, text.gap(start) < CleanText.Gap.lineBreak { start -= 1 }
            let before = text.bytes[start..<match.start]
            let literal = program.steps[..<first].indices.reversed().lazy.compactMap { program.literal($0) }.first
            guard
                before.isEmpty || isBehindEllipsis(match.start)
                    || (literal?.bytes.suffix(before.count)).map({ $0 == before }) ?? false
            else {
                return false
            }
        }
        guard let stop = match.fit.stop, !isCutEnd(match.fit.end) else { return true }
        var end = match.fit.end
        while end < text.count, text.gap(end) < CleanText.Gap.lineBreak { end += 1 }
        let behind = text.bytes[match.fit.end..<end]
        return behind.allSatisfy { !$0.isWordPart } || program.literal(stop)?.bytes.starts(with: behind) ?? false
    }

    /// The part that begins with a text, or with the value before it.
    mutating func part(_ step: Int, _ place: Int) -> Match? {
        if step > 0, program.steps[step - 1].isValue, let match = match(leading: step - 1, before: place),
            match.fit.gaps == 0
        {
            return match
        }
        return fit(step, place).map { Match(fit: $0, start: place, entry: step) }
    }
}

extension PatternProgram.Step {
    var isValue: Bool { if case .value = self { true } else { false } }
}
