extension ErrorMatcher.Entry {
    /// What a part of a message has of the pattern, in the pattern's own words.
    func near(_ match: PatternRun.Match, _ said: PatternRun.Values, line: String) -> NearMatch {
        let words = pattern.words
        func text(_ words: some Sequence<String>) -> String {
            words.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        // Of a text that begins the match and was cut, none is there whole.
        let (first, last) = (said.steps.first ?? match.entry, said.steps.last ?? match.entry - 1)
        let needed = pattern.words.indices.filter { program.isNeeded[$0] }
        var fits = said.steps.map { words[$0] }
        var before = needed.filter { $0 < first }.map { words[$0] }
        var behind = needed.filter { $0 > last }.map { words[$0] }
        // Of a text that was cut, each gets its part.
        if let stop = match.fit.stop, match.fit.stopLength > 0, let literal = program.literal(stop) {
            let (there, rest) = literal.parted(words[stop], match.fit.stopLength)
            if stop == last { fits.removeLast() } else { behind = Array(behind.drop { $0 == words[stop] }) }
            fits.append(there)
            behind.insert(rest, at: 0)
        }
        if match.cut > 0, let literal = program.literal(first), let text = fits.first {
            let (missing, there) = literal.parted(text, match.cut)
            fits[0] = there
            before.append(missing)
        }
        let missing = [text(before), text(behind)]
        return NearMatch(
            guide: guide, fits: text(fits), missing: missing.filter { !$0.isEmpty },
            line: (missing[0].isEmpty ? "" : "… ") + line + (missing[1].isEmpty ? "" : " …"), values: said.known,
            hidden: said.hidden, literals: match.fit.literals)
    }
}
