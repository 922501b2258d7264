import CommonMark

/// Leaves of every variant what its reader should see, and takes the markers out.
struct VariantResolver {
    let texts: ValueTexts

    /// The parts that are still for some readers only, because nobody knows who reads.
    func resolve(_ edition: Edition) -> [FilledEdition.Condition] {
        var conditions: [FilledEdition.Condition] = []
        var joints: [(Node?, Node?)] = []
        for variant in edition.variants {
            let parts = siblings(from: variant.start, to: variant.end)
            let entry = texts.index(of: variant.name).flatMap { texts.entries[$0] }
            if let entry, !entry.resolved.isExample {
                if !variant.keys.contains(entry.key) { parts.forEach { $0.remove() } }
            } else {
                for part in parts {
                    let nodes = part.kind == .list ? Array(part.children) : [part]
                    conditions += nodes.map {
                        FilledEdition.Condition(node: $0, name: variant.name, text: variant.condition)
                    }
                }
            }
            for marker in [variant.start, variant.end] {
                joints.append((marker.previous, marker.next))
                marker.remove()
            }
        }
        for (left, right) in joints { join(left, right) }
        return conditions
    }

    private func siblings(from start: Node, to end: Node) -> [Node] {
        var nodes: [Node] = []
        var current = start.next
        while let node = current, node != end {
            nodes.append(node)
            current = node.next
        }
        return nodes
    }

    /// Two lists that only a marker parted are one list; the first may have been joined to another before.
    private func join(_ left: Node?, _ right: Node?) {
        guard let right, right.kind == .list, right.parent != nil else { return }
        guard let list = left?.parent != nil ? left : right.previous, list.kind == .list, list.next == right else {
            return
        }
        guard right.continues(list) else { return }
        list.setTight(list.isTight && right.isTight)
        right.moveChildren(to: list)
        right.remove()
    }
}
