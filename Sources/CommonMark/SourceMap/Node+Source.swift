import CCmark

extension Node {
    /// The first line of a block in the source, from 1; 0 for a node that was made by hand.
    public var startLine: Int { Int(cmark_node_get_start_line(raw)) }

    /// The last line of a block in the source.
    public var endLine: Int { Int(cmark_node_get_end_line(raw)) }

    /// The bytes of the source that a node was made from; nil where it was made by hand.
    ///
    /// Blocks are given as the content of their lines, from the first to the last; inlines to the byte, with
    /// their delimiters. It is meant for messages: the first call for a block reads its lines again.
    public var sourceRange: Range<Int>? {
        guard !document.source.isEmpty else { return nil }
        if kind.isBlock { return blockRange }
        var block = parent
        while let candidate = block, !candidate.kind.holdsInlines, candidate.kind != .tableCell {
            block = candidate.parent
        }
        guard let block else { return nil }
        return alignment(of: block)?.ranges[raw]
    }

    /// The offsets of a text's bytes that the source wrote with a backslash or as an entity.
    var escapedOffsets: Set<Int> {
        guard let range = sourceRange else { return [] }
        let source = document.source
        let text = withLiteral { Array($0) }
        var offsets: Set<Int> = []
        var index = range.lowerBound
        var position = 0
        while index < range.upperBound, position < text.count {
            if source[index] == UInt8(ascii: "&"), let entity = Entity(in: source, at: index) {
                offsets.formUnion(position..<(position + entity.text.count))
                index = entity.end
                position += entity.text.count
                continue
            }
            if source[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound, source[index + 1] == text[position],
                source[index + 1].isASCIIPunctuation
            {
                offsets.insert(position)
                index += 1
            }
            index += 1
            position += 1
        }
        return offsets
    }

    private var blockRange: Range<Int>? {
        if kind.holdsInlines {
            let lines = BlockLines(document: document).contents(of: raw)
            guard let first = lines.first, let last = lines.last else { return nil }
            return first.lowerBound..<last.upperBound
        }
        guard startLine >= 1 else { return nil }
        let first = document.lines[startLine]
        let column = max(0, Int(cmark_node_get_start_column(raw)) - 1)
        let start = min(first.upperBound, first.lowerBound + column)
        return start..<max(start, document.lines[max(startLine, endLine)].upperBound)
    }

    private func alignment(of block: Node) -> InlineAlignment? {
        if let known = document.alignments[block.raw] { return known }
        let lines: [Range<Int>]
        if block.kind == .tableCell {
            guard let range = TableReader(document: document).sourceRange(ofCell: block) else { return nil }
            lines = [range]
        } else {
            lines = BlockLines(document: document).contents(of: block.raw)
        }
        let alignment = InlineAlignment(of: block, lines: lines)
        document.alignments[block.raw] = alignment
        return alignment
    }
}
