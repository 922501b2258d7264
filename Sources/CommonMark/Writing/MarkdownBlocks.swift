import CCmark

extension MarkdownPreparation {
    /// An empty paragraph prints nothing, but would part an item from what follows in it.
    mutating func removeEmpty(_ paragraph: RawNode) -> RawNode? {
        let following = paragraph.followingSubtree
        guard let parent = paragraph.parent, !paragraph.partsLists else { return following }
        edits.append(.removed(paragraph, from: parent, before: paragraph.next))
        cmark_node_unlink(paragraph)
        return following
    }

    /// A heading over two lines is underlined, as it was when it was read.
    mutating func prepareHeading(_ heading: RawNode) -> RawNode {
        let level = cmark_node_get_heading_level(heading)
        guard level <= 2, heading.hasSeveralLines, let paragraph = RawNode.new(CMARK_NODE_PARAGRAPH),
            let underline = makeInline(enter: Array((level == 1 ? "\n===" : "\n---").utf8))
        else { return heading }
        moveChildren(of: heading, to: paragraph)
        let replacement = replace(heading, by: paragraph)
        cmark_node_append_child(paragraph, underline)
        edits.append(.inserted(underline))
        return replacement
    }

    /// Code is written between fences, without the space that libcmark puts behind them, wherever it stands.
    mutating func fence(_ code: RawNode) -> RawNode {
        let info = cmark_node_get_fence_info(code).map { Array(String(cString: $0).utf8) } ?? []
        let literal = code.literalBytes.map { Array(UnsafeBufferPointer(start: $0, count: $0.count)) } ?? []
        // The words behind a fence of backticks hold none.
        let mark = info.contains(UInt8(ascii: "`")) ? UInt8(ascii: "~") : UInt8(ascii: "`")
        let fence = [UInt8](repeating: mark, count: max(3, literal.longestRun(of: mark) + 1))
        var bytes = fence
        bytes += LinkText.escaped(info, quote: nil, isInTable: false)
        bytes.append(0x0A)
        bytes += literal
        if bytes.last != 0x0A { bytes.append(0x0A) }
        bytes += fence
        guard let paragraph = RawNode.new(CMARK_NODE_PARAGRAPH), let inline = makeInline(enter: bytes) else {
            return code
        }
        cmark_node_append_child(paragraph, inline)
        // Inside of lists and quotes libcmark begins each line with their markers.
        if code.parent?.type == CMARK_NODE_DOCUMENT { texts.append(inline) }
        return replace(code, by: paragraph)
    }

    /// `-----` under a paragraph without a blank line makes a heading of it, and behind an item's `-` a longer rule.
    mutating func prepareRule(_ rule: RawNode) -> RawNode {
        guard rule.parent?.type == CMARK_NODE_ITEM, let block = RawNode.new(CMARK_NODE_CUSTOM_BLOCK) else {
            return rule
        }
        cmark_node_set_on_enter(block, "***")
        return replace(rule, by: block)
    }

    /// The first line of an alert is its marker alone, and its text follows without a blank line.
    mutating func prepareQuote(_ quote: RawNode) {
        guard case .alert(let kind)? = Role(quote)?.kind,
            let marker = makeInline(enter: Array("[!\(kind.marker)]".utf8))
        else { return }
        if let first = quote.firstChild, first.type == CMARK_NODE_PARAGRAPH, Role(first) == nil, first.printsContent,
            let text = first.firstChild, let lineBreak = RawNode.new(CMARK_NODE_SOFTBREAK)
        {
            cmark_node_insert_before(text, marker)
            cmark_node_insert_before(text, lineBreak)
            edits += [.inserted(marker), .inserted(lineBreak)]
        } else if let paragraph = RawNode.new(CMARK_NODE_PARAGRAPH) {
            cmark_node_append_child(paragraph, marker)
            cmark_node_prepend_child(quote, paragraph)
            edits.append(.inserted(paragraph))
        }
    }

    // MARK: Lists

