import CCmark

/// Alerts (`> [!NOTE]`) and the boxes of task lists (`- [ ]`): both begin a paragraph with a word in brackets.
enum BracketMarkers {
    static func recognise(in document: Document) {
        for node in document.root.descendants(.paragraph) {
            guard let parent = node.parent, node.previous == nil, let first = node.firstChild, first.kind == .text,
                first.withLiteral({ $0.first == UInt8(ascii: "[") }), isLiteralBracket(node)
            else { continue }
            switch cmark_node_get_type(parent.raw) {
            case CMARK_NODE_BLOCK_QUOTE: readAlert(node, in: parent)
            case CMARK_NODE_ITEM: readTask(node)
            default: break
            }
        }
    }

    /// Whether the paragraph begins with the bracket itself and not with an escaped one.
    private static func isLiteralBracket(_ paragraph: Node) -> Bool {
        let source = paragraph.document.source
        return BlockLines(document: paragraph.document).contents(of: paragraph.raw).contains {
            $0.lowerBound < $0.upperBound && source[$0.lowerBound] == UInt8(ascii: "[")
        }
    }

    /// `[!NOTE]` alone on the first line of a quote, in any case, as GitHub reads it.
    private static func readAlert(_ paragraph: Node, in quote: Node) {
        var text = ""
        var nodes: [Node] = []
        var current = paragraph.firstChild
        while let node = current, node.kind == .text {
            text += node.literal
            nodes.append(node)
            current = node.next
            if text.utf8.count > 16 { return }
        }
        guard current == nil || current?.kind == .softBreak,
            let kind = AlertKind.allCases.first(where: { text.uppercased() == "[!\($0.marker)]" })
        else { return }
        if let current { nodes.append(current) }
        nodes.forEach { $0.remove() }
        if paragraph.firstChild == nil { paragraph.remove() }
        Role.alert(kind).set(on: quote.raw)
    }

    /// `[ ]` or `[x]`, then white space, then something (GFM 0.29, section 5.3).
    private static func readTask(_ paragraph: Node) {
        var text: [UInt8] = []
        var nodes: [Node] = []
        var current = paragraph.firstChild
        while let node = current, node.kind == .text, text.count < 4 {
            node.withLiteral { text += $0 }
            nodes.append(node)
            current = node.next
        }
        guard text.count >= 4, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"), text[3] == 0x20,
            text[1] == 0x20 || text[1] | 0x20 == UInt8(ascii: "x"), text.count > 4 || current != nil,
            let first = nodes.first
        else { return }
        let isChecked = text[1] != 0x20
        let marker = first.document.makeCustomInline(onEnter: Array((isChecked ? "[x]" : "[ ]").utf8))
        Role.taskMarker(isChecked: isChecked).set(on: marker.raw)
        first.insertBefore(marker)
        first.setLiteral(text[3...])
        nodes.dropFirst().forEach { $0.remove() }
    }
}
