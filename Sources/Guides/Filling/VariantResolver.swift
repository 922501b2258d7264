import CommonMark
import Values

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
            switch variant.condition.holds(in: texts) {
            case true?: break
            case false?:
                forEachPart(of: variant) { $0.remove() }
                hasRemoved = true
            case nil: conditions += conditioned(variant, edition)
            }
            // Two branches share the marker between them.
            for marker in [variant.start, variant.end] where marker.isInTree {
                joints.append((marker.previous, marker.next))
                if variant.end == marker, edition.variants.contains(where: { $0.start == marker }) { continue }
                marker.remove()
            }
        }
        for (left, right) in joints { join(left, right) }
        return conditions
    }

    /// The parts of a variant, each of which says for whom it is.
    private func conditioned(_ variant: Variant, _ edition: Edition) -> [FilledEdition.Condition] {
        let text = variant.script
        var conditions: [FilledEdition.Condition] = []
        func add(_ node: Node, isLabel: Bool = false) {
            conditions.append(
                FilledEdition.Condition(node: node, condition: variant.condition, text: text, isLabel: isLabel))
        }
        let document = edition.document
        let words = ConditionWords(texts: texts, language: edition.language).words(for: variant)
        for place in VariantLabel.places(in: variant) {
            let label = document.makeEmphasis()
            label.append(document.makeText("(\(words))"))
            switch place {
            case .inside(let paragraph):
                let space = document.makeText(" ")
                // Behind a box the words begin with a space of their own.
                if let box = paragraph.firstChild, box.kind.isTaskMarker {
                    box.insertAfter(label)
                    box.insertAfter(space)
                } else {
                    paragraph.prepend(space)
                    paragraph.prepend(label)
                }
            case .before(let block):
                let paragraph = document.makeParagraph()
                paragraph.append(label)
                block.insertBefore(paragraph)
            }
            add(label, isLabel: true)
        }
        forEachPart(of: variant) { part in
            if part.kind == .list { part.children.forEach { add($0) } } else { add(part) }
        }
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

extension Condition {
    /// Whether it holds for the reader of a page; nil where nobody knows.
    func holds(in texts: ValueTexts) -> Bool? {
        holds(in: texts.declarations) { texts.entries[$0]?.resolved }
    }
}
