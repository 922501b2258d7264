/// Kinds of nodes to look for: a walk passes over all others without touching them.
public struct KindSet: OptionSet, Sendable {
    /// One bit a kind.
    public let rawValue: UInt32

    /// Takes the bits as they are.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Text.
    public static let text = KindSet(.text)
    /// Code spans.
    public static let code = KindSet(.code)
    /// Code blocks.
    public static let codeBlock = KindSet(.codeBlock)
    /// Raw HTML among blocks and in text.
    public static let html = KindSet(.htmlBlock).union(KindSet(.htmlInline))
    /// Links and images.
    public static let links = KindSet(.link).union(KindSet(.image))
    /// Headings.
    public static let heading = KindSet(.heading)
    /// Paragraphs, and so tables.
    public static let paragraph = KindSet(.paragraph)
    /// Lists.
    public static let list = KindSet(.list)
    /// Emphasis and strong text.
    public static let emphasis = KindSet(.emphasis).union(KindSet(.strong))
    /// Soft and hard line breaks.
    public static let breaks = KindSet(.softBreak).union(KindSet(.lineBreak))
    /// Block quotes, and so alerts.
    public static let quote = KindSet(.blockQuote)
    /// Everything that this module recognises on top of CommonMark, values included.
    public static let extensions = KindSet(rawValue: 1 << 31)

    private init(_ type: RawType) {
        self.init(rawValue: Self.bit(of: type))
    }

    /// libcmark numbers its types from 1; there are about twenty.
    fileprivate static func bit(of type: RawType) -> UInt32 { 1 << (UInt32(type.rawValue) & 31) }

    /// Nodes that never have children.
    fileprivate static let leaves = text.union(code).union(codeBlock).union(html).union(breaks).rawValue
}

/// The nodes of some kinds below one, in the order of the text.
public struct SelectedDescendants: Sequence, IteratorProtocol {
    private let document: Document
    private let top: RawNode
    private let kinds: KindSet
    /// Kinds of which only nodes with a byte are looked for.
    private let held: KindSet
    private let byte: UInt8
    private var upcoming: RawNode?

    init(of top: Node, _ kinds: KindSet, or held: KindSet = [], holding byte: UInt8 = 0) {
        document = top.document
        self.top = top.raw
        self.kinds = kinds
        self.held = held
        self.byte = byte
        upcoming = selected(from: top.raw.firstChild)
    }

    /// The next node; the one after it is looked up first, so this one, if it has no children that are looked for, may
    /// be taken out of the tree.
    public mutating func next() -> Node? {
        guard let current = upcoming else { return nil }
        upcoming = selected(from: current.firstChild ?? sibling(after: current))
        return Node(current, document)
    }

    /// A node, or the first behind it in the order of the text, that is looked for.
    private func selected(from start: RawNode?) -> RawNode? {
        var node = start
        while let current = node {
            let bit = KindSet.bit(of: current.type)
            if kinds.rawValue & bit != 0 { return current }
            if held.rawValue & bit != 0, current.literalBytes?.holds(byte) == true { return current }
            if kinds.contains(.extensions), current.userData != 0 { return current }
            // Most nodes are texts, which hold no others.
            let child = bit & KindSet.leaves != 0 ? nil : current.firstChild
            node = child ?? sibling(after: current)
        }
        return nil
    }

    /// The node behind one and all that it holds.
    private func sibling(after node: RawNode) -> RawNode? {
        var node = node
        while node != top {
            if let next = node.next { return next }
            guard let parent = node.parent else { break }
            node = parent
        }
        return nil
    }
}

extension Node {
    /// The nodes of some kinds below this one: much faster than looking at all `descendants`.
    public func descendants(_ kinds: KindSet) -> SelectedDescendants { SelectedDescendants(of: self, kinds) }

    /// The same, together with those of some other kinds whose literal holds a byte, which is not zero.
    public func descendants(_ kinds: KindSet, or others: KindSet, holding byte: UInt8) -> SelectedDescendants {
        SelectedDescendants(of: self, kinds, or: others, holding: byte)
    }
}
