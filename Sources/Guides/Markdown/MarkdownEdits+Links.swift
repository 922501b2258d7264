import CommonMark
import Sources
import Values

/// Values in addresses and titles of links and images, comments, and the attributes of headings.
extension MarkdownEdits {
    mutating func addAddress(_ node: Node) {
        let marks = node.withURL { self.marks(in: $0) }
        let title = Array(node.title.utf8)
        let titleMarks = title.withUnsafeBufferPointer { self.marks(in: $0) }
        if let first = marks.first, node.kind == .link, case .autolink? = autolinkTail(of: node, first.number) {
            addAutolink(node)
            return
        }
        for mark in marks {
            place(mark.number)
            guard let index = edition.marks.marks[mark.number].index else { continue }
            let isWhole = mark.range.lowerBound == 0 && texts.declarations[index].type == .url
            add(range(ofMark: mark.number), .address(index, isWhole: isWhole))
        }
        for mark in titleMarks {
            place(mark.number)
            if let index = edition.marks.marks[mark.number].index {
                add(range(ofMark: mark.number), .title(index, isLast: mark.range.upperBound == title.count))
            }
        }
    }

    /// A link whose words hold the same mark as its address is one between angle brackets.
    private func autolinkTail(of node: Node, _ mark: Int) -> LinkTail.Form? {
        guard let text = node.firstChild, text.kind == .text, text.isOnlyChild,
            text.withLiteral({ marks(in: $0).contains { $0.number == mark } })
        else { return nil }
        return node.linkTail
    }

    /// `<https://example.org/{{limit}}>`, and the same without brackets: words and address are not the same any more, so it becomes a link with both.
    private mutating func addAutolink(_ node: Node) {
        guard let range = node.sourceRange, let words = node.firstChild else { return }
        let inner = node.isBareAddress ? range : (range.lowerBound + 1)..<(range.upperBound - 1)
        let found = words.withLiteral { self.marks(in: $0) }
        add(range, .markdown([UInt8(ascii: "[")]))
        // Readers of GFM know that it is an address, and of what sort.
        let isHost = node.isBareAddress && byte(at: inner.lowerBound) | 0x20 == UInt8(ascii: "w")
        for isAddress in [false, true] {
            if isAddress, isHost { add(range.upperBound..<range.upperBound, .markdown(Array("http://".utf8))) }
            var start = inner.lowerBound
            for mark in found {
                place(mark.number)
                let place = self.range(ofMark: mark.number)
                addPlain(source[start..<place.lowerBound], at: range.upperBound, isAddress: isAddress)
                start = place.upperBound
                guard let index = edition.marks.marks[mark.number].index else { continue }
                let piece: MarkdownPiece =
                    isAddress ? .address(index, isWhole: false) : .prose(index, isInImage: false)
                add(range.upperBound..<range.upperBound, piece)
            }
            addPlain(source[start..<inner.upperBound], at: range.upperBound, isAddress: isAddress)
            add(range.upperBound..<range.upperBound, .markdown(Array((isAddress ? ")" : "](").utf8)))
        }
    }

    private mutating func addPlain(_ bytes: ArraySlice<UInt8>, at offset: Int, isAddress: Bool) {
        guard !bytes.isEmpty else { return }
        // Between angle brackets no escape counts but an entity's, which is one in an address as well.
        add(offset..<offset, isAddress ? .markdown(MarkdownEscapes.address(Array(bytes))) : .text(Array(bytes)))
    }

    /// Where the links that lead somewhere else on every page say so.
    var linkPlaces: [LinkPlace?] {
        edition.links.map { link in
            switch link.target {
            case .guide, .anchor, .file, .shared:
                guard let tail = link.node.linkTail, let range = link.node.sourceRange else { return nil }
                return LinkPlace(tail: tail, range: range)
            case .external, .value, .invalid: return nil
            }
        }
    }

    // MARK: Comments

    /// Comments go. An empty one stays, for nobody writes it but to part what stands around it, and takes the place of one
    /// without which that would be read as something else.
    mutating func addComments() {
        if edition.comments.isEmpty { return }
        let unseen = MarkedBlocks(edition.comments + edition.variants.flatMap { [$0.start, $0.end] })
        for comment in edition.comments { addComment(comment, unseen) }
    }

