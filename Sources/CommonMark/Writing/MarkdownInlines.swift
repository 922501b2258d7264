extension MarkdownWriter {
    mutating func writeInlines(of node: RawNode, isHeading: Bool = false) {
        begin(BlockContext(node: node, isHeading: isHeading))
        writeInlines(below: node)
    }

    mutating func begin(_ context: BlockContext) {
        block = context
        last = .blockEdge
        if !emphases.isEmpty { emphases.removeAll(keepingCapacity: true) }
        beginText()
    }

    mutating func writeInlines(below parent: RawNode) {
        var upcoming = parent.firstChild
        while var node = upcoming {
            if enter(node) {
                upcoming = node.firstChild
                if upcoming != nil { continue }
                leave(node)
            }
            upcoming = node.next
            while upcoming == nil, let outer = node.parent, outer != parent {
                leave(outer)
                node = outer
                upcoming = outer.next
            }
        }
    }

    /// Writes what stands before the children of an inline; false where they are written with it.
    private mutating func enter(_ node: RawNode) -> Bool {
        switch node.type {
        case .text: writeText(node)
        case .softBreak, .lineBreak: writeBreak(node)
        case .code: writeCode(node)
        case .htmlInline: writeHTML(node)
        case .link:
            if writeAutolink(node) { return false }
            openLink("[")
            return true
        case .image:
            openLink("![")
            return true
        case .emphasis, .strong:
            openEmphasis(node)
            return true
        default:
            enterCustom(node)
            return true
        }
        return false
    }

    /// Writes what stands behind the children.
    private mutating func leave(_ node: RawNode) {
        switch node.type {
        case .link, .image: closeLink(node)
        case .emphasis, .strong: closeEmphasis(node)
        default: leaveCustom(node)
        }
    }

    // MARK: Nodes of our own

    private mutating func enterCustom(_ node: RawNode) {
        switch Role(node)?.kind {
        case .strikethrough: openStrikethrough(node)
        case .value where places != nil:
            lines.begin()
            valueStart = lines.bytes.count
        default: writeCustom(node.enterBytes)
        }
    }

    private mutating func leaveCustom(_ node: RawNode) {
        switch Role(node)?.kind {
        case .strikethrough: closeEmphasis(node)
        case .value(let number): tell(.value(number), from: valueStart)
        default: writeCustom(node.exitBytes)
        }
    }

    private mutating func writeCustom(_ text: UnsafePointer<UInt8>?) {
        guard let text else { return }
        lines.putLines(UnsafeBufferPointer(ended: text))
        last = nil
    }

    // MARK: Breaks

    private mutating func writeBreak(_ node: RawNode) {
        if block.isHeading || block.isTable {
            // There is one line only.
            lines.put(0x20)
            last = nil
            return
        }
        let isSoft = node.type == .softBreak
        // Where no line is before or behind, the delimiters beside the break would be none beside a space.
        switch (last, Neighbor(after: node)) {
        case (.blockEdge, _), (_, .blockEdge), (.opening, _), (_, .closing): return
        case (.lineEdge, _) where isSoft, (_, .lineEdge) where isSoft: return
        default: break
        }
        if !isSoft { lines.put("  ") }
        lines.endLine()
        last = .lineEdge
    }

    // MARK: HTML

    /// A pipe ends a cell, in HTML too.
    private mutating func writeHTML(_ node: RawNode) {
        let literal = UnsafeBufferPointer(ended: node.literalBytes)
        guard !literal.isEmpty else { return }
        last = nil
        guard block.isTable else { return lines.putLines(literal) }
        for byte in literal {
            if byte == UInt8(ascii: "|") { lines.put(UInt8(ascii: "\\")) }
            lines.put(byte)
        }
    }
}
