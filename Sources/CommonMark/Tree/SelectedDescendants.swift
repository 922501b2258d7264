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

    /// The descendants of some kinds, and those of other kinds whose literal holds a byte that is not zero.
    public func descendants(_ kinds: KindSet, or others: KindSet, holding byte: UInt8) -> SelectedDescendants {
        SelectedDescendants(of: self, kinds, or: others, holding: byte)
    }
}
