import Sources

/// An error pattern made ready for matching: cleaned as messages are, and laid out as a list that is walked.
public struct MessagePattern: Sendable, Hashable {
    /// A step of the walk.
    public enum Step: Sendable, Hashable {
        /// Text, in small letters; a space stands for white space.
        case literal([UInt8])
        /// A value, by its name.
        case value(String)
        /// What follows, up to the step with this number, may be missing.
        case optional(end: Int)
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
            case .optional(let end): steps.append(.optional(end: end))
            }
        }
        self.steps = steps
    }

    /// A step whose text is lent.
    public enum LentStep {
        /// Text, in small letters; a space stands for white space.
        case literal(UnsafeBufferPointer<UInt8>)
        /// A value, by its name.
        case value(String)
        /// What follows, up to the step with this number, may be missing.
        case optional(end: Int)
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
            add(pattern.pieces, before: nil, body)
        }

        /// - Parameter following: the piece behind the last one.
        private mutating func add(
            _ pieces: [ErrorPattern.Piece], before following: ErrorPattern.Piece?, _ body: (LentStep) -> Void
        ) {
            for index in pieces.indices {
                let isLast = index + 1 == pieces.count
                count += 1
                switch pieces[index] {
                case .literal(let literal):
                    let precedesValue = isLast ? following?.isValue == true : pieces[index + 1].isValue
                    text.removeAll(keepingCapacity: true)
                    MessagePattern.appendCleaned(literal, followsValue, precedesValue, to: &text)
                    text.withUnsafeBufferPointer { body(.literal($0)) }
                    followsValue = false
                case .value(let name):
                    body(.value(name))
                    followsValue = true
                case .optional(let inner):
                    body(.optional(end: count + inner.count))
                    followsValue = false
                    add(inner, before: isLast ? following : pieces[index + 1], body)
                }
            }
        }
    }

    /// A text as a cleaned message has it, in small letters and on one line.
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
            guard MessageCleaning.isClean(bytes) else { return false }
            appendOnOneLine(bytes, to: &cleaned)
            return true
        }
        if isClean { return }
        // An underscore beside a value stands in a word, so a letter takes the value's place.
        let (head, tail) = (followsValue ? "x" : "", precedesValue ? "x" : "")
        let bytes = MessageCleaning.clean(Array((head + text + tail).utf8))
        bytes.withUnsafeBufferPointer { bytes in
            let inner = bytes.dropFirst(head.utf8.count).dropLast(tail.utf8.count)
            appendOnOneLine(UnsafeBufferPointer(rebasing: inner), to: &cleaned)
        }
    }

    private static func appendOnOneLine(_ bytes: UnsafeBufferPointer<UInt8>, to line: inout [UInt8]) {
        let start = line.count
        line.append(contentsOf: bytes)
        line.withUnsafeMutableBufferPointer { line in
            for index in start..<line.count { line[index] = line[index] == 0x0A ? 0x20 : line[index].asciiLowercased }
        }
    }

    /// Whether nothing is left of a text once it is cleaned.
    static func isNothing(_ text: String) -> Bool {
        // Before the first byte nothing stands that could take it away.
        if let first = text.utf8.first, MessageCleaning.isPlain(first) { return false }
        return cleaned(text).isEmpty
    }

    /// The bytes that a match begins with; nil where it may begin with anything.
    var key: UInt32? {
        guard case .literal(let bytes)? = steps.first else { return nil }
        return Self.key(bytes, at: 0)
    }

    /// Four bytes of a text, white space left out; nil where there are fewer.
    static func key(_ bytes: [UInt8], at start: Int) -> UInt32? {
        var key: UInt32 = 0
        var count = 0
        var index = start
        while count < 4, index < bytes.count {
            if !bytes[index].isBlank {
                key = key << 8 | UInt32(bytes[index].asciiLowercased)
                count += 1
            }
            index += 1
        }
        return count == 4 ? key : nil
    }
}
