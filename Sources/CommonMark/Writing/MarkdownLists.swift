extension MarkdownWriter {
    mutating func writeList(_ list: RawNode, isTight isParentTight: Bool) {
        let isTight = list.isTight && !list.needsBlankLines
        let isBullet = list.isBulleted
        var number = list.listStart
        var item = list.firstChild
        while let node = item {
            // The first item follows what is around the list.
            lines.isTight = node.previous == nil ? isParentTight : isTight
            let index = places?.index(of: node)
            if let index { awaited = index }
            let width = isBullet ? writeBullet() : writeNumber(number, of: list)
            lines.indent(by: width)
            if node.hidesList { writeComment("<!-- list -->", isTight: isTight) }
            writeBlocks(of: node, isTight: isTight)
            lines.outdent(by: width)
            lines.endLine()
            if let index { endPlace(of: index) }
            number += 1
            item = node.next
        }
    }

    /// What stands between a list and what follows it.
    mutating func endList(_ list: RawNode, isTight: Bool) {
        var next = list.next
        while let node = next, node.isEmptyParagraph { next = node.next }
        guard let next, next.type == .list else { return }
        if list.isContinued(by: next) {
            lines.endLine()
            lines.isTight = isTight
            lines.put("<!-- end list -->")
        }
        // Two lists of different kinds need no comment between them.
        lines.endBlock()
    }

    private mutating func writeBullet() -> Int {
        lines.put("  - ")
        return 4
    }

    private mutating func writeNumber(_ number: Int, of list: RawNode) -> Int {
        lines.begin()
        let start = lines.bytes.count
        for byte in String(number).utf8 { lines.put(byte) }
        lines.put(list.hasParentheses ? UInt8(ascii: ")") : UInt8(ascii: "."))
        lines.put(0x20, count: number < 10 ? 2 : 1)
        return lines.bytes.count - start
    }

    private mutating func writeComment(_ comment: StaticString, isTight: Bool) {
        lines.isTight = isTight
        beginText()
        lines.put(comment)
        lines.endBlock()
    }
}

extension RawNode {
    /// Whether an item begins with a bullet list behind which more of it follows. Such a list is indented by two more,
    /// and behind the item's marker what follows the list would then stand too far to the left to belong to the item:
    /// there a comment comes first, like the one between two lists.
    fileprivate var hidesList: Bool {
        guard let inner = firstChild, inner.next != nil else { return false }
        return inner.type == .list && inner.isBulleted
    }

    /// Whether blocks of an item of a list would run into each other without a blank line between them.
    fileprivate var needsBlankLines: Bool {
        var item = firstChild
        while let current = item {
            if let inner = current.firstChild, current.hidesList, inner.continuesText(of: nil) { return true }
            var child = current.firstChild
            while let node = child, let next = node.next {
                if node.endsWithText, next.continuesText(of: node) { return true }
                child = next
            }
            item = current.next
        }
        return false
    }

    /// Whether a line of text directly below would belong to the last paragraph.
    private var endsWithText: Bool {
        switch type {
        case .paragraph, .htmlBlock: true
        case .blockQuote, .list, .item: lastChild?.endsWithText ?? false
        default: false
        }
    }

    /// Whether a block directly below a line of text, which may be a comment's, would be read as more of it.
    private func continuesText(of previous: RawNode?) -> Bool {
        switch type {
        case .paragraph:
            // A table may follow its paragraph directly (GFM 0.29, section 4.10).
            Role(self)?.isTable != true || previous?.type != .paragraph || previous.flatMap(Role.init) != nil
        case .heading: hasSeveralLines
        case .list:
            // Only a list that counts from 1, and whose first item is not empty, can begin there.
            isOrdered && listStart != 1
                || firstChild?.firstChild.map { $0.type == .paragraph && !$0.printsContent } ?? true
        default: false
        }
    }
}
