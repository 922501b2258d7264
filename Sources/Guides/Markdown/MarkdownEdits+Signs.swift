import CommonMark
import Sources

/// The author's own signs around a value, which together with it must not become markup that they are not.
extension MarkdownEdits {
    /// An author's bracket right before a value, or with a few signs between, could become a box, an alert's marker, a
    /// footnote or a link with it.
    mutating func addBracket(before offset: Int) {
        var index = offset - 1
        while index >= 0, byte(at: index) == UInt8(ascii: "!") || byte(at: index) == UInt8(ascii: "^") { index -= 1 }
        guard index >= 0, byte(at: index) == UInt8(ascii: "["), !isEscaped(index) else { return }
        escape(index)
    }

    /// An author's `<` before a value could begin a tag with it, a `(` behind a bracket the address of a link, and `[^` the
    /// name of a note.
    mutating func addOpeners(of node: Node, before marks: [(number: Int, range: Range<Int>)]) {
        guard let last = marks.last else { return }
        let openers = node.withLiteral { literal in
            (0..<last.range.lowerBound).filter {
                literal[$0] == UInt8(ascii: "<")
                    || literal[$0] == UInt8(ascii: "(") && $0 > 0 && literal[$0 - 1] == UInt8(ascii: "]")
                    || literal[$0] == UInt8(ascii: "[") && literal[$0 + 1] == UInt8(ascii: "^")
            }
        }
        guard !openers.isEmpty, let offsets = node.sourceOffsets else { return }
        for opener in openers where byte(at: offsets[opener]) == node.withLiteral({ $0[opener] }) {
            escape(offsets[opener])
        }
    }

    /// `**{{name}}**`, with nothing else that could be a delimiter beside it: the delimiters are what the value touches.
    mutating func addEmphasis(ofOnly node: Node, _ range: Range<Int>) -> Bool {
        guard node.isOnlyChild, let emphasis = node.parent, emphasis.isEmphasis else { return false }
        let width = emphasis.kind == .emphasis ? 1 : 2
        let delimiter = byte(before: range.lowerBound)
        let opening = (range.lowerBound - width)..<range.lowerBound
        let closing = range.upperBound..<(range.upperBound + width)
        guard delimiter.isEmphasisDelimiter, !byte(before: opening.lowerBound).isEmphasisDelimiter,
            !byte(at: closing.upperBound).isEmphasisDelimiter,
            opening.allSatisfy({ byte(at: $0) == delimiter }), closing.allSatisfy({ byte(at: $0) == delimiter })
        else { return false }
        add(emphasis, opening, closing)
        return true
    }

    private mutating func add(_ emphasis: Node, _ opening: Range<Int>, _ closing: Range<Int>) {
        delimiters.append(opening)
        delimiters.append(closing)
        guard emphases.insert(emphasis).inserted else { return }
        add(opening, .openEmphasis(delimiter: byte(at: opening.lowerBound), width: opening.count))
        add(closing, .closeEmphasis)
        escapeSigns(in: emphasis)
    }

    /// Signs in an emphasis that were none, for it lay across them, could be some beside an element.
    private mutating func escapeSigns(in emphasis: Node) {
        for text in emphasis.descendants where text.kind == .text {
            let signs = text.withLiteral { literal in
                literal.indices.filter {
                    literal[$0].isEmphasisDelimiter
                        && !($0 > 0 && literal[$0 - 1].isWordPart && $0 + 1 < literal.count
                            && literal[$0 + 1].isWordPart)
                }
            }
            guard !signs.isEmpty, let offsets = text.sourceOffsets else { continue }
            for offset in signs.map({ offsets[$0] }) where byte(at: offset).isEmphasisDelimiter && !isEscaped(offset) {
                escape(offset)
            }
        }
    }

    /// The delimiters that a value touches: those of emphasis may have to be HTML, others are escaped.
    mutating func addEmphasis(around node: Node, _ range: Range<Int>, isFirst: Bool, isLast: Bool) {
        var touched: [Node] = []
        if isFirst { node.emphasisBefore.map { touched.append($0) } }
        if isLast { node.emphasisAfter.map { touched.append($0) } }
        // What was found before was found with all that it shares its delimiters with.
        for emphasis in touched.filter({ !emphases.contains($0) }).flatMap(\.sharingDelimiters) {
            guard let whole = emphasis.sourceRange else { continue }
            let width = emphasis.kind == .emphasis ? 1 : 2
            guard whole.count >= 2 * width else { continue }
            add(
                emphasis, whole.lowerBound..<(whole.lowerBound + width),
                (whole.upperBound - width)..<whole.upperBound)
        }
        let (before, after) = (byte(before: range.lowerBound), byte(at: range.upperBound))
        var index = range.lowerBound - 1
        while before.isEmphasisDelimiter, byte(at: index) == before, !isEscaped(index) {
            touchedSigns.insert(index)
            index -= 1
        }
        index = range.upperBound
        while after.isEmphasisDelimiter, byte(at: index) == after {
            touchedSigns.insert(index)
            index += 1
        }
    }

    /// Puts a backslash before a byte of the author's, once.
    mutating func escape(_ offset: Int) {
        guard escaped.insert(offset).inserted else { return }
        add(offset..<offset, .markdown([UInt8(ascii: "\\")]))
    }
}

extension UInt8 {
    /// Whether runs of the byte open and close emphasis or strikethrough.
    var isEmphasisDelimiter: Bool {
        self == UInt8(ascii: "*") || self == UInt8(ascii: "_") || self == UInt8(ascii: "~")
    }
}

extension Node {
    /// Whether an inline stands in a link or in an image.
    var surroundings: (isInLink: Bool, isInImage: Bool) {
        var (isInLink, isInImage) = (false, false)
        var current = parent
        while let node = current, !node.kind.isBlock {
            if node.kind == .link { isInLink = true }
            if node.kind == .image { isInImage = true }
            current = node.parent
        }
        return (isInLink, isInImage)
    }

    fileprivate var isEmphasis: Bool { kind == .emphasis || kind == .strong || kind == .strikethrough }

    /// Whether it is a text of signs that could have been delimiters, and were none.
    private var isDelimiterText: Bool { kind == .text && withLiteral { $0.allSatisfy(\.isEmphasisDelimiter) } }

    /// The emphasis whose delimiter stands right before this inline.
    fileprivate var emphasisBefore: Node? {
        var current = previous
        while let node = current, node.isDelimiterText { current = node.previous }
        if let current { return current.isEmphasis ? current : nil }
        return parent.flatMap { $0.isEmphasis ? $0 : nil }
    }

    /// The emphasis whose delimiter stands right behind this inline.
    fileprivate var emphasisAfter: Node? {
        var current = next
        while let node = current, node.isDelimiterText { current = node.next }
        if let current { return current.isEmphasis ? current : nil }
        return parent.flatMap { $0.isEmphasis ? $0 : nil }
    }

    /// This emphasis, and those around and in it that one of its runs of delimiters belongs to as well.
    fileprivate var sharingDelimiters: [Node] {
        var all = [self]
        var known: Set<Node> = [self]
        var open = [self]
        while let node = open.popLast() {
            let isFirst = node.previous == nil
            let isLast = node.next == nil
            let near = [
                isFirst || isLast ? node.parent : nil, node.firstChild, node.lastChild, node.previous, node.next,
            ]
            for neighbor in near.compactMap(\.self) where neighbor.isEmphasis && known.insert(neighbor).inserted {
                all.append(neighbor)
                open.append(neighbor)
            }
        }
        return all
    }
}
