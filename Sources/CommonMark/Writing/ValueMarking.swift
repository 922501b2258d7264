import CCmark

extension MarkdownPreparation {
    /// Prints something around every value, and before and behind some blocks, without a change to how anything
    /// else is written: what had to be escaped was decided before. `revert` takes it back.
    ///
    /// - Parameters:
    ///   - value: what to print before a value, by its number; nil leaves the value as it is.
    ///   - blocks: blocks or a list's items, with what to print before their first character.
    ///   - end: what to print behind a value.
    ///   - blockEnd: what to print behind the last character of a block.
    public mutating func mark(
        value: (Int) -> [UInt8]?, end: [UInt8], blocks: [(node: Node, start: [UInt8])], blockEnd: [UInt8]
    ) {
        for edit in edits {
            guard case .replaced(let link, let autolink) = edit, link.type == CMARK_NODE_LINK,
                autolink.firstChild == nil, let number = link.firstChild.flatMap(Self.number),
                let enter = value(number),
                let bytes = autolink.enterBytes, bytes.count > 2
            else { continue }
            // `<address>` stands for both the link and its text.
            let written = Array(UnsafeBufferPointer(start: bytes, count: bytes.count))
            print(
                autolink,
                enter: [written[0]] + enter + written[1..<(written.count - 1)] + end + [written[written.count - 1]],
                exit: [])
        }
        var current = document.rawRoot.firstChild
        while let node = current {
            if let number = Self.number(node), let enter = value(number) { print(node, enter: enter, exit: end) }
            current = node.following
        }
        for (block, start) in blocks {
            guard let first = inlineHolder(from: block.raw, { $0.firstChild }),
                let last = inlineHolder(from: block.raw, { $0.lastChild }), let before = makeInline(enter: start),
                let behind = makeInline(enter: blockEnd)
            else { continue }
            cmark_node_prepend_child(first, before)
            cmark_node_append_child(last, behind)
            edits += [.inserted(before), .inserted(behind)]
            document.keep(before)
            document.keep(behind)
        }
    }

    private static func number(_ node: RawNode) -> Int? {
        guard node.type == CMARK_NODE_CUSTOM_INLINE, case .value(let number)? = Role(node)?.kind else { return nil }
        return number
    }

    /// The block at an edge of another whose inlines are printed there.
    private func inlineHolder(from block: RawNode, _ step: (RawNode) -> RawNode?) -> RawNode? {
        var current = replacement(of: block)
        while current.type != CMARK_NODE_PARAGRAPH, current.type != CMARK_NODE_HEADING {
            guard let next = step(current), next.type.rawValue < CMARK_NODE_FIRST_INLINE.rawValue else { return nil }
            current = next
        }
        return current
    }

    private func replacement(of node: RawNode) -> RawNode {
        for edit in edits { if case .replaced(node, let other) = edit { return other } }
        return node
    }
}
