import Values

/// Tries one pattern at one place of a cleaned message, every way that its optional parts and values allow, and
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
    /// No pattern that somebody would write takes nearly as many; a hostile message cannot make it take more.
    private var budget = 4096

    init(_ pattern: MessagePattern, text: [UInt8], captures: ValueCaptures) {
        steps = pattern.steps
        scan = MessageScan(text: text)
        self.captures = captures
    }

    /// The best way to match at a place; where none is better than what there is already, that.
    mutating func match(at start: Int, guide: String, betterThan known: ErrorMatch?) -> ErrorMatch? {
        self.start = start
        self.guide = guide
        best = known
        walk(from: 0, at: start, literals: 0)
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
            for capture in captures.all(name, in: scan, at: place) {
                underway.append(capture)
                walk(from: step + 1, at: capture.range.upperBound, literals: literals)
                underway.removeLast()
            }
        }
    }

    private mutating func finish(at end: Int, literals: Int) {
        // What cannot win need not be read.
        if let best, (literals, underway.count) <= (best.literals, best.values.count) { return }
        var values: [GivenValue] = []
        for capture in underway {
            guard let value = captures.value(of: capture, in: scan.text) else { return }
            if !values.contains(where: { $0.name == value.name }) { values.append(value) }
        }
        let match = ErrorMatch(guide: guide, values: values, literals: literals, range: start..<end)
        if match.isBetter(than: best) { best = match }
    }
}
