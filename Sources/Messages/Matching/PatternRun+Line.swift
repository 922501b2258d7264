import Sources
import Values

/// The message's own words, for the page that shows them.
extension PatternRun {
    /// So many bytes of a line are shown; `{{*}}` may stand for a whole log.
    private static let longestLine = 4096

    /// What somebody pasted of a match, on one line, but with line breaks where the pattern's author put them: what a
    /// terminal broke is joined, and colours, frames and prefixes are gone. Keys are masked, and what no page could show
    /// is left out.
    func line(of match: Match, _ said: Values) -> String {
        guard said.end > match.start else { return "" }
        let joints = joints(said)
        let breaks = ((match.start + 1)..<max(match.start + 1, said.end)).filter {
            joints[$0] != nil || text.gap($0) == CleanText.Gap.lineBreak
        }
        var line = ""
        var start = Int(text.starts[match.start])
        for (place, next) in zip([match.start] + breaks, breaks + [said.end]) {
            let end = max(start, next == said.end ? rawStart(next) : breakStart(before: next))
            let piece = cut.text(start..<end, ValueCut.Style(keepsBreaks: true)).trimmingWideSpace
            line += place == match.start ? piece : (joints[place] ?? " ") + piece
            start = end
            if line.utf8.count > Self.longestLine { break }
        }
        line = balanced(line, from: Int(text.starts[match.start]), to: rawStart(said.end))
        if line.unicodeScalars.contains(where: ValueParser.isForbidden) {
            line.unicodeScalars.removeAll(where: ValueParser.isForbidden)
        }
        line = KeyFormat.masked(withoutTornKeys(line, Int(text.starts[match.start])..<rawStart(said.end)))
        guard line.utf8.count > Self.longestLine else { return line }
        return String(
            decoding: line.utf8.prefix(Self.longestLine).dropLast(while: { $0 >= 0x80 }), as: UTF8.self) + "…"
    }

    /// A line without the keys that a line break or an escape tears; where there is one, the author's breaks are lost.
    private func withoutTornKeys(_ line: String, _ range: Range<Int>) -> String {
        let whole = cut.untorn(range)
        return whole.flatMap { KeyFormat.mayStand(in: $0) && !KeyFormat.mayStand(in: line) ? $0 : nil } ?? line
    }

    /// What stands, instead of a space, in the place of a line break before some places: the author's own, or nothing in
    /// the midst of a word or of a name.
    private func joints(_ said: Values) -> [Int: String] {
        var joints: [Int: String] = [:]
        /// Whether the pattern has white space behind the step before.
        var isParted = true
        func join(_ place: Int) {
            if place >= 0, place < text.count, text.gap(place) == CleanText.Gap.lineBreak { joints[place] = "" }
        }
        for (index, step) in said.steps.enumerated() {
            let place = said.places[index]
            if said.isApart.contains(index) { isParted = true }
            switch program.steps[step] {
            case .literal(let literal):
                for offset in literal.bytes.indices where !literal.spaces[offset] && !(offset == 0 && isParted) {
                    join(place + offset)
                }
                for offset in literal.breaks where (0..<text.count).contains(place + offset) {
                    joints[place + offset] = "\n"
                }
                isParted = literal.spaces.last == true || literal.bytes.isEmpty && isParted
            case .value(let name):
                let end = index + 1 < said.places.count ? said.places[index + 1] : said.end
                if !isParted { join(place) }
                if values.type(name) != .text, place + 1 < end { ((place + 1)..<end).forEach(join) }
                isParted = false
            default: break
            }
        }
        return joints
    }

    /// Where the line break before a place stands, or else the first blank there.
    private func breakStart(before place: Int) -> Int {
        let reader = MessageReader(bytes: cut.message)
        var index = rawStart(place)
        var blank: Int?
        while place < text.count, index < Int(text.starts[place]) {
            let token = reader.token(at: index)
            if token.kind == .lineBreak { return index }
            if token.kind == .blank { blank = blank ?? index }
            index = max(index + 1, token.end)
        }
        return blank ?? rawStart(place)
    }

    private static let quotes: [(opening: Character, closing: Character)] = [
        ("\"", "\""), ("'", "'"), ("`", "`"), ("«", "»"), ("“", "”"), ("‘", "’"), ("„", "“"), ("「", "」"), ("<", ">"),
    ]

    /// A line with the quotation marks that stand right beside it, where it has only their counterparts.
    private func balanced(_ line: String, from start: Int, to end: Int) -> String {
        func count(_ mark: Character) -> Int { line.count { $0 == mark } }
        let reader = MessageReader(bytes: cut.message)
        var line = line
        if end < cut.message.count, let next = character(reader.token(at: end)) {
            for (opening, closing) in Self.quotes where closing == next {
                let isOpen = opening == closing ? count(opening) % 2 == 1 : count(opening) > count(closing)
                if isOpen { return line + String(closing) }
            }
        }
        let before = (1...6).lazy.filter { start >= $0 }.map { reader.token(at: start - $0) }.first {
            $0.end == start && ($0.kind == .quote || $0.kind == .frame)
        }
        if let previous = before.flatMap(character) {
            for (opening, closing) in Self.quotes where opening == previous {
                let isOpen = opening == closing ? count(opening) % 2 == 1 : count(closing) > count(opening)
                if isOpen { line = String(opening) + line }
            }
        }
        return line
    }

    private func character(_ token: MessageToken) -> Character? {
        token.kind == .quote || token.kind == .frame ? Unicode.Scalar(token.scalar).map(Character.init) : nil
    }
}

extension Sequence<UInt8> {
    fileprivate func dropLast(while isDropped: (UInt8) -> Bool) -> [UInt8] {
        var bytes = Array(self)
        while let last = bytes.last, isDropped(last) { bytes.removeLast() }
        return bytes
    }
}

extension String {
    /// Without the white space of any width at both ends.
    fileprivate var trimmingWideSpace: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
