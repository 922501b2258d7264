/// A pattern as it is run on a message: its steps with all that can be known of them before.
struct PatternProgram: Sendable {
    enum Step: Sendable {
        case literal(PatternLiteral)
        case value(String)
        case any
        case split(to: Int)
        case jump(to: Int)
    }

    /// What may stand first from a step on.
    struct First: Sendable {
        /// The steps that are text.
        var literals: [Int] = []
        /// The steps that are white space and nothing else.
        var hasSpace = false
        /// Whether there is a quotation mark in that white space.
        var hasQuote = false
        /// The steps that are values.
        var values: [Int] = []
        /// Whether there may be nothing, or anything.
        var isOpen = false
    }

    let steps: [Step]
    /// What may stand first from each step on, and from the end.
    let firsts: [First]
    /// Whether every message has what each step stands for.
    let isNeeded: [Bool]
    /// How far from the first step each step may begin at most, in bytes of a cleaned message.
    let reach: [Int]
    /// The longest text that every message has; nil where every text may be missing.
    let anchor: PatternLiteral?
    /// How many characters all the texts have that every message has.
    let size: Int

    /// - Parameter longestValue: how long a value may be, by its name.
    init(_ pattern: MessagePattern, longestValue: (String) -> Int) {
        let steps = pattern.steps.map { step -> Step in
            switch step {
            case .literal(let bytes): .literal(PatternLiteral(bytes))
            case .value(let name): .value(name)
            case .any: .any
            case .split(let to): .split(to: to)
            case .jump(let to): .jump(to: to)
            }
        }
        // Splits and jumps only lead forward.
        var firsts = [First](repeating: First(isOpen: true), count: steps.count + 1)
        for index in steps.indices.reversed() {
            switch steps[index] {
            case .literal(let literal):
                if !literal.bytes.isEmpty {
                    firsts[index] = First(literals: [index])
                } else {
                    firsts[index] =
                        literal.spaces.contains(true)
                        ? First(hasSpace: true, hasQuote: literal.hasQuote) : firsts[index + 1]
                }
            case .value: firsts[index] = First(values: [index])
            case .any: firsts[index] = First(isOpen: true)
            case .jump(let to): firsts[index] = firsts[to]
            case .split(let to):
                var first = firsts[index + 1]
                let other = firsts[to]
                first.literals += other.literals.filter { !first.literals.contains($0) }
                first.values += other.values.filter { !first.values.contains($0) }
                first.hasSpace = first.hasSpace || other.hasSpace
                first.isOpen = first.isOpen || other.isOpen
                firsts[index] = first
            }
        }
        self.steps = steps
        self.firsts = firsts
        var end = 0
        var anchor: PatternLiteral?
        var size = 0
        var isNeeded = [Bool](repeating: false, count: steps.count)
        for (index, step) in steps.enumerated() {
            isNeeded[index] = index >= end
            switch step {
            case .split(let to), .jump(let to):
                end = max(end, to)
                isNeeded[index] = false
            case .literal(let literal) where index >= end:
                size += literal.size
                if literal.bytes.count > anchor?.bytes.count ?? 0 { anchor = literal }
            default: break
            }
        }
        self.isNeeded = isNeeded
        var distance = 0
        reach = steps.map { step in
            defer {
                switch step {
                case .literal(let literal): distance += literal.bytes.count
                // What no text is may have more about it than itself.
                case .value(let name): distance += max(512, longestValue(name))
                case .any: distance += Self.longestAny
                case .split, .jump: break
                }
            }
            return distance
        }
        self.anchor = anchor
        self.size = size
    }

    /// The text of a step.
    func literal(_ step: Int) -> PatternLiteral? {
        if case .literal(let literal) = steps[step] { literal } else { nil }
    }

    /// All texts.
    var literals: some Sequence<PatternLiteral> { steps.indices.lazy.compactMap { literal($0) } }

    /// The texts that every message has.
    var needed: [PatternLiteral] { steps.indices.lazy.filter { isNeeded[$0] }.compactMap { literal($0) } }

    /// The texts that are long enough to tell of the pattern alone; long ones in pieces, for a message may be cut.
    var parts: [PatternLiteral] {
        steps.indices.compactMap { literal($0) }.flatMap { literal in
            literal.size >= Self.longPart
                ? literal.pieces(of: Self.longPart / 2) : literal.size >= Self.longEnough ? [literal] : []
        }
    }

    /// A text of so many characters is known by a part of it.
    static let longPart = 24

    static let longEnough = 4
    /// Whatever may stand somewhere is no longer than this.
    static let longestAny = 8192
}
