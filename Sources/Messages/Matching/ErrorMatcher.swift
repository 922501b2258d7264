import Sources
import Values

/// Finds the guide for a message that somebody pasted, and the values in the message.
///
/// The message is cleaned, which keeps the place of every byte; the patterns whose longest text is in it are run on it;
/// values are cut out of the message as it was pasted. Each step is linear in the length of the message, whatever it
/// holds.
public struct ErrorMatcher {
    /// What a message came to.
    public enum Finding: Sendable {
        /// One guide is about it.
        case found(ErrorMatch)
        /// No pattern fits.
        case unknown
        /// No pattern fits, but the message has a part of some, the likeliest first.
        case near([NearMatch])
        /// Several guides fit as well as each other, or the text holds the messages of several.
        case ambiguous([ErrorMatch])
    }

    struct Entry {
        let guide: String
        /// Its number among the guide's.
        let number: Int
        let pattern: ErrorPattern
        let program: PatternProgram
    }

    /// Fewer characters of a pattern's own text may be a code or a type that stands beside a message.
    private static let shortest = 30

    let entries: [Entry]
    /// The number of each guide's first entry; those of a guide stand together.
    private let firsts: [String: Int]
    private let anchors: AnchorTable
    /// The patterns by any of their longer texts.
    let parts: AnchorTable
    let values: ValueReader
    /// The words of the patterns, by what is left of them where their letters are lost.
    let words: TornWords
    private let showsLines: Bool

