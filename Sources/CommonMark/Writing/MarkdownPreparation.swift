import CCmark

/// Edits a tree so that what libcmark's CommonMark writer makes of it reads like a page that a person wrote, and
/// parses, as GFM too, into the tree that was meant; and takes the edits back for the HTML writer.
///
/// libcmark 0.30.2 escapes more than it needs (`\!`, `\#`), lets `~~~` begin a fence, knows neither tables nor
/// alerts, leaves `&copy;` alone in an address, breaks a heading of two lines, and has no second delimiter for
/// emphasis that touches other emphasis.
public struct MarkdownPreparation {
    let document: Document
    var edits: [Edit] = []
    var text = MarkdownText()
    /// What prints a text that is ready as it is.
    var texts: [RawNode] = []

    /// What was done, and so can be undone.
    enum Edit {
        /// Another node took the place of one, and maybe its children.
        case replaced(RawNode, by: RawNode)
        case inserted(RawNode)
        case removed(RawNode, from: RawNode, before: RawNode?)
        /// What a node of our own prints was set; such a node prints nothing otherwise, but for a strikethrough.
        case printed(RawNode)
        case loosened(RawNode)
    }

    /// Edits the tree of a document.
    public init(_ document: Document) {
        self.document = document
        edits.reserveCapacity(64)
        var current = document.rawRoot.firstChild
        while let node = current { current = prepare(node) }
        for edit in edits { keep(edit) }
        for node in texts { document.writtenTexts.putAside(node) }
    }

    /// Takes all edits back.
    public func revert() {
        document.writtenTexts.putBack()
        for edit in edits.reversed() {
            switch edit {
            case .replaced(let node, let replacement):
                guard replacement.parent != nil else { continue }
                // Where the node holds no children of its own, like code, they stay with the replacement.
                while let child = replacement.firstChild, cmark_node_append_child(node, child) != 0 {}
                cmark_node_replace(replacement, node)
            case .inserted(let node): cmark_node_unlink(node)
            case .removed(let node, let parent, let next):
                if let next { cmark_node_insert_before(next, node) } else { cmark_node_append_child(parent, node) }
            case .printed(let node):
                let text: StaticString = Role(node) == .strikethrough ? "~~" : ""
                node.print(enter: text, exit: text)
            case .loosened(let list): cmark_node_set_list_tight(list, 1)
            }
        }
    }

    /// Leaves to the document the nodes that stand, or will stand, outside the tree.
    private func keep(_ edit: Edit) {
        switch edit {
        case .replaced(let node, let replacement):
            document.keep(node)
            document.keep(replacement)
        case .inserted(let node), .removed(let node, _, _): document.keep(node)
        case .printed, .loosened: break
        }
    }

    /// Prepares a node, and returns the one to prepare next.
    private mutating func prepare(_ node: RawNode) -> RawNode? {
        switch node.type {
        case CMARK_NODE_TEXT:
            let written = text.write(node) ? replaceLeaf(node, by: text.bytes) : node
            texts.append(written)
            return written.followingSubtree
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: return prepareBreak(node).followingSubtree
        case CMARK_NODE_CODE: return prepareCode(node).followingSubtree
        case CMARK_NODE_HTML_INLINE: return prepareHTML(node).followingSubtree
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG: return prepareEmphasis(node).following
        case CMARK_NODE_LINK:
            if let autolink = prepareAutolink(node) { return autolink.followingSubtree }
            return prepareLink(node).following
        case CMARK_NODE_IMAGE: return prepareLink(node).following
        case CMARK_NODE_CUSTOM_INLINE: prepareCustom(node)
        case CMARK_NODE_PARAGRAPH:
            if !node.printsContent { return removeEmpty(node) }
        case CMARK_NODE_HEADING: return prepareHeading(node).following
        case CMARK_NODE_CODE_BLOCK: return fence(node).followingSubtree
        case CMARK_NODE_LIST: prepareList(node)
        case CMARK_NODE_THEMATIC_BREAK: return prepareRule(node).followingSubtree
        case CMARK_NODE_BLOCK_QUOTE: prepareQuote(node)
        default: break
        }
        return node.following
    }

    // MARK: Edits

    /// Puts an inline that prints what it is told in the place of one without children.
    mutating func replaceLeaf(_ node: RawNode, by bytes: [UInt8]) -> RawNode {
        guard let custom = makeInline(enter: bytes) else { return node }
        return replace(node, by: custom)
    }

    /// Puts an inline in the place of one and moves the children into it.
    mutating func replaceParent(_ node: RawNode, enter: [UInt8], exit: [UInt8], role: Role?) -> RawNode {
        guard let custom = makeInline(enter: enter, exit: exit) else { return node }
        role?.set(on: custom)
        moveChildren(of: node, to: custom)
        return replace(node, by: custom)
    }

    mutating func replace(_ node: RawNode, by replacement: RawNode) -> RawNode {
        cmark_node_replace(node, replacement)
        edits.append(.replaced(node, by: replacement))
        return replacement
    }

    func moveChildren(of node: RawNode, to other: RawNode) {
        while let child = node.firstChild, cmark_node_append_child(other, child) != 0 {}
    }

    func makeInline(enter: [UInt8], exit: [UInt8] = []) -> RawNode? {
        guard let node = RawNode.new(CMARK_NODE_CUSTOM_INLINE) else { return nil }
        node.print(enter: enter, exit: exit)
        return node
    }

    /// Sets what a node of our own prints until the edits are taken back.
    mutating func print(_ node: RawNode, enter: [UInt8], exit: [UInt8]) {
        node.print(enter: enter, exit: exit)
        edits.append(.printed(node))
    }

    /// The same, of what is known beforehand.
    mutating func print(_ node: RawNode, enter: StaticString, exit: StaticString) {
        node.print(enter: enter, exit: exit)
        edits.append(.printed(node))
    }
}
