import CCmark

/// Kinds of nodes to look for: a walk passes over all others without touching them.
public struct KindSet: OptionSet, Sendable {
    /// One bit a kind.
    public let rawValue: UInt32

    /// Takes the bits as they are.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Text.
    public static let text = KindSet(CMARK_NODE_TEXT)
    /// Code spans.
    public static let code = KindSet(CMARK_NODE_CODE)
    /// Code blocks.
    public static let codeBlock = KindSet(CMARK_NODE_CODE_BLOCK)
    /// Raw HTML among blocks and in text.
    public static let html = KindSet(CMARK_NODE_HTML_BLOCK).union(KindSet(CMARK_NODE_HTML_INLINE))
    /// Links and images.
    public static let links = KindSet(CMARK_NODE_LINK).union(KindSet(CMARK_NODE_IMAGE))
    /// Headings.
    public static let heading = KindSet(CMARK_NODE_HEADING)
    /// Paragraphs, and so tables.
    public static let paragraph = KindSet(CMARK_NODE_PARAGRAPH)
    /// Lists.
    public static let list = KindSet(CMARK_NODE_LIST)
    /// Emphasis and strong text.
    public static let emphasis = KindSet(CMARK_NODE_EMPH).union(KindSet(CMARK_NODE_STRONG))
    /// Soft and hard line breaks.
    public static let breaks = KindSet(CMARK_NODE_SOFTBREAK).union(KindSet(CMARK_NODE_LINEBREAK))
    /// Block quotes, and so alerts.
    public static let quote = KindSet(CMARK_NODE_BLOCK_QUOTE)
    /// Everything that this module recognises on top of CommonMark, values included.
    public static let extensions = KindSet(rawValue: 1 << 31)

    private init(_ type: cmark_node_type) {
        // libcmark numbers its types from 1; there are about twenty.
        self.init(rawValue: 1 << (UInt32(type.rawValue) & 31))
    }

    func contains(_ node: OpaquePointer) -> Bool {
        if rawValue & 1 << (UInt32(cmark_node_get_type(node).rawValue) & 31) != 0 { return true }
        return contains(.extensions) && cmark_node_get_user_data(node) != nil
    }
}

/// The nodes of some kinds below one, in the order of the text.
public struct SelectedDescendants: Sequence, IteratorProtocol {
    private let document: Document
    private let top: OpaquePointer
    private let kinds: KindSet
    private var upcoming: OpaquePointer?

    init(of top: Node, _ kinds: KindSet) {
        document = top.document
        self.top = top.raw
        self.kinds = kinds
        upcoming = cmark_node_first_child(top.raw)
        skip()
    }

    /// The next node; the one after it is looked up first, so this one, if it has no children that are looked for, may
    /// be taken out of the tree.
    public mutating func next() -> Node? {
        guard let current = upcoming else { return nil }
        advance()
        skip()
        return Node(current, document)
    }

    private mutating func skip() {
        while let node = upcoming, !kinds.contains(node) { advance() }
    }

    private mutating func advance() {
        guard var node = upcoming else { return }
        if let child = cmark_node_first_child(node) {
            upcoming = child
            return
        }
        while node != top {
            if let next = cmark_node_next(node) {
                upcoming = next
                return
            }
            guard let parent = cmark_node_parent(node) else { break }
            node = parent
        }
        upcoming = nil
    }
}

extension Node {
    /// The nodes of some kinds below this one: much faster than looking at all `descendants`.
    public func descendants(_ kinds: KindSet) -> SelectedDescendants { SelectedDescendants(of: self, kinds) }
}
