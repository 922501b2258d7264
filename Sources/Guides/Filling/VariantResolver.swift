import CommonMark

/// Leaves of every variant what its reader should see, and takes the markers out.
struct VariantResolver {
    let texts: ValueTexts
    /// Whether parts have left the tree.
    private(set) var hasRemoved = false

    init(texts: ValueTexts) { self.texts = texts }

    /// The parts that are still for some readers only, because nobody knows who reads.
    mutating func resolve(_ edition: Edition) -> [FilledEdition.Condition] {
        var conditions: [FilledEdition.Condition] = []
        var joints: [(Node?, Node?)] = []
        for variant in edition.variants {
            let entry = texts.index(of: variant.name).flatMap { texts.entries[$0] }
            if let entry, !entry.resolved.isExample {
                if !variant.keys.contains(entry.key) {
                    forEachPart(of: variant) { $0.remove() }
                    hasRemoved = true
                }
            } else {
                let text = variant.condition
                forEachPart(of: variant) { part in
                    guard part.kind == .list else {
                        conditions.append(FilledEdition.Condition(node: part, name: variant.name, text: text))
                        return
                    }
                    for item in part.children {
                        conditions.append(FilledEdition.Condition(node: item, name: variant.name, text: text))
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

    /// Hands out the blocks between the markers; each may be taken out of the tree meanwhile.
    private func forEachPart(of variant: Variant, _ body: (Node) -> Void) {
        var current = variant.start.next
        while let node = current, node != variant.end {
            current = node.next
            body(node)
        }
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
