import CCmark

extension MarkdownPreparation {
    /// A break that no line is before or behind, or that stands where there is one line only.
    mutating func prepareBreak(_ node: RawNode) -> RawNode {
        if node.parent?.type == CMARK_NODE_PARAGRAPH, let previous = node.previous, let next = node.next,
            previous.printsByItself, next.printsByItself
        {
            return node
        }
        if node.isInTable || node.isInHeading { return replaceLeaf(node, by: [0x20]) }
        let isSoft = node.type == CMARK_NODE_SOFTBREAK
        switch (Neighbor(before: node), Neighbor(after: node)) {
        case (.blockEdge, _), (_, .blockEdge), (.opening, _), (_, .closing): break
        case (.lineEdge, _) where isSoft, (_, .lineEdge) where isSoft: break
        default: return node
        }
        // The delimiters beside it would be none beside a space.
        return replaceLeaf(node, by: [])
    }

    // MARK: Emphasis

    mutating func prepareEmphasis(_ node: RawNode) -> RawNode {
        guard node.printsContent else { return replaceParent(node, enter: [], exit: [], role: nil) }
        guard node.chosenDelimiter == UInt8(ascii: "_") else { return node }
        let isStrong = node.type == CMARK_NODE_STRONG
        let mark = Array((isStrong ? "__" : "_").utf8)
        return replaceParent(node, enter: mark, exit: mark, role: isStrong ? .delimitedStrong : .delimitedEmphasis)
    }

    mutating func prepareCustom(_ node: RawNode) {
        guard let role = Role(node) else { return }
        switch role {
        case .tableRow:
            if node.previous == nil {
                print(node, enter: [UInt8(ascii: "|")], exit: Self.delimiterRow(below: node))
            } else {
                print(node, enter: "|", exit: "")
            }
        case .strikethrough: prepareStrikethrough(node)
        default: if role.isTableCell { print(node, enter: " ", exit: " |") }
        }
    }

    /// Two that touch are read as one only if the delimiters between them are left out.
    private mutating func prepareStrikethrough(_ node: RawNode) {
        guard node.printsContent else { return print(node, enter: "", exit: "") }
        guard case .closing(let other) = Neighbor(before: node), Role(other) == .strikethrough,
            let enter = other.enterBytes
        else { return }
        print(other, enter: Array(UnsafeBufferPointer(start: enter, count: enter.count)), exit: [])
        print(node, enter: "", exit: "~~")
    }

    /// Behind the header stands the row that makes it one.
    private static func delimiterRow(below header: RawNode) -> [UInt8] {
        var text = Array("\n|".utf8)
        var cell = header.firstChild
        while let node = cell {
            switch Role(node).flatMap({ TableAlignment(rawValue: $0.number) }) ?? .none {
            case .none: text += " --- |".utf8
            case .left: text += " :-- |".utf8
            case .center: text += " :-: |".utf8
            case .right: text += " --: |".utf8
            }
            cell = node.next
        }
        return text
    }

    // MARK: Code

    /// A code span that libcmark would not write as it is meant.
    mutating func prepareCode(_ node: RawNode) -> RawNode {
        guard let bytes = node.literalBytes else { return replaceLeaf(node, by: Array("` `".utf8)) }
        let count = bytes.count
        let literal = UnsafeBufferPointer(start: bytes, count: count)
        var isPlain = bytes[0] != 0x20 && bytes[count - 1] != 0x20
        for byte in literal where byte == UInt8(ascii: "`") || byte == 0x0A || byte == UInt8(ascii: "|") {
            isPlain = false
        }
        return isPlain ? node : replaceLeaf(node, by: CodeText.written(literal, isInTable: node.isInTable))
    }

    /// A pipe ends a cell, in HTML too.
    mutating func prepareHTML(_ node: RawNode) -> RawNode {
        guard node.isInTable, let bytes = node.literalBytes else { return node }
        let literal = UnsafeBufferPointer(start: bytes, count: bytes.count)
        return replaceLeaf(node, by: literal.flatMap { $0 == UInt8(ascii: "|") ? [UInt8(ascii: "\\"), $0] : [$0] })
    }

    // MARK: Links

    /// A link whose text is its address is written between angle brackets; nil for any other.
    mutating func prepareAutolink(_ node: RawNode) -> RawNode? {
        guard let url = node.urlBytes, node.titleBytes == nil, let text = node.onlyText,
            let written = LinkText.autolink(to: url, text: text, isInTable: node.isInTable)
        else { return nil }
        return replaceLeaf(node, by: written)
    }

    /// A link or an image with an address or a title that libcmark would not write as it is meant.
    mutating func prepareLink(_ node: RawNode) -> RawNode {
        if LinkText.isPlain(node.urlBytes, title: node.titleBytes), !node.namesItsAddress { return node }
        let tail = LinkText.tail(node.urlBytes, title: node.titleBytes, isInTable: node.isInTable)
        let isImage = node.type == CMARK_NODE_IMAGE
        return replaceParent(
            node, enter: Array((isImage ? "![" : "[").utf8), exit: tail, role: isImage ? .image : .link)
    }
}

extension RawNode {
    /// Whether the node prints something, whatever is around it, so that a break beside it is one.
    fileprivate var printsByItself: Bool {
        switch type {
        case CMARK_NODE_TEXT: literalBytes != nil
        case CMARK_NODE_CODE, CMARK_NODE_LINK, CMARK_NODE_IMAGE: true
        default: enterBytes != nil
        }
    }

    /// Whether libcmark would write an autolink, though the address cannot stand in one.
    fileprivate var namesItsAddress: Bool {
        guard type == CMARK_NODE_LINK, let url = cmark_node_get_url(self),
            let text = firstChild.flatMap(cmark_node_get_literal)
        else { return false }
        return strcmp(url, text) == 0 || strncmp(url, "mailto:", 7) == 0
    }

    /// The text of a link that holds nothing else.
    fileprivate var onlyText: UnsafePointer<UInt8>? {
        guard let child = firstChild, child.next == nil else { return nil }
        if child.type == CMARK_NODE_TEXT { return child.literalBytes }
        guard child.type == CMARK_NODE_CUSTOM_INLINE, child.enterBytes == nil else { return nil }
        return child.onlyText
    }
}
