import CCmark

/// The start of a text, where a line may begin: what there could be read as a block gets an escape.
struct LineStart {
    /// The offset of the character to escape; nil where there is none.
    private(set) var escape: Int?
    /// Whether libcmark would escape without need.
    private(set) var isOwn = false

    init(_ text: UnsafePointer<UInt8>, _ node: RawNode, _ before: Neighbor) {
        let first = text.pointee
        if first == UInt8(ascii: ".") || first == UInt8(ascii: ")") {
            // The number before it may be another node.
            if Self.endsMarker(text, 0, node), Self.isNumberAtLineStart(before: node) { escape = 0 }
        } else if Self.beginsLine(before, node) {
            isOwn = true
            escape = Self.offset(text, node)
        }
        if escape != nil { isOwn = true }
    }

    /// Whether a block could begin here: in a heading and in a table's cell none can.
    private static func beginsLine(_ before: Neighbor, _ node: RawNode) -> Bool {
        switch before {
        case .blockEdge, .lineEdge: return !node.isInHeading
        default: return false
        }
    }

    private static func offset(_ text: UnsafePointer<UInt8>, _ node: RawNode) -> Int? {
        switch text.pointee {
        case UInt8(ascii: ">"): return 0
        case UInt8(ascii: "#"):
            let run = length(of: [UInt8(ascii: "#")], in: text)
            return run <= 6 && isFollowedBySpace(text, run, node) ? 0 : nil
        case UInt8(ascii: "+"): return isFollowedBySpace(text, 1, node) ? 0 : nil
        case UInt8(ascii: "-"):
            // A list's item, a rule, a heading's underline, or the row below a table's header.
            if text[1] == 0x20 || text[1] == 0x09 { return 0 }
            return isWhole(text, of: ruleBytes, node) ? 0 : nil
        case UInt8(ascii: ":"), UInt8(ascii: "|"): return isWhole(text, of: ruleBytes, node) ? 0 : nil
        case UInt8(ascii: "="): return isWhole(text, of: [UInt8(ascii: "="), 0x20], node) ? 0 : nil
        default:
            var digits = 0
            while (0x30...0x39).contains(text[digits]), digits < 10 { digits += 1 }
            guard digits > 0, digits < 10, text[digits] == UInt8(ascii: ".") || text[digits] == UInt8(ascii: ")") else {
                return nil
            }
            return endsMarker(text, digits, node) ? digits : nil
        }
    }

    private static let ruleBytes: [UInt8] = [0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "|")]

    private static func length(of set: [UInt8], in text: UnsafePointer<UInt8>) -> Int {
        var length = 0
        while text[length] != 0, set.contains(text[length]) { length += 1 }
        return length
    }

    /// Whether the line may hold nothing but bytes of a set.
    private static func isWhole(_ text: UnsafePointer<UInt8>, of set: [UInt8], _ node: RawNode) -> Bool {
        guard text[length(of: set, in: text)] == 0 else { return false }
        let next = Neighbor(after: node)
        return next.isEdge || set.contains(next.ascii)
    }

    private static func isFollowedBySpace(_ text: UnsafePointer<UInt8>, _ index: Int, _ node: RawNode) -> Bool {
        switch text[index] {
        case 0x20, 0x09: return true
        case 0:
            let next = Neighbor(after: node).ascii
            return next == 0x20 || next == 0x09 || next == text.pointee
        default: return false
        }
    }

    private static func endsMarker(_ text: UnsafePointer<UInt8>, _ index: Int, _ node: RawNode) -> Bool {
        switch text[index + 1] {
        case 0x20, 0x09: return true
        case 0:
            let next = Neighbor(after: node).ascii
            return next == 0x20 || next == 0x09
        default: return false
        }
    }

    /// Whether the line holds digits and nothing else so far.
    private static func isNumberAtLineStart(before node: RawNode) -> Bool {
        var current = node
        while true {
            switch Neighbor(before: current) {
            case .blockEdge, .lineEdge: return current != node && !node.isInHeading
            case .character(let scalar) where (0x30...0x39).contains(scalar): break
            default: return false
            }
            // The leaf before: digits of a text, up to nine characters in all.
            guard let leaf = current.previousLeaf, let bytes = leaf.literalBytes ?? leaf.enterBytes,
                length(of: Array(0x30...0x39), in: bytes) == bytes.count, bytes.count < 10
            else { return false }
            current = leaf
        }
    }
}

extension RawNode {
    /// Whether the inline stands in a heading.
    var isInHeading: Bool {
        var current = parent
        while let node = current {
            if node.type.rawValue < CMARK_NODE_FIRST_INLINE.rawValue {
                return node.type == CMARK_NODE_HEADING
            }
            current = node.parent
        }
        return false
    }

    /// The leaf of the same block that is printed before this one.
    fileprivate var previousLeaf: RawNode? {
        var current = self
        while current.previous == nil {
            guard let parent = current.parent, parent.type == CMARK_NODE_CUSTOM_INLINE else { return nil }
            current = parent
        }
        guard var leaf = current.previous else { return nil }
        while let child = leaf.lastChild { leaf = child }
        return Neighbor.last(of: leaf) == nil ? leaf.previousLeaf : leaf
    }
}