    /// Prepares the patterns of some guides.
    ///
    /// - Parameter showsLines: whether somebody wants to see the lines that were found.
    public init(
        _ guides: [(id: String, errors: [ErrorPattern])], values: ValueDeclarations, showsLines: Bool = true
    ) {
        self.showsLines = showsLines
        let reader = ValueReader(values)
        entries = guides.flatMap { guide in
            guide.errors.enumerated().map { number, pattern in
                Entry(
                    guide: guide.id, number: number, pattern: pattern,
                    program: PatternProgram(MessagePattern(pattern)) { ValueReader.longest(reader.type($0)) })
            }
        }
        firsts = Dictionary(
            entries.enumerated().filter { $0.element.number == 0 }.map { ($0.element.guide, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        anchors = AnchorTable(Self.rarest(entries.map(\.program)))
        parts = AnchorTable(entries.map(\.program.parts))
        self.values = reader
        words = TornWords(entries.lazy.flatMap(\.program.literals))
    }

    /// For each pattern the text that fewest others have of those that every message of its has, the longest of these:
    /// what few patterns have, few are run for.
    private static func rarest(_ programs: [PatternProgram]) -> [[PatternLiteral]] {
        var counts: [PatternLiteral: Int] = [:]
        for program in programs { for literal in Set(program.needed) { counts[literal, default: 0] += 1 } }
        return programs.map { program in
            guard let anchor = program.anchor else { return [] }
            let others = program.needed.filter { $0.size >= PatternProgram.longEnough }
            let rarest = others.min {
                (counts[$0] ?? 0, -$0.bytes.count) < (counts[$1] ?? 0, -$1.bytes.count)
            }
            return [rarest ?? anchor]
        }
    }

    /// All patterns that a message has, wherever: their guides, and their numbers among those of the guide.
    ///
    /// - Parameter guide: whose patterns are left out.
    package func patterns(in message: String, but guide: String? = nil) -> [(guide: String, number: Int)] {
        var message = message
        return message.withUTF8 { bytes in
            let (reading, values) = (Reading(bytes), values.reading(at: 0))
            return anchors.found(in: reading.text).compactMap { index in
                let entry = entries[index]
                guard entry.guide != guide else { return nil }
                var run = PatternRun(entry.program, text: reading.text, cut: reading.cut, values: values)
                return run.best().map { _ in (entry.guide, entry.number) }
            }
        }
    }

    /// Whether a message has a pattern of a guide, whatever else it has.
    ///
    /// - Parameter number: the pattern's number among the guide's.
    package func has(_ number: Int, of guide: String, in message: String) -> Bool {
        guard let first = firsts[guide], entries.indices.contains(first + number) else { return false }
        let entry = entries[first + number]
        var isFound = false
        forEachReading(of: message, at: 0) { reading, values in
            guard !isFound else { return }
            var run = PatternRun(entry.program, text: reading.text, cut: reading.cut, values: values)
            isFound = run.best() != nil
        }
        return isFound
    }

    /// The guide that a message is about.
    ///
    /// - Parameter now: the moment at which it is read, in seconds since the beginning of 1970: a message may say until
    ///   when to wait.
    public func find(in message: String, now: Double = 0) -> Finding {
        withPlain(message) { find(in: $0, values.reading(at: now)) }
    }

    private func find(in bytes: UnsafeBufferPointer<UInt8>, _ values: ValueReader) -> Finding {
        var tried: [Reading]? = []
        var matches = read(bytes, values, &tried)
        guard let winner = winner(matches) else { return find(in: bytes, Mending.allCases[...], values, &tried) }
        if let inner = Wrapping.text(of: winner.range, in: bytes) {
            var ignored: [Reading]?
            let others = inner.withUnsafeBufferPointer { read($0, values, &ignored) }
            merge(others.mapValues { $0.moved(to: winner.range) }, into: &matches) { _ in true }
        }
        return decide(matches)
    }

    /// The best match of each guide, with whatever stands before every line and without.
    func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ values: ValueReader, _ tried: inout [Reading]?
    ) -> [String: ErrorMatch] {
        let plain = Reading(bytes)
        var found = matches(plain, values)
        guard let winner = winner(found) else {
            tried?.append(plain)
            let prefixes = LinePrefixes.find(in: bytes)
            guard !prefixes.isEmpty else { return found }
            let reading = Reading(bytes, without: prefixes)
            tried?.append(reading)
            return matches(reading, values)
        }
        // What stands before every line may part the message from its end, or be taken for a part of it.
        let place = region(around: winner.range, in: bytes)
        let part = UnsafeBufferPointer(rebasing: bytes[place])
        let prefixes = LinePrefixes.find(in: part)
        func isBroken(_ match: ErrorMatch) -> Bool { bytes[match.range].contains(0x0A) }
        if !prefixes.isEmpty {
            let others = matches(Reading(part, without: prefixes), values)
            merge(others.mapValues { $0.moved(by: place.lowerBound) }, into: &found, isBroken)
        }
        // A record before the one with the match may hold the message's beginning.
        let before = region(around: max(0, winner.range.lowerBound - Self.longestTail)..<place.upperBound, in: bytes)
        let records = UnsafeBufferPointer(rebasing: bytes[before.lowerBound..<place.upperBound])
        if let columns = Columns.text(records, by: .signs) {
            let others = columns.withUnsafeBufferPointer { matches(Reading($0), values) }
            merge(others.mapValues { $0.moved(to: winner.range) }, into: &found) { _ in true }
        }
        return found
    }

    /// Takes over what is better, and of what is as good what may be.
    private func merge(
        _ others: [String: ErrorMatch], into matches: inout [String: ErrorMatch], _ isTaken: (ErrorMatch) -> Bool
    ) {
        for (guide, match) in others {
            let known = matches[guide]
            if match.isBetter(than: known) || known.map({ !$0.isBetter(than: match) && isTaken(match) }) ?? false {
                matches[guide] = match
            }
        }
    }

    /// The lines of a match, and some behind them.
    private func region(around range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = range.lowerBound
        while start > 0, range.lowerBound - start < Self.longestTail, bytes[start - 1] != 0x0A { start -= 1 }
        var end = min(bytes.count, range.upperBound + Self.longestTail)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start..<end
    }

    /// So many bytes behind a match may belong to it.
    private static let longestTail = 4096

    /// A message in one way of reading it.
    struct Reading {
        let text: CleanText
        let cut: ValueCut

        init(_ message: UnsafeBufferPointer<UInt8>, without prefixes: [Range<Int>] = []) {
            text = CleanText(message, without: prefixes)
            cut = ValueCut(message: message, prefixes: prefixes)
        }
    }

    /// How messages word the choices of a value, cleaned as messages are: the longest wording first.
    public static func wordings(_ choices: [ValueType.Choice]) -> [(key: String, words: [UInt8])] {
        ValueReader.wordings(choices)
    }

    /// The best match of each guide.
    private func matches(_ reading: Reading, _ values: ValueReader) -> [String: ErrorMatch] {
        var best: [String: ErrorMatch] = [:]
        for index in anchors.found(in: reading.text) {
            let entry = entries[index]
            var run = PatternRun(entry.program, text: reading.text, cut: reading.cut, values: values)
            guard let place = run.best() else { continue }
            // One that has less of the message need not be read.
            if let known = best[entry.guide], known.literals > place.fit.literals { continue }
            let said = run.values(of: place)
            let start = Int(reading.text.starts[place.start])
            let match = ErrorMatch(
                guide: entry.guide, pattern: entry.number, values: said.known, hidden: said.hidden,
                steps: MatchedSteps(pattern: entry.pattern, steps: said.steps),
                line: showsLines ? run.line(of: place, said) : "",
                range: start..<max(start, run.rawStart(place.fit.end)), literals: place.fit.literals)
            if match.isBetter(than: best[entry.guide]) { best[entry.guide] = match }
        }
        return best
    }

    /// The match with the most of the message in it, the first of equals.
    private func winner(_ matches: [String: ErrorMatch]) -> ErrorMatch? {
        var winner: ErrorMatch?
        for match in matches.values.sorted(by: { $0.guide < $1.guide }) where match.isBetter(than: winner) {
            winner = match
        }
        return winner
    }

    /// Tells whose message it is.
    ///
    /// Another one is passed over where it is contained in it, or is short beside it: a code or a type that stands
    /// beside a message. Two guides for two places of the text are two messages, and two guides that fit the same place
    /// equally well are a draw: which was meant would be a guess.
    func decide(_ found: [String: ErrorMatch]) -> Finding {
        guard let winner = winner(found) else { return .unknown }
        let matches = found.values.sorted { $0.guide < $1.guide }
        let rivals = matches.filter { match in
            guard match.guide != winner.guide else { return false }
            if !winner.isBetter(than: match) { return true }
            let isShort = match.literals * 2 < winner.literals && match.literals < Self.shortest
            return !match.range.overlaps(winner.range) && !isShort
        }
        return rivals.isEmpty ? .found(winner) : .ambiguous((rivals + [winner]).sorted { $0.guide < $1.guide })
    }

    /// The patterns of which a message has a part, the likeliest first.
    func near(_ readings: [Reading], _ values: ValueReader) -> Finding {
        var best: [String: NearMatch] = [:]
        for reading in readings {
            for index in parts.found(in: reading.text) {
                let entry = entries[index]
                var run = PatternRun(
                    entry.program, text: reading.text, cut: reading.cut, values: values, isPartial: true)
                guard let match = run.bestPart() else { continue }
                let said = run.values(of: match)
                guard match.fit.literals > best[entry.guide]?.literals ?? 0 else { continue }
                best[entry.guide] = entry.near(match, said, line: run.line(of: match, said))
            }
        }
        let sorted = best.values.sorted { ($1.literals, $0.guide) < ($0.literals, $1.guide) }
        let likely = sorted.filter { $0.literals * 3 > (sorted.first?.literals ?? 0) * 2 }
        return likely.isEmpty ? .unknown : .near(Array(likely.prefix(3)))
    }
}
