/// All nodes below one, in the order of the text.
public struct Descendants: Sequence, IteratorProtocol {
    let top: Node
    var upcoming: Node?

    /// The next node; the one after it is looked up first, so this one, if it has no children, may be taken out of the tree.
    public mutating func next() -> Node? {
        let current = upcoming
        upcoming = current?.following(within: top)
        return current
    }
}
