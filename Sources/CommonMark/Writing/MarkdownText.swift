import CCmark

/// How a text is written so that a CommonMark reader and a GFM reader both see that text, with no escape too many.
struct MarkdownText {
    /// A piece of the text.
    enum Part {
        /// Left to libcmark, which knows what may begin a line.
        case plain([UInt8])
        /// Written as it is, escapes included.
        case literal([UInt8])
    }

    /// The pieces; nil where libcmark's own way is right.
    let parts: [Part]?

    /// - Parameters:
    ///   - text: the text of the node.
    ///   - node: where it stands: what is before and behind it decides what an escape is needed for.
    init(_ text: UnsafeBufferPointer<UInt8>, at node: Node) {
        guard text.contains(where: { isCandidate[Int($0)] }) else {
            parts = nil
            return
        }
        let surroundings = Surroundings(of: node)
        // What may begin a line is libcmark's business, up to the first space.
        var start = 0
        if surroundings.beginsLine, text[0] != UInt8(ascii: "~") {
            start = text.firstIndex { $0 == 0x20 } ?? text.count
            if surroundings.isHeading || text[..<start].contains(where: { isCandidate[Int($0)] && $0 != UInt8(ascii: "!") }) == false {
                // Nothing at the start needs libcmark's care beyond its own rules for digits, dashes and signs.
                start = text.first.map { $0.isASCIIPunctuation || (0x30...0x39).contains($0) } == true ? start : 0
            }
        }
        var written: [UInt8] = []
        written.reserveCapacity(text.count + 8)
        var changes = false
        for index in start..<text.count {
            let byte = text[index]
            let next = index + 1 < text.count ? text[index + 1] : surroundings.next
            let previous = index > 0 ? text[index - 1] : surroundings.previous
            var needsEscape: Bool
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "`"):
                needsEscape = true
            case UInt8(ascii: "!"):
                needsEscape = index + 1 == text.count && surroundings.nextIsLink
            case UInt8(ascii: "_"):
                // Between letters or digits an underscore is never emphasis.
                needsEscape = !(previous.isWord && next.isWord)
            case UInt8(ascii: "#"):
                needsEscape = surroundings.isHeading || (index == 0 && surroundings.beginsLine)
            case UInt8(ascii: ">"):
                needsEscape = index == 0 && surroundings.beginsLine
            case UInt8(ascii: "<"):
                needsEscape = !(next == 0x20 || (0x30...0x39).contains(next))
            case UInt8(ascii: "&"):
                needsEscape = next.isWord || next == UInt8(ascii: "#")
                if needsEscape, index + 1 < text.count { needsEscape = text[(index + 1)...].mayEndEntity }
            case UInt8(ascii: "~"):
                needsEscape = true
            case UInt8(ascii: "|"):
                needsEscape = surroundings.isInTable
            case UInt8(ascii: ":"):
                // GFM links bare addresses (section 6.9): `https://` and the like.
                needsEscape = previous.isWord && next == UInt8(ascii: "/")
            case UInt8(ascii: "@"):
                needsEscape = previous.isWord && next.isWord
            case UInt8(ascii: "."):
                needsEscape = previous == UInt8(ascii: "w") && index >= 3 && text[index - 3..<index].allSatisfy { $0 == UInt8(ascii: "w") }
                    && next.isWord
            default:
                needsEscape = false
            }
            if needsEscape { written.append(UInt8(ascii: "\\")) }
            if needsEscape != libcmarkEscapes(byte, next: next) { changes = true }
            written.append(byte)
        }
        guard changes else {
            parts = nil
            return
        }
        parts = start > 0 ? [.plain(Array(text[..<start])), .literal(written)] : [.literal(written)]
    }

    /// What stands around a text.
    private struct Surroundings {
        let beginsLine: Bool
        let isHeading: Bool
        let isInTable: Bool
        let previous: UInt8
        let next: UInt8
        let nextIsLink: Bool

        init(of node: Node) {
            let before = node.previous
            let isFirst = before == nil || before?.kind == .softBreak || before?.kind == .lineBreak
            let parent = node.parent?.kind
            isInTable = node.isInTable
            isHeading = parent == .heading
            beginsLine = isFirst && (parent == .paragraph || parent == .heading)
            previous = Self.edge(before, last: true)
            next = Self.edge(node.next, last: false)
            nextIsLink = node.next?.kind == .link || node.next == nil && parent != .paragraph
        }

        /// The byte of a neighbour that touches the text; white space where there is none, 0 where it is unknown.
        private static func edge(_ node: Node?, last: Bool) -> UInt8 {
            guard let node else { return 0x20 }
            switch node.kind {
            case .text: return node.withLiteral { (last ? $0.last : $0.first) ?? 0 }
            case .softBreak, .lineBreak: return 0x20
            default: return 0
            }
        }
    }
}

/// Bytes that libcmark escapes without need, or fails to escape.
private let isCandidate: [Bool] = (0...255).map { "!_#><&~|:@.".utf8.contains(UInt8($0)) }

/// What libcmark 0.30.2 escapes in the middle of a line.
private func libcmarkEscapes(_ byte: UInt8, next: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "*", "_", "[", "]", "#", "<", ">", "\\", "`", "!": true
    case "&": (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A
    default: false
    }
}

extension UInt8 {
    /// A letter or digit of ASCII, or part of any other character.
    fileprivate var isWord: Bool {
        (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || (0x30...0x39).contains(self) || self >= 0x80
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether a name or a number and a semicolon follow; where the text ends first, they may.
    fileprivate var mayEndEntity: Bool {
        for byte in self {
            if byte == UInt8(ascii: ";") { return true }
            if !(byte.isWord && byte < 0x80 || byte == UInt8(ascii: "#")) { return false }
        }
        return true
    }
}
