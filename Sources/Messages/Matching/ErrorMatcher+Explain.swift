import Sources
import Values

/// Explains what a message comes to.
extension ErrorMatcher {
    /// So many patterns are laid beside a message.
    private static let mostCandidates = 3

    /// Why a message is a guide's, or is not.
    ///
    /// - Parameter now: the moment at which it is read, in seconds since the beginning of 1970.
    public func explain(_ message: String, now: Double = 0) -> ErrorExplanation {
        var best: [Int: ErrorExplanation.Candidate] = [:]
        forEachReading(of: message, at: now) { reading, values in
            for index in parts.found(in: reading.text) {
                let candidate = explain(entries[index], reading, values)
                guard let candidate, candidate.isBetter(than: best[index]) else { continue }
                best[index] = candidate
            }
        }
        let sorted = best.sorted { first, second in
            if first.value.isWhole != second.value.isWhole { return first.value.isWhole }
            return (second.value.size, first.key) < (first.value.size, second.key)
        }
        return ErrorExplanation(
            finding: find(in: message, now: now),
            candidates: sorted.map(\.value).filter { $0.size * 4 >= sorted.first?.value.size ?? 0 }
                .prefix(Self.mostCandidates).map { $0 })
    }

    private func explain(
        _ entry: Entry, _ reading: Reading, _ values: ValueReader
    ) -> ErrorExplanation.Candidate? {
        var run = PatternRun(entry.program, text: reading.text, cut: reading.cut, values: values)
        var whole = run.best()
        if whole == nil {
            run = PatternRun(entry.program, text: reading.text, cut: reading.cut, values: values, isPartial: true)
            whole = run.longestPart()
        }
        guard let match = whole else { return nil }
        let said = run.values(of: match)
        let words = entry.pattern.words
        let last = said.steps.last ?? -1
        let stop =
            match.fit.stop ?? (run.isPartial ? words.indices.first { $0 > last && entry.program.isNeeded[$0] } : nil)
        let pieces = words.indices.compactMap { step -> ErrorExplanation.Piece? in
            guard !words[step].isEmpty else { return nil }
            return piece(step, words[step], said, isNeeded: entry.program.isNeeded[step])
        }
        let isCutBefore = words.indices.contains {
            $0 < said.steps.first ?? 0 && entry.program.isNeeded[$0] && !words[$0].isEmpty
        }
        let rest = reading.cut.text(
            run.rawStart(said.end)..<min(reading.cut.message.count, run.rawStart(said.end) + Self.longestRest),
            ValueCut.Style(keepsBreaks: true))
        return ErrorExplanation.Candidate(
            guide: entry.guide, pattern: entry.pattern.written, pieces: pieces,
            expected: stop.map { Self.shown(words[$0]) }, found: stop == nil ? "" : Self.shown(KeyFormat.masked(rest)),
            isWhole: stop == nil && !isCutBefore && !run.isPartial, size: match.fit.literals)
    }

    /// So many bytes of a message are shown behind the place where a pattern stopped.
    private static let longestRest = 60

    private static func shown(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func piece(
        _ step: Int, _ text: String, _ said: PatternRun.Values, isNeeded: Bool
    ) -> ErrorExplanation.Piece {
        guard said.steps.contains(step) else {
            // What stands for anything is never missed.
            return ErrorExplanation.Piece(text: text, state: isNeeded && text != "{{*}}" ? .missing : .left, value: nil)
        }
        let name = text.hasPrefix("{{") ? String(text.dropFirst(2).dropLast(2)) : nil
        guard let name else { return ErrorExplanation.Piece(text: text, state: .found, value: nil) }
        let value = said.known.first { $0.name == name }?.value
        let type = values.type(name)
        return ErrorExplanation.Piece(
            text: text, state: value == nil ? .unreadable : .found, value: value?.key(type: type))
    }
}

extension ErrorExplanation.Candidate {
    fileprivate func isBetter(than other: Self?) -> Bool {
        guard let other else { return true }
        return isWhole == other.isWhole ? size > other.size : isWhole
    }
}

extension PatternRun {
    /// The part of the pattern that has most of its text in the message, however little that is.
    mutating func longestPart() -> Match? {
        var best: Match?
        for step in program.steps.indices {
            guard let literal = program.literal(step), literal.size >= PatternProgram.longEnough else { continue }
            for place in occurrences(step).prefix(Self.mostMatches) where !text.isInWord(Int(place)) {
                guard let match = part(step, Int(place)), match.fit.isBetter(than: best?.fit) else { continue }
                best = match
            }
        }
        return best
    }
}