    mutating func prepareList(_ list: RawNode) {
        // Two lists of different kinds need no comment between them; a paragraph that prints nothing, not even its
        // own line, keeps libcmark from writing one.
        if let next = list.next, next.type == CMARK_NODE_LIST, !list.isContinued(by: next),
            let separator = RawNode.new(CMARK_NODE_PARAGRAPH)
        {
            cmark_node_insert_after(list, separator)
            edits.append(.inserted(separator))
        }
        prepareItems(of: list)
        guard cmark_node_get_list_tight(list) != 0 else { return }
        var item = list.firstChild
        while let current = item {
            if current.needsBlankLines {
                cmark_node_set_list_tight(list, 0)
                edits.append(.loosened(list))
                return
            }
            item = current.next
        }
    }
}

extension MarkdownPreparation {
    /// libcmark indents a bullet list by two more, and behind an item's marker what follows the list would then stand
    /// too far to the left to belong to the item: there a comment comes first, like the one between two lists.
    private mutating func prepareItems(of list: RawNode) {
        var item = list.firstChild
        while let current = item {
            if let inner = current.firstChild, inner.next != nil, inner.type == CMARK_NODE_LIST,
                cmark_node_get_list_type(inner) == CMARK_BULLET_LIST,
                let comment = makeInline(enter: Array("<!-- list -->".utf8)),
                let paragraph = RawNode.new(CMARK_NODE_PARAGRAPH)
            {
                cmark_node_append_child(paragraph, comment)
                cmark_node_insert_before(inner, paragraph)
                edits.append(.inserted(paragraph))
            }
            item = current.next
        }
    }
}

extension RawNode {
    /// Whether two lists would be read as one if nothing stood between them.
    func isContinued(by list: RawNode) -> Bool {
        cmark_node_get_list_type(self) == cmark_node_get_list_type(list)
            && cmark_node_get_list_delim(self) == cmark_node_get_list_delim(list)
    }

    /// Whether the node stands between two lists that need nothing else between them.
    fileprivate var partsLists: Bool {
        guard let previous, let next, previous.type == CMARK_NODE_LIST, next.type == CMARK_NODE_LIST else {
            return false
        }
        return !previous.isContinued(by: next)
    }

    fileprivate var hasSeveralLines: Bool {
        var child = firstChild
        while let node = child {
            if node.isBreak { return true }
            child = node.next
        }
        return false
    }

    /// Whether blocks of an item would run into each other without a blank line between them.
    fileprivate var needsBlankLines: Bool {
        var child = firstChild
        while let node = child, let next = node.next {
            if node.endsWithText, next.continuesText(of: node) { return true }
            child = next
        }
        return false
    }

    /// Whether a line of text directly below would belong to the last paragraph.
    private var endsWithText: Bool {
        switch type {
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HTML_BLOCK: true
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: lastChild?.endsWithText ?? false
        default: false
        }
    }

    /// Whether a block directly below a line of text would be read as more of it.
    private func continuesText(of previous: RawNode) -> Bool {
        switch type {
        case CMARK_NODE_PARAGRAPH:
            // A table may follow its paragraph directly (GFM 0.29, section 4.10).
            Role(self)?.isTable != true || previous.type != CMARK_NODE_PARAGRAPH || Role(previous) != nil
        case CMARK_NODE_HEADING: hasSeveralLines
        case CMARK_NODE_LIST:
            // Only a list that counts from 1, and whose first item is not empty, can begin there.
            cmark_node_get_list_type(self) == CMARK_ORDERED_LIST && cmark_node_get_list_start(self) != 1
                || firstChild?.firstChild.map { $0.type == CMARK_NODE_PARAGRAPH && !$0.printsContent } ?? true
        default: false
        }
    }
}

extension [UInt8] {
    func longestRun(of byte: UInt8) -> Int {
        var longest = 0
        var current = 0
        for element in self {
            current = element == byte ? current + 1 : 0
            longest = Swift.max(longest, current)
        }
        return longest
    }
}
