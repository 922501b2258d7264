import CommonMark

/// Tells the HTML that a text may have from all other: tags of a short list, each of which is closed where it was opened.
struct ElementReader {
    /// The tags and blocks that reach a page.
    private(set) var elements: [Node] = []
    /// Tags that are not closed, or close nothing.
    private(set) var unpaired: [Node] = []
    private var inlines: [(name: String, node: Node)] = []
    private var blocks: [(name: String, node: Node)] = []

    /// Reads a tag among the words of a text; false where it is none of the list, or stands where it must not.
    mutating func read(inline node: Node) -> Bool {
        guard let tag = node.allowedTag, tag.place != .block, tag.place == .text || node.container?.kind == .tableCell
        else { return false }
        if let open = inlines.last, open.node.container != node.container { drop() }
        elements.append(node)
        if tag.isVoid { return true }
        if !tag.isClosing {
            inlines.append((tag.name, node))
        } else if let open = inlines.last, open.name == tag.name, open.node.parent == node.parent {
            inlines.removeLast()
        } else {
            unpaired.append(node)
        }
        return true
    }

    /// Reads HTML among blocks; false where there is anything in it that is not of the list.
    mutating func read(block node: Node) -> Bool {
        guard let block = node.allowedBlock else { return false }
        elements.append(node)
        for tag in block.tags {
            if !tag.isClosing {
                // A summary belongs to the part that folds.
                if tag.name == "summary", blocks.last?.name != "details" || blocks.last?.node.parent != node.parent {
                    unpaired.append(node)
                }
                if Self.isInList(tag.name), blocks.last?.name != "dl" || blocks.last?.node.parent != node.parent {
                    unpaired.append(node)
                }
                blocks.append((tag.name, node))
            } else if let open = blocks.last, open.name == tag.name, open.node.parent == node.parent {
                blocks.removeLast()
            } else {
                unpaired.append(node)
            }
        }
        return true
    }

    /// Whether an element stands in a list of definitions alone.
    private static func isInList(_ name: String) -> Bool { name == "dt" || name == "dd" }

    /// Whatever is open now stays so.
    mutating func finish() {
        drop()
        unpaired += blocks.map(\.node)
        blocks = []
    }

    private mutating func drop() {
        unpaired += inlines.map(\.node)
        inlines = []
    }
}

extension Node {
    /// The tag of the short list that an inline is; nil for any other, and for one that holds a value.
    package var allowedTag: AllowedTag? {
        guard kind == .htmlInline else { return nil }
        return withLiteral { bytes in
            guard bytes.firstOffset(of: ValueMarks.lead) == nil else { return nil }
            var index = 0
            return AllowedTag(bytes, at: &index).flatMap { index == bytes.count ? $0 : nil }
        }
    }

    /// The HTML of the short list that a block is; nil for any other, and for one that holds a value.
    package var allowedBlock: AllowedBlock? {
        guard kind == .htmlBlock else { return nil }
        return withLiteral { $0.firstOffset(of: ValueMarks.lead) == nil ? AllowedBlock($0) : nil }
    }
}
