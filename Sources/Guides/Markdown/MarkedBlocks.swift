import CommonMark

/// Nodes that no page shows, and what stands around them: a row of thousands is walked once, not once for each.
struct MarkedBlocks {
    private var nodes: Set<Node>
    /// The nearest sibling before each that is none of them, and the nearest behind it.
    private var before: [Node: Node] = [:]
    private var behind: [Node: Node] = [:]

    init(_ nodes: [Node]) {
        self.nodes = Set(nodes)
        for node in nodes where node.kind == .htmlBlock && node.previous.map(self.nodes.contains) != true {
            walk(from: node)
        }
    }

    /// Walks a row of them from its first.
    private mutating func walk(from first: Node) {
        let before = first.previous
        var row: [Node] = []
        var current: Node? = first
        while let node = current, nodes.contains(node) {
            row.append(node)
            current = node.next
        }
        for node in row {
            if let before { self.before[node] = before }
            if let current { behind[node] = current }
        }
    }

    func contains(_ node: Node) -> Bool { nodes.contains(node) }

    func block(before node: Node) -> Node? { before[node] }

    func block(behind node: Node) -> Node? { behind[node] }
}
