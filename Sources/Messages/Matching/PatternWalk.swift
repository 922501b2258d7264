import Values

/// Tries one pattern at the places of a cleaned message, every way that its optional parts and values allow, and
/// keeps the way that takes the most of the message.
struct PatternWalk {
    private let steps: [MessagePattern.Step]
    private let scan: MessageScan
    private let captures: ValueCaptures
    private var underway: [ValueCaptures.Capture] = []
    /// What a match has to be better than.
    private var best: ErrorMatch?
    private var start = 0
    private var guide = ""
    private var budget = 0
    /// Where the text behind a value stands in the whole message, by the value's step: there alone a free text may end.
    private var endings: [[Int]?]
    /// The best score with which the walk went on from a step at a place: another way there that is no better brings
    /// nothing new, wherever it began.
    private var visited: [Int: Int] = [:]

    /// What one place may cost. No pattern that somebody would write takes nearly as many.
    private static let mostSteps = 4096
    /// What it costs to read a capture, compared with a step.
    private static let costOfReading = 64
    /// Past this many, places are forgotten: memory has to stay small, whatever the message.
    private static let mostVisited = 1 << 18

    init(_ pattern: MessagePattern, text: [UInt8], captures: ValueCaptures) {
        steps = pattern.steps
        endings = Array(repeating: nil, count: steps.count)
        scan = MessageScan(text: text)
        self.captures = captures
    }

    /// The best way to match at a place; where none is better than what there is already, that.
    ///
    /// - Parameter allowance: the steps that may be taken, less those that were.
    mutating func match(
        at start: Int, guide: String, betterThan known: ErrorMatch?, within allowance: inout Int
    ) -> ErrorMatch? {
        self.start = start
        self.guide = guide
        best = known
        let given = min(Self.mostSteps, allowance)
        budget = given
        walk(from: 0, at: start, literals: 0)
        allowance -= given - max(0, budget)
        // A walk that was broken off has not seen all that its places lead to.
        if budget <= 0, !visited.isEmpty { visited.removeAll(keepingCapacity: true) }
        return best
    }

    private mutating func walk(from step: Int, at place: Int, literals: Int) {
        budget -= 1
        guard budget > 0 else { return }
        guard step < steps.count else { return finish(at: place, literals: literals) }
        switch steps[step] {
        case .literal(let bytes):
            guard let end = scan.literal(bytes, at: place) else { return }
            walk(from: step + 1, at: end, literals: literals + bytes.count { $0 != 0x20 })
        case .optional(let end):
            walk(from: step + 1, at: place, literals: literals)
            walk(from: end, at: place, literals: literals)
        case .value(let name):
            let place = place < scan.text.count && scan.text[place].isBlank ? place + 1 : place
            // At the first step every place is a new one.
            guard step == 0 || isNew(step, place, literals) else { return }
            let candidates = candidates(for: name, step, at: place)
            budget -= candidates.count / 8
            for capture in candidates {
                guard budget > 0 else { return }
                underway.append(capture)
                walk(from: step + 1, at: capture.range.upperBound, literals: literals)
                underway.removeLast()
            }
        }
    }

    /// Whether no walk went on from here that had as much of the pattern.
    private mutating func isNew(_ step: Int, _ place: Int, _ literals: Int) -> Bool {
        let key = place * (steps.count + 1) + step
        let score = literals << 16 | underway.count
        if let known = visited[key], known >= score { return false }
        if visited.count >= Self.mostVisited { visited.removeAll(keepingCapacity: true) }
        visited[key] = score
        return true
    }

    /// What a value may be at a place, the likeliest first.
    private mutating func candidates(for name: String, _ step: Int, at place: Int) -> [ValueCaptures.Capture] {
        guard captures.isText(name), step + 1 < steps.count, case .literal(let bytes) = steps[step + 1] else {
            return captures.all(name, in: scan, at: place)
        }
        if endings[step] == nil { endings[step] = scan.places(of: bytes) }
        return endings[step].map { captures.texts(name, in: scan, at: place, endingAt: $0) } ?? []
    }

    private mutating func finish(at end: Int, literals: Int) {
        // What cannot win need not be read.
        if let best, (literals, underway.count) <= (best.literals, best.values.count) { return }
        var values: [GivenValue] = []
        for capture in underway {
            budget -= Self.costOfReading
            guard let value = captures.value(of: capture, in: scan.text) else { return }
            if !values.contains(where: { $0.name == value.name }) { values.append(value) }
        }
        let match = ErrorMatch(guide: guide, values: values, literals: literals, range: start..<end)
        if match.isBetter(than: best) { best = match }
    }
}
