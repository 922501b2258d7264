import CommonMark

/// Which headings of a free page stand for which of its source.
package enum HeadingAlignment {
    /// The positions of those that stand for each other, in the order of the text: by their positions where both pages have
    /// the same levels, else those that are most alike.
    package static func pairs(_ own: [Part], _ others: [Part]) -> [(own: Int, other: Int)] {
        if own.map(\.level) == others.map(\.level), !areCrossed(own, others) {
            return own.indices.map { ($0, $0) }
        }
        let (left, right) = (own.map(Features.init), others.map(Features.init))
        return Alignment(left.count, right.count) { left[$0].likeness(to: right[$1]) }.pairs.map { ($0, $1) }
    }

    /// Whether a heading names the ID of one at another position.
    private static func areCrossed(_ own: [Part], _ others: [Part]) -> Bool {
        let named = own.indices.filter { own[$0].namesID && own[$0].id != others[$0].id }
        if named.isEmpty { return false }
        let known = Set(others.map(\.id))
        return named.contains { known.contains(own[$0].id) }
    }

    /// What tells a heading from another in whatever language.
    private struct Features {
        let level: Int
        let id: String
        let title: String
        /// Code and addresses, which are the same in all languages.
        var same: Set<String> = []
        var hasList = false
        var hasTable = false

        init(_ part: Part) {
            (level, id, title) = (part.level, part.id, part.title)
            for node in part.body.descendants {
                switch node.kind {
                case .codeBlock, .code: same.insert("code \(node.literal)")
                case .link, .image: same.insert("link \(node.url)")
                case .list: hasList = true
                case .table: hasTable = true
                default: break
                }
            }
        }

        /// How much says that two headings stand for each other. What both have and no language changes is worth more than
        /// several headings that only stand at the same height.
        func likeness(to other: Features) -> Int {
            var likeness = level == other.level ? 4 : 1
            if !id.isEmpty, id == other.id { likeness += 30 }
            if title == other.title { likeness += 8 }
            if !same.isDisjoint(with: other.same) { likeness += 20 }
            if hasList == other.hasList { likeness += 1 }
            if hasTable == other.hasTable { likeness += 1 }
            return likeness
        }
    }
}
