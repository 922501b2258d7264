import CommonMark

/// Where a variant says for whom it is, while nobody knows who reads: at the start of its first paragraph, in each item of
/// a list, or in a paragraph of its own.
struct VariantLabel {
    /// Where the words go.
    enum Place {
        /// Into a paragraph, before its first words, and behind the box of a task.
        case inside(Node)
        /// Before a block that has no words of its own to stand before.
        case before(Node)
    }

    /// The places in a variant, in the order of the text. The variant's tree is the author's, with nothing filled in.
    static func places(in variant: Variant) -> [Place] {
        var current = variant.start.next
        while let node = current, node != variant.end {
            switch node.kind {
            // An author's comment is nothing that a reader sees.
            case .htmlBlock: current = node.next
            case .paragraph: return [.inside(node)]
            case .list:
                return node.children.compactMap { item in
                    item.firstChild.flatMap { $0.kind == .paragraph ? .inside($0) : nil }
                }
            // After a line of words it would be their paragraph's.
            case .codeBlock where !node.isFenced: return []
            default: return [.before(node)]
            }
        }
        return []
    }
}
