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
        var layout = Layout()
        layout.steps.reserveCapacity(pattern.pieces.count * 2)
        layout.add(pattern.pieces)
        steps = layout.steps
    }

    /// The steps so far. What stands beside a text is the step before it and the piece behind it.
    private struct Layout {
        var steps: [Step] = []

        /// - Parameter following: the piece behind the last one.
        mutating func add(_ pieces: [ErrorPattern.Piece], before following: ErrorPattern.Piece? = nil) {
            for index in pieces.indices {
                let next = index + 1 < pieces.count ? pieces[index + 1] : following
                switch pieces[index] {
                case .literal(let text):
                    steps.append(.literal(MessagePattern.cleaned(text, followsValue, isValue(next))))
                case .value(let name): steps.append(.value(name))
                case .optional(let inner):
                    steps.append(.optional(end: steps.count + 1 + inner.count))
                    add(inner, before: next)
                }
            }
        }

        private var followsValue: Bool {
            if case .value? = steps.last { true } else { false }
        }

        private func isValue(_ piece: ErrorPattern.Piece?) -> Bool {
            if case .value? = piece { true } else { false }
        }
    }

    /// A text as a cleaned message has it, in small letters and on one line.
    static func cleaned(_ text: String, _ followsValue: Bool = false, _ precedesValue: Bool = false) -> [UInt8] {
        var text = text
        let clean = text.withUTF8 { bytes in MessageCleaning.isClean(bytes) ? onOneLine(bytes) : nil }
        if let clean { return clean }
        // An underscore beside a value stands in a word, so a letter takes the value's place.
        let (head, tail) = (followsValue ? "x" : "", precedesValue ? "x" : "")
        let bytes = MessageCleaning.clean(Array((head + text + tail).utf8))
        return bytes.withUnsafeBufferPointer { bytes in
            onOneLine(UnsafeBufferPointer(rebasing: bytes.dropFirst(head.utf8.count).dropLast(tail.utf8.count)))
        }
    }

    private static func onOneLine(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bytes.count) { line, count in
            for index in bytes.indices { line[index] = bytes[index] == 0x0A ? 0x20 : bytes[index].lowercased }
            count = bytes.count
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
                key = key << 8 | UInt32(bytes[index].lowercased)
                count += 1
            }
            index += 1
        }
        return count == 4 ? key : nil
    }
}
