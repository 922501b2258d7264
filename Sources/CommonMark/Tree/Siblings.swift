/// The children of a node.
public struct Siblings: Sequence, IteratorProtocol {
    var upcoming: Node?

    /// The next child.
    public mutating func next() -> Node? {
        let current = upcoming
        upcoming = current?.next
        return current
    }
}
