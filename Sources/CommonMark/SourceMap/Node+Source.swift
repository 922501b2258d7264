import Sources

extension Node {
    /// The first line of a block in the source, from 1; 0 for a node that was made by hand.
    public var startLine: Int { raw.startLine }

    /// The column of a block's first byte in its line, from 1; 0 for a node that was made by hand.
    public var startColumn: Int { raw.startColumn }

    /// The last line of a block in the source.
    public var endLine: Int {
        if kind == .heading { return BlockLines(document: document).lastLine(ofHeading: raw) }
        // A comment ends within its last line, of which libcmark 0.30.2 takes the one before for the end.
        guard kind == .htmlBlock, startLine >= 1 else { return raw.endLine }
        return withLiteral { literal in
            var (line, index) = (startLine, 0)
            while index < literal.count {
                let isReturn = literal[index] == 0x0D
                index += isReturn && index + 1 < literal.count && literal[index + 1] == 0x0A ? 2 : 1
                if index < literal.count, isReturn || literal[index - 1] == 0x0A { line += 1 }
            }
            return line
        }
    }

    /// The bytes of the source that a node was made from; nil where it was made by hand.
    ///
    /// Blocks are given as the content of their lines, from the first to the last; inlines to the byte, with
    /// their delimiters. It is meant for messages: the first call for a block reads its lines again.
    public var sourceRange: Range<Int>? {
        guard !document.source.isEmpty else { return nil }
        if kind.isBlock { return blockRange }
        return container.flatMap { alignment(of: $0)?.ranges[raw] }
    }

    /// Where each byte of a text begins in the source, and where the text ends there; nil for one made by hand. What
    /// was written with a backslash or as an entity begins with another byte than the text's.
    public var sourceOffsets: [Int]? {
        guard let range = sourceRange else { return nil }
        let source = document.source
        return withLiteral { text in
            var offsets: [Int] = []
            offsets.reserveCapacity(text.count + 1)
            var index = range.lowerBound
            while index < range.upperBound, offsets.count < text.count {
                let byte = text[offsets.count]
                if source[index] == UInt8(ascii: "&"), let entity = Entity(in: source, at: index) {
                    for _ in entity.text { offsets.append(index) }
                    index = entity.end
                } else {
                    offsets.append(index)
                    let isEscape =
                        source[index] == UInt8(ascii: "\\") && byte.isASCIIPunctuation
                        && index + 1 < range.upperBound && source[index + 1] == byte
                    index += isEscape ? 2 : 1
                }
            }
            offsets.append(index)
            return offsets.count == text.count + 1 ? offsets : nil
        }
    }

    /// How a link or an image says where it leads, with places in the source; nil where it was made by hand.
    package var linkTail: LinkTail.Form? { container.flatMap { alignment(of: $0)?.tails[raw] } }

    /// The cells of a table's rows that its header has no columns for, and so no page shows: from the first of a row to the
    /// last, with how many cells the row has, and how many columns the table.
    public var surplusCells: [(range: Range<Int>, count: Int, columns: Int)] {
        TableReader(document: document).surplusCells(of: self)
    }

    /// The content of each line of a paragraph, a heading or a code block, behind the markers of what holds it.
    package var contentLines: [Range<Int>] { BlockLines(document: document).contents(of: raw) }

    /// The paragraph, heading or table cell that an inline stands in; nil for a block, and for what stands nowhere.
    public var container: Node? {
        if kind.isBlock { return nil }
        var current = parent
        while let node = current, !node.kind.holdsInlines, node.kind != .tableCell { current = node.parent }
        return current
    }

    private var blockRange: Range<Int>? {
        if kind.holdsInlines {
            let lines = BlockLines(document: document).contents(of: raw)
            guard let first = lines.first, let last = lines.last else { return nil }
            return first.lowerBound..<last.upperBound
        }
        guard startLine >= 1 else { return nil }
        let first = document.lines[startLine]
        let column = max(0, raw.startColumn - 1)
        let start = min(first.upperBound, first.lowerBound + column)
        return start..<max(start, document.lines[max(startLine, endLine)].upperBound)
    }

    private func alignment(of block: Node) -> InlineAlignment? {
        if let known = document.alignments[block.raw] { return known }
        var lines: [Range<Int>]
        if block.kind == .tableCell {
            guard let range = TableReader(document: document).sourceRange(ofCell: block) else { return nil }
            lines = [range]
        } else {
            lines = BlockLines(document: document).contents(of: block.raw)
            // The marker of an alert is a line of its first paragraph, but no node.
            if block.startsAlert, let first = lines.first, document.source[first].starts(with: Array("[!".utf8)) {
                lines.removeFirst()
            }
        }
        let alignment = InlineAlignment(of: block, lines: lines)
        document.alignments[block.raw] = alignment
        return alignment
    }

    private var startsAlert: Bool {
        guard kind == .paragraph, previous == nil, case .alert? = parent?.kind else { return false }
        return true
    }
}
