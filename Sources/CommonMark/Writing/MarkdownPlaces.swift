/// What a writer of Markdown tells the places of, so that whoever asked can put something else there: values, parts of
/// code and addresses, and blocks.
public struct MarkdownPlaces {
    /// A place in what was written; they come in the order of the text.
    public struct Place: Equatable {
        /// What is written there.
        public let kind: Kind
        /// The bytes; none where a block begins or ends.
        public let range: Range<Int>
    }

    /// What is written at a place.
    public enum Kind: Equatable {
        /// The text of a value, by its number.
        case value(Int)
        /// A part of a code's or an address's text, by its index.
        case part(Int)
        /// Before the first character of a block, by its index.
        case block(Int)
        /// Behind the last one.
        case blockEnd
    }

    /// The places that were found.
    public internal(set) var found: [Place] = []
    private var parts: [(node: RawNode, range: Range<Int>)] = []
    private var blocks: [RawNode] = []

    /// Asks for values alone.
    public init() {}

    /// Asks for a part of what a code's node or an address holds. The parts of a node come in their order, and one after
    /// the other; most are found fastest where the nodes do, too.
    public mutating func ask(for range: Range<Int>, of node: Node) { parts.append((node.raw, range)) }

    /// Asks for a block, or a list's item.
    public mutating func ask(for block: Node) { blocks.append(block.raw) }

    /// The parts that were asked for of a node, as indices.
    func parts(of node: RawNode) -> Range<Int> {
        guard let first = parts.firstIndex(where: { $0.node == node }) else { return 0..<0 }
        var end = first + 1
        while end < parts.count, parts[end].node == node { end += 1 }
        return first..<end
    }

    /// The bytes of a part, cut to a text of so many.
    func range(of part: Int, in count: Int) -> Range<Int> { parts[part].range.clamped(to: 0..<count) }

    /// The index of a block that was asked for.
    func index(of block: RawNode) -> Int? { blocks.isEmpty ? nil : blocks.firstIndex(of: block) }
}
