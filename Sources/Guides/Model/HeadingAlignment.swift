import CommonMark

/// Which headings of a free page stand for which of its source.
package enum HeadingAlignment {
    /// The positions of those that stand for each other, in the order of the text: by their positions where both pages have
    /// the same levels, else those that are most alike.
    package static func pairs(_ own: [Part], _ others: [Part]) -> [(own: Int, other: Int)] {
        if own.map(\.level) == others.map(\.level), !areCrossed(own, others) {
            return own.indices.map { ($0, $0) }
        }
        return Alignment(own.map(features), others.map(features)).pairs.map { ($0, $1) }
    }

    /// Whether a heading names the ID of one at another position.
    private static func areCrossed(_ own: [Part], _ others: [Part]) -> Bool {
        let named = own.indices.filter { own[$0].namesID && own[$0].id != others[$0].id }
        if named.isEmpty { return false }
        let known = Set(others.map(\.id))
        return named.contains { known.contains(own[$0].id) }
    }

    /// What tells a heading from another in whatever language, what tells it best several times.
    private static func features(_ part: Part) -> [String] {
        var features = Array(repeating: "level \(part.level)", count: 4)
        if !part.id.isEmpty { features += Array(repeating: "id \(part.id)", count: 8) }
        features += Array(repeating: "title \(part.title)", count: 2)
        for node in part.body.descendants {
            switch node.kind {
            case .codeBlock, .code: features.append("code \(node.literal)")
            case .link, .image: features.append("link \(node.url)")
            case .list, .table: features.append("\(node.kind)")
            default: break
            }
        }
        return features
    }
}
