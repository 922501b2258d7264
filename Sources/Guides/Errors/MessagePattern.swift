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
        var flat: [(piece: ErrorPattern.Piece, end: Int?)] = []
        for piece in pattern.pieces {
            if case .optional(let inner) = piece {
                flat.append((piece, flat.count + 1 + inner.count))
                flat += inner.map { ($0, nil) }
            } else {
                flat.append((piece, nil))
            }
        }
        func isValue(_ index: Int) -> Bool {
            guard flat.indices.contains(index), case .value = flat[index].piece else { return false }
            return true
        }
        steps = flat.indices.map { index in
            switch flat[index].piece {
            case .literal(let text): .literal(Self.cleaned(text, isValue(index - 1), isValue(index + 1)))
            case .value(let name): .value(name)
            case .optional: .optional(end: flat[index].end ?? index + 1)
            }
        }
    }

    /// A text as a cleaned message has it, in small letters and on one line.
    static func cleaned(_ text: String, _ followsValue: Bool = false, _ precedesValue: Bool = false) -> [UInt8] {
        var text = text
        let clean = text.withUTF8 { bytes in
            MessageCleaning.isClean(bytes) ? bytes.map { $0 == 0x0A ? 0x20 : $0.lowercased } : nil
        }
        if let clean { return clean }
        // An underscore beside a value stands in a word, so a letter takes the value's place.
        let (head, tail) = (followsValue ? "x" : "", precedesValue ? "x" : "")
        let bytes = MessageCleaning.clean(Array((head + text + tail).utf8))
        return bytes.dropFirst(head.utf8.count).dropLast(tail.utf8.count).map { $0 == 0x0A ? 0x20 : $0.lowercased }
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
