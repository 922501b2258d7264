import Sources

/// Texts of a pattern of which a message has a part, for it was cut in their midst.
extension PatternRun {
    /// A text that breaks off at the end of a line, or that is not there at all.
    func cutOff(_ literal: PatternLiteral, _ step: Int, _ place: Int) -> Fit {
        let length = common(literal, from: 0, place)
        guard length > 0, isCutEnd(place + length) else { return Fit(end: place, stop: step) }
        return Fit(
            literals: characters(literal, 0..<length), end: place + length, stop: step, stopLength: length)
    }

    /// So many lines of a message are looked at for the rest of a text that was cut.
    private static let mostLines = 64

    /// The matches that begin with a text that is cut before its end, or with the rest of one, at the beginning of a line.
    mutating func cutParts(_ step: Int) -> [Match] {
        guard let literal = program.literal(step), literal.size >= PatternProgram.longPart else { return [] }
        var matches = cutBeginnings(literal, step)
        let starts = text.bytes.indices.lazy.filter { [self] in
            $0 == 0 || text.gap($0) == CleanText.Gap.lineBreak || isBehindEllipsis($0)
        }
        for start in starts.prefix(Self.mostLines) {
            let mayBeInWord = isBehindEllipsis(start)
            for cut in literal.bytes.indices.dropFirst() where mayBeInWord || literal.spaces[cut] {
                guard literal.bytes[cut] == text.bytes[start] else { continue }
                let length = common(literal, from: cut, start)
                let end = start + length
                let literals = characters(literal, cut..<(cut + length))
                if cut + length == literal.bytes.count {
                    guard !text.isInWord(end), var fit = fit(step + 1, end) else { continue }
                    fit.literals += literals
                    matches.append(Match(fit: fit, start: start, entry: step, cut: cut))
                } else if isCutEnd(end) {
                    let fit = Fit(literals: literals, end: end, stop: step, stopLength: cut + length)
                    matches.append(Match(fit: fit, start: start, entry: step, cut: cut))
                }
            }
        }
        return matches
    }

    private func cutBeginnings(_ literal: PatternLiteral, _ step: Int) -> [Match] {
        guard let piece = literal.pieces(of: PatternProgram.longPart / 2).first else { return [] }
        return text.occurrences(of: piece).prefix(Self.mostMatches).map(Int.init).compactMap { start in
            let length = common(literal, from: 0, start)
            guard length < literal.bytes.count, !text.isInWord(start), isCutEnd(start + length) else { return nil }
            let fit = Fit(
                literals: characters(literal, 0..<length), end: start + length, stop: step, stopLength: length)
            return Match(fit: fit, start: start, entry: step)
        }
    }

    /// How many bytes of a text stand at a place, from one of them on.
    private func common(_ literal: PatternLiteral, from first: Int, _ place: Int) -> Int {
        var length = 0
        while first + length < literal.bytes.count, place + length < text.count,
            literal.bytes[first + length] == text.bytes[place + length]
        {
            length += 1
        }
        return length
    }

    /// Whether a text may have been cut at a place: a line ends there, or signs say so, `...`, `…`, `[...]`.
    func isCutEnd(_ place: Int) -> Bool {
        place == text.count || text.gap(place) == CleanText.Gap.lineBreak || isEllipsis(place)
            || text.bytes[place].isOne(of: "[(<") && isEllipsis(place + 1)
    }

    private func isEllipsis(_ place: Int) -> Bool {
        place + 3 <= text.count && text.bytes[place..<(place + 3)].allSatisfy { $0 == UInt8(ascii: ".") }
    }

    func isBehindEllipsis(_ place: Int) -> Bool {
        var place = place
        if place > 3, text.bytes[place - 1].isOne(of: "])>") { place -= 1 }
        return place > 2 && isEllipsis(place - 3) && (place == text.count || text.bytes[place] != UInt8(ascii: "."))
    }

    private func characters(_ literal: PatternLiteral, _ range: Range<Int>) -> Int {
        literal.bytes[range].count { $0 & 0xC0 != 0x80 }
    }
}
