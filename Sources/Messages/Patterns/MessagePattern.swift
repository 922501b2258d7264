import Sources

/// An error pattern made ready for matching: cleaned as messages are, and laid out as a list that is walked.
public struct MessagePattern: Sendable, Hashable {
    /// A step of the walk.
    public enum Step: Sendable, Hashable {
        /// Text, folded; a space stands for white space, a line break for one of the author's.
        case literal([UInt8])
        /// A value, by its name.
        case value(String)
        /// Anything, up to what follows.
        case any
        /// The walk goes on here, or at the step with this number.
        case split(to: Int)
        /// The walk goes on at the step with this number.
        case jump(to: Int)
    }

    /// The steps, in their order.
    public let steps: [Step]

    /// Cleans the literals of a pattern.
    public init(_ pattern: ErrorPattern) {
        var steps: [Step] = []
        steps.reserveCapacity(pattern.pieces.count * 2)
        var walk = StepWalk()
        walk.forEachStep(of: pattern) { step in
            switch step {
            case .literal(let bytes): steps.append(.literal(Array(bytes)))
            case .value(let name): steps.append(.value(name))
            case .any: steps.append(.any)
            case .split(let to): steps.append(.split(to: to))
            case .jump(let to): steps.append(.jump(to: to))
            }
        }
        self.steps = steps
    }

    /// A step whose text is lent.
    public enum LentStep {
        /// Text, folded; a space stands for white space, a line break for one of the author's.
        case literal(UnsafeBufferPointer<UInt8>)
        /// A value, by its name.
        case value(String)
        /// Anything, up to what follows.
        case any
        /// The walk goes on here, or at the step with this number.
        case split(to: Int)
        /// The walk goes on at the step with this number.
        case jump(to: Int)
    }

    /// Hands out the steps of a pattern, without putting them into a list.
    public static func forEachStep(of pattern: ErrorPattern, _ body: (LentStep) -> Void) {
        var walk = StepWalk()
        walk.forEachStep(of: pattern, body)
    }

    /// The steps so far. What stands beside a text is the step before it and the piece behind it.
    private struct StepWalk {
        private var count = 0
        private var followsValue = false
        /// The text of the step, cleaned.
        private var text: [UInt8] = []

        mutating func forEachStep(of pattern: ErrorPattern, _ body: (LentStep) -> Void) {
            text.reserveCapacity(128)
            add(pattern.comparedPieces, before: nil, body)
        }

        /// - Parameter following: the piece behind the last one.
        private mutating func add(
            _ pieces: [ErrorPattern.Piece], before following: ErrorPattern.Piece?, _ body: (LentStep) -> Void
        ) {
            for index in pieces.indices {
                let following = index + 1 == pieces.count ? following : pieces[index + 1]
                count += 1
                switch pieces[index] {
                case .literal(let literal):
                    text.removeAll(keepingCapacity: true)
                    MessagePattern.appendCleaned(literal, followsValue, following?.isValue == true, to: &text)
                    text.withUnsafeBufferPointer { body(.literal($0)) }
                    followsValue = false
                case .value(let name):
                    body(.value(name))
                    followsValue = true
                case .any:
                    body(.any)
                    followsValue = false
                case .optional(let inner):
                    body(.split(to: count + MessagePattern.count(inner)))
                    followsValue = false
                    add(inner, before: following, body)
                case .choice(let branches): add(branches, before: following, body)
                }
            }
        }

        /// A split before each wording but the last, and a jump behind it.
        private mutating func add(
            _ branches: [[ErrorPattern.Piece]], before following: ErrorPattern.Piece?, _ body: (LentStep) -> Void
        ) {
            // It was counted as one step, which is the first wording's.
            count -= 1
            let end = count + branches.reduce(-2) { $0 + MessagePattern.count($1) + 2 }
            for (index, branch) in branches.enumerated() {
                let isLast = index + 1 == branches.count
                if !isLast {
                    count += 1
                    body(.split(to: count + MessagePattern.count(branch) + 1))
                }
                followsValue = false
                add(branch, before: following, body)
                if !isLast {
                    count += 1
                    body(.jump(to: end))
                }
            }
        }
    }

    /// How many steps some pieces take.
    private static func count(_ pieces: [ErrorPattern.Piece]) -> Int {
        pieces.reduce(0) { total, piece in
            switch piece {
            case .literal, .value, .any: total + 1
            case .optional(let inner): total + 1 + count(inner)
            case .choice(let branches): branches.reduce(total - 2) { $0 + count($1) + 2 }
            }
        }
    }

    /// A text as a cleaned message has it, folded and on one line.
    static func cleaned(_ text: String) -> [UInt8] {
        var cleaned: [UInt8] = []
        appendCleaned(text, false, false, to: &cleaned)
        return cleaned
    }

    private static func appendCleaned(
        _ text: String, _ followsValue: Bool, _ precedesValue: Bool, to cleaned: inout [UInt8]
    ) {
        var text = text
        let isClean = text.withUTF8 { bytes in
            guard Self.isClean(bytes) else { return false }
            for byte in bytes { cleaned.append(byte.asciiLowercased) }
            return true
        }
        if isClean { return }
        // An underscore beside a value stands in a word, so a letter takes the value's place.
        var whole = (followsValue ? "x" : "") + text + (precedesValue ? "x" : "")
        let clean = whole.withUTF8 { CleanText($0) }
        let range = (followsValue ? 1 : 0)..<(clean.count - (precedesValue ? 1 : 0))
        for index in range {
            appendGap(clean.gap(index), to: &cleaned)
            cleaned.append(clean.bytes[index])
        }
        if cleaned.last.map({ !$0.isBlank }) ?? true { appendGap(clean.gap(range.upperBound), to: &cleaned) }
        if range.isEmpty, clean.flags[range.upperBound] & CleanText.quote != 0 { cleaned.append(PatternLiteral.quote) }
    }

    private static func appendGap(_ gap: UInt8, to cleaned: inout [UInt8]) {
        if gap >= CleanText.Gap.blank { cleaned.append(gap == CleanText.Gap.lineBreak ? 0x0A : 0x20) }
    }

    /// Whether nothing would be taken off a text: most texts of patterns are words and single spaces.
    private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            if !isPlain(byte) || byte.isBlank && previous.isBlank { return false }
            previous = byte
        }
        return true
    }

    /// Whether a byte means nothing to the cleaning, but for white space beside other white space.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte.isOne(of: " \n(),-./:;")
    }

    /// Whether nothing is left of a text once it is cleaned.
    static func isNothing(_ text: String) -> Bool {
        // Before the first byte nothing stands that could take it away.
        if let first = text.utf8.first, isPlain(first) { return false }
        return cleaned(text).isEmpty
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A }
}
