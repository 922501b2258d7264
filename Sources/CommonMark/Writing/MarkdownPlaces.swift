import Sources

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
    private var parts: [Range<Int>] = []
    private var nodes = NodeTable()
    private var blocks = NodeTable()

    /// Asks for values alone.
    public init() {}

    /// Asks for a part of what a code's node or an address holds, as `part` and how many were asked for before. The parts
    /// of a node come in their order, and one after the other.
    public mutating func ask(for range: Range<Int>, of node: Node) {
        if parts.isEmpty { parts.reserveCapacity(16) }
        nodes.add(parts.count, to: node.raw)
        parts.append(range)
    }

    /// Asks for a block, or a list's item, as `block` and how many were asked for before.
    public mutating func ask(for block: Node) { blocks.add(blocks.count, to: block.raw) }

    /// Has to be called when everything was asked for.
    mutating func sort() {
        nodes.sort()
        blocks.sort()
    }

    /// The parts that were asked for of a node, as indices.
    func parts(of node: RawNode) -> Range<Int> { nodes.numbers(of: node) }

    /// The bytes of a part, cut to a text of so many.
    func range(of part: Int, in count: Int) -> Range<Int> { parts[part].clamped(to: 0..<count) }

    /// The index of a block that was asked for.
    func index(of block: RawNode) -> Int? { blocks.count == 0 ? nil : blocks.numbers(of: block).first }
}

/// A few nodes, with numbers for each. Sorted they are found faster than by their hashes, however many there are.
private struct NodeTable {
    private var entries: [(address: UInt, numbers: Range<Int>)] = []

    var count: Int { entries.count }

    /// Adds a number that follows the node's last one.
    mutating func add(_ number: Int, to node: RawNode) {
        let address = UInt(bitPattern: node)
        if let last = entries.last, last.address == address {
            entries[entries.count - 1].numbers = last.numbers.lowerBound..<(number + 1)
        } else {
            if entries.isEmpty { entries.reserveCapacity(16) }
            entries.append((address, number..<(number + 1)))
        }
    }

    mutating func sort() { entries.sort { $0.address < $1.address } }

    func numbers(of node: RawNode) -> Range<Int> {
        let address = UInt(bitPattern: node)
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].address == address { return entries[middle].numbers }
            if entries[middle].address < address { low = middle + 1 } else { high = middle }
        }
        return 0..<0
    }
}
