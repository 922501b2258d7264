/// Alerts (`> [!NOTE]`) and the boxes of task lists (`- [ ]`): both begin a paragraph with a word in brackets.
enum BracketMarkers {
    static func recognise(in document: Document) {
        var current = document.rawRoot.firstChild
        while let block = current {
            // A marker's paragraph may leave the tree.
            current = block.followingBlock
            guard block.type == .paragraph, block.previous == nil, let parent = block.parent,
                let first = block.firstChild, first.type == .text,
                first.literalBytes?.pointee == UInt8(ascii: "[")
            else { continue }
            let isQuote = parent.type == .blockQuote
            guard isQuote || parent.type == .item && parent.userData == 0, isLiteralBracket(block, in: document) else {
                continue
            }
            if isQuote { readAlert(block, in: parent, of: document) } else { readTask(Node(block, document)) }
        }
    }

    /// Whether the paragraph begins with the bracket itself and not with an escaped one.
    private static func isLiteralBracket(_ paragraph: RawNode, in document: Document) -> Bool {
        let start = document.lines[paragraph.startLine].lowerBound
        let first = start + paragraph.startColumn - 1
        let mayDefine = document.survey.hasDefinitions
        if !mayDefine, document.source.indices.contains(first), document.source[first] == UInt8(ascii: "[") {
            return true
        }
        // Definitions, of one line or several, may stand before the text.
        var followsDefinition = false
        for line in BlockLines(document: document).contents(of: paragraph) {
            let text = document.source[line]
            switch text.first {
            case UInt8(ascii: "["):
                guard mayDefine, isDefinition(text) else { return true }
                followsDefinition = true
            // The bracket itself, escaped or as a reference.
            case UInt8(ascii: "\\"), UInt8(ascii: "&"): return false
            default: if !followsDefinition { return false }
            }
        }
        return false
    }

    /// Whether a line that begins with a bracket has a colon behind the other one, as no marker has.
    private static func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
        guard let close = line.firstIndex(of: UInt8(ascii: "]")), close + 1 < line.endIndex else { return false }
        return line[close + 1] == UInt8(ascii: ":")
    }

    /// The longest marker of an alert is `[!IMPORTANT]`.
    private static let longestMarker = 12

    /// `[!NOTE]` alone on the first line of a quote, in any case, as GitHub reads it.
    private static func readAlert(_ paragraph: RawNode, in quote: RawNode, of document: Document) {
        guard paragraph.firstChild?.literalBytes?.pointee == UInt8(ascii: "[") else { return }
        var text: [UInt8] = []
        text.reserveCapacity(longestMarker)
        var current = paragraph.firstChild
        while let node = current, node.type == .text {
            if let bytes = node.literalBytes {
                let count = bytes.count
                if text.count + count > longestMarker { return }
                text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
            }
            current = node.next
        }
        guard current == nil || current?.type == .softBreak,
            let kind = AlertKind.allCases.first(where: { $0.isMarked(by: text) })
        else { return }
        while let node = paragraph.firstChild {
            document.remove(node)
            if node == current { break }
        }
        if paragraph.firstChild == nil { document.remove(paragraph) }
        document.mark(quote, as: .alert(kind))
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
        let marker = first.document.makeCustomInline(onEnter: isChecked ? "[x]" : "[ ]")
        first.document.mark(marker.raw, as: .taskMarker(isChecked: isChecked))
        first.insertBefore(marker)
        first.setLiteral(text[3...])
        nodes.dropFirst().forEach { $0.remove() }
    }
}

extension AlertKind {
    /// Whether a text is `[!NOTE]`, or the like, in capitals or not.
    fileprivate func isMarked(by text: [UInt8]) -> Bool {
        var marker = marker
        return marker.withUTF8 { marker in
            guard text.count == marker.count + 3, text[0] == UInt8(ascii: "["), text[1] == UInt8(ascii: "!"),
                text.last == UInt8(ascii: "]")
            else { return false }
            // The marker's letters are capitals: a small one differs in this bit.
            for index in marker.indices where marker[index] != text[index + 2] & ~0x20 { return false }
            return true
        }
    }
}
