import Guides

/// The anchors of a guide, and its links to those of others: taken before it is filled.
struct IndexLinks: Sendable {
    let anchors: [String]
    let outgoing: [IndexEntry.Outgoing]

    init(of guide: borrowing Guide) {
        var outgoing: [IndexEntry.Outgoing] = []
        for edition in guide.editions {
            for link in edition.links {
                guard case .guide(let target, _, let fragment?) = link.target, !fragment.isEmpty else { continue }
                outgoing.append(
                    IndexEntry.Outgoing(
                        language: edition.language.tag, range: edition.range(of: link.node), guide: target,
                        fragment: fragment))
            }
        }
        self.outgoing = outgoing
        anchors = guide.editions.first?.anchors ?? []
    }
}
