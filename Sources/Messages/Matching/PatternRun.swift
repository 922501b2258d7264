import Sources
import Values

/// Runs one pattern on a message and finds the place where it fits best.
///
/// What a step comes to at a place is found out once. A value reaches to one of the next places where what follows in
/// the pattern stands, of which a bounded number is looked at. So the time is linear in the length of the message.
struct PatternRun {
    let program: PatternProgram
    let text: CleanText
    let cut: ValueCut
    let values: ValueReader
    /// Whether a part of the pattern is enough.
    let isPartial: Bool

    /// How well the rest of a pattern fits from a place on.
    struct Fit {
        /// How many characters of the pattern's own text the message has.
        var literals = 0
        /// How many values can be read.
        var known = 0
        /// How many values are neither read nor masked.
        var gaps = 0
        /// Where the match ends.
        var end: Int
        /// The step where the pattern stopped, if it did before its end.
        var stop: Int?
        /// How many bytes of that step's text are there all the same.
        var stopLength = 0
        /// Where the value that the step stands for ends.
        var valueEnd = 0
        /// The key of a choice.
        var choice: String?
        /// Whether nothing of the pattern follows the value.
        var isOpen = false

        func isBetter(than other: Fit?) -> Bool {
            guard let other else { return true }
            return (literals, known, -gaps) > (other.literals, other.known, -other.gaps)
        }
    }

    /// So many ends of a value are looked at.
    static let mostEnds = 8
    /// A value that cannot be read is no longer than this, and the pattern's own text must have so many characters for
    /// each: what little else it says might stand in any message.
    private static let longestGap = 96
    static let textForGap = 20
    /// So many places where the pattern may fit are looked at, those with most of its text behind them first.
    static let mostMatches = 64

    private var lists: [[Int32]?]
    private var fits: [Int: Fit?] = [:]

    init(
        _ program: PatternProgram, text: CleanText, cut: ValueCut, values: ValueReader, isPartial: Bool = false
    ) {
        self.program = program
        self.text = text
        self.cut = cut
        self.values = values
        self.isPartial = isPartial
        lists = [[Int32]?](repeating: nil, count: program.steps.count)
    }

    /// A place where the pattern fits.
    struct Match {
        let fit: Fit
        let start: Int
        /// The step that the match begins with.
        let entry: Int
        /// How many bytes of that step's text are missing, for the message was cut there.
        var cut = 0
        /// The value before that step, which the match begins with.
        var leading: (name: String, fit: Fit)?
    }

    /// The best place; nil where there is none.
    mutating func best() -> Match? {
        var best: Match?
        let first = program.firsts[0]
        for step in first.literals {
            for place in likely(step, from: 0) where !text.isInWord(place) {
                guard let fit = fit(0, place), isEnough(fit) else { continue }
                if fit.isBetter(than: best?.fit) { best = Match(fit: fit, start: place, entry: 0) }
            }
        }
        for value in first.values {
            for step in program.firsts[value + 1].literals {
                for place in likely(step, from: value + 1) {
                    guard let match = match(leading: value, before: place), isEnough(match.fit) else { continue }
                    if match.fit.isBetter(than: best?.fit) { best = match }
                }
            }
        }
        return best
    }

    private func isEnough(_ fit: Fit) -> Bool { fit.gaps * Self.textForGap <= fit.literals && fit.literals > 0 }

    mutating func occurrences(_ step: Int) -> [Int32] {
        if let list = lists[step] { return list }
        let list = program.literal(step).map { text.occurrences(of: $0) } ?? []
        lists[step] = list
        return list
    }

    // MARK: Steps

    /// How well the pattern fits from a step and a place on; nil where it does not.
    mutating func fit(_ step: Int, _ place: Int) -> Fit? {
        guard step < program.steps.count else { return isPartial || !text.goesOn(place) ? Fit(end: place) : nil }
        switch program.steps[step] {
        case .literal(let literal):
            guard text.holds(literal, at: place) else { return isPartial ? cutOff(literal, step, place) : nil }
            guard var fit = fit(step + 1, place + literal.bytes.count) else { return nil }
            fit.literals += literal.size
            return fit
        case .jump(let to): return fit(to, place)
        case .split, .value, .any:
            let key = step * (text.count + 1) + place
            if let known = fits[key] { return known }
            let found = found(step, place)
            fits[key] = .some(found)
            return found
        }
    }

    private mutating func found(_ step: Int, _ place: Int) -> Fit? {
        switch program.steps[step] {
        case .split(let to):
            let (with, without) = (fit(step + 1, place), fit(to, place))
            guard let with else { return without }
            // Nothing of a part that may be missing was there.
            if isPartial, let without, with.stop.map({ $0 <= to }) ?? false, with.literals <= without.literals {
                return without
            }
            return without.map { $0.isBetter(than: with) ? $0 : with } ?? with
        case .any: return any(step, place)
        case .value(let name): return value(name, step, place)
        default: return nil
        }
    }

