/// A node of a document's tree. A handle: copies stand for the same node, and keep its document alive.
public struct Node {
    let raw: OpaquePointer
    /// The document that the node belongs to.
    public let document: Document

    init(_ raw: OpaquePointer, _ document: Document) {
        self.raw = raw
        self.document = document
    }

    /// What the node is.
    public var kind: NodeKind { NodeKind(raw) }
    /// The node that this one is a child of; nil for the root and for what is outside the tree.
    public var parent: Node? { wrap(raw.parent) }
    /// The next sibling.
    public var next: Node? { wrap(raw.next) }
    /// The sibling before.
    public var previous: Node? { wrap(raw.previous) }
    /// The first child.
    public var firstChild: Node? { wrap(raw.firstChild) }
    /// The last child.
    public var lastChild: Node? { wrap(raw.lastChild) }

    /// Whether the node has no siblings.
    public var isOnlyChild: Bool { raw.previous == nil && raw.next == nil }
    /// Whether the document's root holds the node, or it is the root.
    public var isInTree: Bool {
        var top = raw
        while let parent = top.parent { top = parent }
        return top == document.rawRoot
    }

    /// The children, looked up one after the other: the current one may be taken out of the tree meanwhile.
    public var children: Siblings { Siblings(upcoming: firstChild) }

    /// The node after this one in the order of the text, its own children first, while inside `top`.
    public func following(within top: Node) -> Node? {
        if let child = raw.firstChild { return Node(child, document) }
        return followingSubtree(within: top)
    }

    /// The node after this one and all that it holds, while inside `top`.
    public func followingSubtree(within top: Node) -> Node? {
        var current = raw
        while current != top.raw {
            if let next = current.next { return Node(next, document) }
            guard let parent = current.parent else { return nil }
            current = parent
        }
        return nil
    }

    /// All nodes below this one, in the order of the text.
    public var descendants: Descendants { Descendants(top: self, upcoming: following(within: self)) }

    private func wrap(_ pointer: OpaquePointer?) -> Node? {
        pointer.map { Node($0, document) }
    }
}

extension Node: Hashable {
    /// Whether both are one node of one tree.
    public static func == (left: Node, right: Node) -> Bool { left.raw == right.raw }

    /// Hashes the node's identity.
    public func hash(into hasher: inout Hasher) { hasher.combine(raw) }
}
