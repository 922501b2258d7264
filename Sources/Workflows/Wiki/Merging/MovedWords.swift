import Sources

/// Words that went from some texts and came in others: what was moved, or taken apart and joined.
struct MovedWords: Sendable {
    /// Words in the same order in a text that went and in one that came, by the numbers of the words.
    private struct Run {
        let from: Int
        let old: Range<Int>
        let to: Int
        let new: Range<Int>
    }

    /// A text, and where its words and signs are.
    private struct Text {
        let bytes: [UInt8]
        let words: [Range<Int>]
        /// How many of them say something.
        let weight: Int

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            words = TextMerge.words(bytes, bytes.indices).filter { bytes[$0.lowerBound] > 0x20 }
            weight = words.count { bytes[$0.lowerBound].isWordPart }
        }

        func isSame(_ index: Int, _ other: Text, _ place: Int) -> Bool {
            bytes[words[index]] == other.bytes[other.words[place]]
        }
    }

    private let went: [Text]
    private let came: [Text]
    private var runs: [Run] = []

    /// Fewer words in the same order say nothing, unless they are all of a text.
    private static let shortest = 3
    /// The most words of a text whose words are looked for one by one in one that has nearly all of them.
    private static let most = 24

    /// Whether a short text has nearly all words of another: then single words say where they went.
    private func isAlike(_ text: Text, _ other: Text) -> Bool {
        guard text.weight <= Self.most, other.weight <= Self.most else { return false }
        let words = { (text: Text) in Set(text.words.map { text.bytes[$0] }.filter { $0.first?.isWordPart == true }) }
        let (mine, theirs) = (words(text), words(other))
        return mine.intersection(theirs).count * 4 >= max(mine.count, theirs.count) * 3
    }

    init(went: [[UInt8]], came: [[UInt8]]) {
        self.went = went.map { Text($0) }
        self.came = came.map { Text($0) }
        guard self.went.contains(where: { !$0.words.isEmpty }), self.came.contains(where: { !$0.words.isEmpty }) else {
            return
        }
        let starts = starts()
        for (number, text) in self.came.enumerated() {
            var index = 0
            while index < text.words.count {
                let run = longest(at: index, of: number, starts)
                if let run { runs.append(run) }
                index = run?.new.upperBound ?? index + 1
            }
        }
    }

    /// Where each word, and each sequence of three, stands in the texts that went.
    private func starts() -> [[ArraySlice<UInt8>]: [(text: Int, word: Int)]] {
        var starts: [[ArraySlice<UInt8>]: [(text: Int, word: Int)]] = [:]
        for (number, text) in went.enumerated() {
            let isShort = text.words.count <= Self.most
            for index in text.words.indices {
                let key = Array(text.words[index...].prefix(Self.shortest)).map { text.bytes[$0] }
                starts[key, default: []].append((number, index))
                if isShort, key.count > 1 {
                    starts[[key[0]], default: []].append((number, index))
                }
            }
        }
        return starts
    }

    private func longest(at index: Int, of number: Int, _ starts: [[ArraySlice<UInt8>]: [(text: Int, word: Int)]])
        -> Run?
    {
        let text = came[number]
        let key = Array(text.words[index...].prefix(Self.shortest)).map { text.bytes[$0] }
        var best: Run?
        for place in (starts[key] ?? []) + (key.count > 1 ? starts[[key[0]]] ?? [] : []) {
            let other = went[place.text]
            var count = 1
            while index + count < text.words.count, place.word + count < other.words.count,
                text.isSame(index + count, other, place.word + count)
            { count += 1 }
            let weight = text.words[index..<(index + count)].count { text.bytes[$0.lowerBound].isWordPart }
            let isWhole = weight > 0 && (weight == text.weight || weight == other.weight)
            guard count > best?.new.count ?? 0,
                weight >= Self.shortest || isWhole || weight > 0 && isAlike(text, other)
            else { continue }
            best = Run(
                from: place.text, old: place.word..<(place.word + count), to: number, new: index..<(index + count))
        }
        return best
    }

    // MARK: What moved

    /// Which texts that went have come, at least for half of what either says.
    var pairs: [(from: Int, to: Int)] {
        var shared: [[Int]: Int] = [:]
        for run in runs {
            let text = came[run.to]
            shared[[run.from, run.to], default: 0] += text.words[run.new].count { text.bytes[$0.lowerBound].isWordPart }
        }
        return shared.filter { pair, weight in weight * 2 >= min(went[pair[0]].weight, came[pair[1]].weight) }
            .map { ($0.key[0], $0.key[1]) }
    }

    /// The bytes of a text that came which stood elsewhere before.
    func moved(in to: Int) -> [Range<Int>] {
        runs.filter { $0.to == to }.map { run in
            came[to].words[run.new.lowerBound].lowerBound..<came[to].words[run.new.upperBound - 1].upperBound
        }
    }

    /// Where some bytes of a text that went are by now; nil where they are nowhere, or nobody knows.
    func place(of range: Range<Int>, in from: Int) -> (to: Int, range: Range<Int>)? {
        var found: (to: Int, range: Range<Int>, size: Int)?
        var isTie = false
        for run in runs where run.from == from {
            guard let place = place(of: range, run) else { continue }
            isTie = run.new.count == found?.size
            if run.new.count >= found?.size ?? 0 { found = (run.to, place, run.new.count) }
        }
        return isTie ? nil : found.map { ($0.to, $0.range) }
    }

    private func place(of range: Range<Int>, _ run: Run) -> Range<Int>? {
        let (text, other) = (went[run.from], came[run.to])
        // The words that the range touches.
        let first = text.words.firstIndex { $0.upperBound > range.lowerBound } ?? text.words.count
        let end = max(first, text.words.firstIndex { $0.lowerBound >= range.upperBound } ?? text.words.count)
        let distance = run.new.lowerBound - run.old.lowerBound
        guard first == end else {
            guard run.old.lowerBound <= first, end <= run.old.upperBound,
                text.words[first].lowerBound >= range.lowerBound,
                text.words[end - 1].upperBound <= range.upperBound
            else { return nil }
            let before = text.words[first].lowerBound - range.lowerBound
            let behind = range.upperBound - text.words[end - 1].upperBound
            let (start, stop) = (first + distance, end - 1 + distance)
            return
                (other.words[start].lowerBound - min(before, spaces(before: start, in: other)))..<(other.words[stop]
                .upperBound + min(behind, spaces(before: stop + 1, in: other)))
        }
        // It stands between two words.
        let hasLeft = run.old.contains(first - 1), hasRight = run.old.contains(first)
        if hasLeft, hasRight || range.isEmpty {
            let behind = range.lowerBound - text.words[first - 1].upperBound
            let place = first - 1 + distance
            let start = other.words[place].upperBound + min(behind, spaces(before: place + 1, in: other))
            guard hasRight, !range.isEmpty else { return start..<start }
            let before = text.words[first].lowerBound - range.upperBound
            return start..<max(start, other.words[place + 1].lowerBound - before)
        }
        guard hasRight, range.isEmpty, text.words[first].lowerBound == range.lowerBound else { return nil }
        let start = other.words[first + distance].lowerBound
        return start..<start
    }

    /// The bytes that part a word from the one before it, or the last one from the text's end.
    private func spaces(before word: Int, in text: Text) -> Int {
        let start = word > 0 ? text.words[word - 1].upperBound : 0
        return (word < text.words.count ? text.words[word].lowerBound : text.bytes.count) - start
    }
}