    private mutating func addComment(_ node: Node, _ unseen: MarkedBlocks) {
        guard node.commentText?.isEmpty == false else { return }
        let empty = Array("<!-- -->".utf8)
        if node.kind == .htmlInline {
            guard let range = node.sourceRange else { return }
            let parts = Self.meets(byte(before: range.lowerBound), byte(at: range.upperBound))
            var start = range.lowerBound
            // Two spaces at the end of a line would break it.
            if !parts, byte(at: range.upperBound) == 0x0A || byte(at: range.upperBound) == 0x0D {
                while byte(before: start) == 0x20 || byte(before: start) == 0x09 { start -= 1 }
            }
            add(start..<range.upperBound, .markdown(parts ? empty : []), as: .comment)
        } else {
            add(lines(of: node), .markdown(parts(node, unseen) ? empty : []), as: .comment)
        }
    }

    /// Whether two bytes could be markup, or the end of an address, once nothing stands between them.
    private static func meets(_ before: UInt8, _ after: UInt8) -> Bool {
        before.isMarkup || after.isMarkup
            || before.isASCIIDigit && (after == UInt8(ascii: ".") || after == UInt8(ascii: ")"))
    }

    /// Whether a blank line in the place of a comment would make one list of two, a list loose, or an item end.
    ///
    /// - Parameter unseen: comments and the markers of variants, which will not be there.
    private func parts(_ comment: Node, _ unseen: MarkedBlocks) -> Bool {
        let before = unseen.block(before: comment)
        let after = unseen.block(behind: comment)
        if joins(before, after) { return true }
        if separator(between: before, and: after, hasBlankLine: true) == .comment { return true }
        var parent = comment.parent
        while let node = parent, node.kind != .document {
            if node.kind == .list, node.isTight { return true }
            parent = node.parent
        }
        return comment.parent?.kind == .item && comment.previous == nil && comment.next != nil
    }

    /// From where a block's text begins on its first line to the end of its last.
    func lines(of node: Node) -> Range<Int> {
        let first = edition.document.line(node.startLine)
        let start = node.sourceRange?.lowerBound ?? first.lowerBound
        return start..<max(start, edition.document.line(max(node.startLine, node.endLine)).upperBound)
    }

    // MARK: Headings

    /// `{#id .recommended}` is for us alone.
    mutating func addAttributes(of heading: Node) {
        guard let range = heading.attributeRange(in: source) else { return }
        add(range, .markdown([]), as: .attributes)
    }
}

extension Node {
    /// The text of a heading in its file: behind the signs of its first line, to the end of its last.
    package func headingRange(in source: [UInt8]) -> Range<Int>? {
        let lines = contentLines
        guard let first = lines.first, var end = lines.last?.upperBound else { return nil }
        let start = first.lowerBound
        func trim() { while end > start, source[end - 1] == 0x20 || source[end - 1] == 0x09 { end -= 1 } }
        trim()
        // `# Title ##`: signs at the end are none of the text, behind a space (CommonMark 0.30, section 4.2).
        if start > 0, lines.count == 1, isATX(in: source) {
            var open = end
            while open > start, source[open - 1] == UInt8(ascii: "#") { open -= 1 }
            if open < end, open == start || source[open - 1] == 0x20 || source[open - 1] == 0x09 {
                end = open
                trim()
            }
        }
        return start..<end
    }

    /// Whether a heading's first line begins with signs rather than its last being one of dashes.
    package func isATX(in source: [UInt8]) -> Bool {
        guard let start = sourceStart, start < source.count else { return false }
        return startLine == endLine && source[start] == UInt8(ascii: "#")
    }

    private var sourceStart: Int? {
        guard startLine >= 1 else { return nil }
        let line = document.line(startLine)
        return min(line.upperBound, line.lowerBound + max(0, startColumn - 1))
    }

    /// The attributes of a heading in braces, with the space before them; nil where it has none.
    package func attributeRange(in source: [UInt8]) -> Range<Int>? {
        guard let range = headingRange(in: source), range.upperBound > range.lowerBound,
            source[range.upperBound - 1] == UInt8(ascii: "}"),
            var open = source[range].lastIndex(of: UInt8(ascii: "{"))
        else { return nil }
        while open > range.lowerBound, source[open - 1] == 0x20 || source[open - 1] == 0x09 { open -= 1 }
        return open..<range.upperBound
    }
}

extension UInt8 {
    /// Whether the byte may be part of an inline's markup.
    fileprivate var isMarkup: Bool {
        switch self {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "&"),
            UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            true
        default: false
        }
    }
}
