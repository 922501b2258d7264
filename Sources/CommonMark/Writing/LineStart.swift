/// The start of a text, where a line may begin: what there could be read as a block gets an escape.
enum LineStart {
    /// The offset of the character to escape; nil where there is none.
    ///
    /// - Parameter digits: how many digits the line holds, where it holds nothing else so far.
    static func escape(
        _ text: UnsafePointer<UInt8>, _ node: RawNode, after before: Neighbor, digits: Int
    ) -> Int? {
        // The number of an item may come from several nodes.
        if digits > 0 { return markerEnd(text, node, after: digits) }
        switch before {
        case .blockEdge, .lineEdge: return offset(text, node)
        default: return nil
        }
    }

    /// What a line may begin with that is escaped where it means something there.
    static func isMarker(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"),
            UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "|"):
            true
        default: false
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
        default: return markerEnd(text, node, after: 0)
        }
    }

    /// Where the marker of a list's item ends, which is a number of up to nine digits and a sign.
    private static func markerEnd(_ text: UnsafePointer<UInt8>, _ node: RawNode, after digits: Int) -> Int? {
        var end = 0
        while text[end].isASCIIDigit, digits + end < 10 { end += 1 }
        guard (1...9).contains(digits + end), text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")") else {
            return nil
        }
        return endsMarker(text, end, node) ? end : nil
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
}
