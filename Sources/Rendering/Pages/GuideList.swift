/// The guides of a home, each made when its turn comes: there may be many thousands.
public struct GuideList: Sequence, Sendable {
    /// How many there are.
    let count: Int
    private let item: @Sendable (Int) -> GuideItem?

    /// - Parameter item: makes one; nil leaves it out.
    public init(count: Int, item: @escaping @Sendable (Int) -> GuideItem?) {
        self.count = count
        self.item = item
    }

    /// The guides in their order.
    public func makeIterator() -> some IteratorProtocol<GuideItem> {
        (0..<count).lazy.compactMap(item).makeIterator()
    }
}