    /// The places where what follows a step may stand, the nearest first.
    mutating func ends(_ step: Int, _ place: Int, within length: Int) -> [Int] {
        let first = program.firsts[step + 1]
        let last = min(text.count, place + length)
        var ends: [Int] = []
        for step in first.literals {
            let list = occurrences(step)
            var index = list.firstIndex(from: place)
            var count = 0
            while index < list.count, Int(list[index]) <= last, count < Self.mostEnds {
                ends.append(Int(list[index]))
                index += 1
                count += 1
            }
        }
        if first.hasSpace || !first.values.isEmpty {
            var count = 0
            var index = place + (first.hasSpace ? 1 : 0)
            while index <= last, count < Self.mostEnds {
                if text.gap(index) >= CleanText.Gap.blank || index == text.count || index == place {
                    ends.append(index)
                    count += 1
                }
                index += 1
            }
            // Where the pattern has a quotation mark, one of the message's is the likelier place.
            let quoted = first.hasQuote ? ends.filter { text.flags[$0] & CleanText.quote != 0 } : []
            if !quoted.isEmpty { return quoted }
        }
        return first.literals.count + (first.hasSpace || !first.values.isEmpty ? 1 : 0) > 1
            ? Array(Set(ends)).sorted() : ends
    }

    // MARK: Values

    private mutating func value(_ name: String, _ step: Int, _ place: Int) -> Fit? {
        let type = values.type(name)
        for (key, words) in values.wordings(name) where text.holds(words, at: place) {
            let end = place + words.bytes.count
            guard !text.isInWord(end), var fit = fit(step + 1, end) else { continue }
            fit.known += 1
            fit.valueEnd = end
            fit.choice = key
            fit.isOpen = false
            return fit
        }
        var best: (reading: ValueReader.Reading, fit: Fit)?
        // Of what stands in the place of a value nothing may be left to compare: `***`.
        if isMask(place, type), var fit = fit(step + 1, place) {
            fit.valueEnd = place
            fit.isOpen = false
            fit.choice = nil
            return fit
        }
        for end in ends(step, place, within: ValueReader.longest(type)) {
            // Where nothing of the pattern stands behind the value, it is looked for below how far it goes.
            guard var fit = fit(step + 1, end), fit.end > end || !program.firsts[step + 1].isOpen else { continue }
            if let known = best, isKnown(known.reading, type),
                isWorse(fit, than: known.fit, type, place, end) || isOnOtherLine(end, than: known.fit, type, place)
            {
                continue
            }
            let reading = reading(name, type, range(place, end))
            if reading == .unreadable, isPartial || end - place > Self.longestGap { continue }
            fit.valueEnd = end
            fit.isOpen = false
            fit.choice = nil
            // The longest name or number, the shortest text.
            let ranks = (
                rank(reading, type, place, end), best.map { rank($0.reading, type, place, $0.fit.valueEnd) } ?? -1
            )
            guard let known = best, ranks.0 <= ranks.1 else {
                best = (reading, fit)
                continue
            }
            guard ranks.0 == ranks.1 else { continue }
            let isLonger = type != .text && reading == .readable && !known.fit.isBetter(than: fit)
            if isLonger || fit.isBetter(than: known.fit) { best = (reading, fit) }
        }
        if program.firsts[step + 1].isOpen || isPartial, let end = openEnd(type, place),
            var open = fit(step + 1, end.place)
        {
            open.valueEnd = end.place
            open.isOpen = true
            open.choice = nil
            let isBetter =
                best.map { known in
                    let isAsKnown = isKnown(end.reading, type) && isKnown(known.reading, type)
                    if end.reading == known.reading || isAsKnown { return open.isBetter(than: known.fit) }
                    return end.reading > known.reading
                } ?? true
            if isBetter { best = (end.reading, open) }
        }
        guard let reading = best?.reading, var fit = best?.fit else {
            return isPartial ? Fit(end: place, stop: step) : nil
        }
        switch reading {
        case .readable: fit.known += 1
        case .masked: break
        case .unreadable: fit.gaps += 1
        }
        return fit
    }

    /// Whether an end of a value need not be looked at, for it could not win over one that can be read.
    private func isWorse(_ fit: Fit, than known: Fit, _ type: ValueType, _ place: Int, _ end: Int) -> Bool {
        let quotes = (text.flags[known.valueEnd] & CleanText.quote, text.flags[end] & CleanText.quote)
        if text.flags[place] & CleanText.quote != 0, quotes.0 < quotes.1 { return false }
        return type == .text ? !fit.isBetter(than: known) : known.isBetter(than: fit)
    }

    /// Whether an end stands on another line than one that can be read: what is no text goes over a line's end only where
    /// it would have no end otherwise.
    private func isOnOtherLine(_ end: Int, than known: Fit, _ type: ValueType, _ place: Int) -> Bool {
        guard type != .text, known.valueEnd < end else { return false }
        func breaks(_ range: Range<Int>) -> Bool {
            range.contains { text.gap($0) == CleanText.Gap.lineBreak && text.flags[$0] & CleanText.spelled == 0 }
        }
        return breaks((known.valueEnd + 1)..<(end + 1)) && !breaks((place + 1)..<max(place + 1, known.valueEnd + 1))
    }

    /// How likely a value's end is: what can be read first, and of that what ends with a quotation mark as it began.
    private func rank(_ reading: ValueReader.Reading, _ type: ValueType, _ place: Int, _ end: Int) -> Int {
        let isClosed = text.flags[place] & text.flags[end] & CleanText.quote != 0
        let known = isKnown(reading, type) ? ValueReader.Reading.readable.rawValue : reading.rawValue
        return known * 2 + (isClosed ? 1 : 0)
    }

    /// Whether a value need not be looked for any further. Any text can be read: of a mask and a text that goes on behind
    /// it neither is the better reading.
    private func isKnown(_ reading: ValueReader.Reading, _ type: ValueType) -> Bool {
        reading == .readable || reading == .masked && type == .text
    }
}
