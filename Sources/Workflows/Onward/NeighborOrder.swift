import Guides
import Sources

/// The order in which readers of a language go from guide to guide: that of the home, within a group. Guides of no group go
/// on to those of their folder.
struct NeighborOrder: Sendable {
    /// Numbers of guides that follow each other.
    private var lists: [[Int]] = []
    /// The list of each guide, and its place in it.
    private var places: [(list: Int, place: Int)]

    /// - Parameters:
    ///   - ids: the guides.
    ///   - titles: what they are called in the language.
    ///   - numbers: where they want to stand.
    init(_ ids: [String], titles: [String], numbers: [Double?], _ order: GuideOrder) {
        places = Array(repeating: (0, 0), count: ids.count)
        for (group, items) in order.grouped(TitleOrder.indices(of: titles, numbers: numbers), id: { ids[$0] }) {
            guard group == nil else {
                lists.append(items)
                continue
            }
            var folders: [ExactText: Int] = [:]
            for item in items {
                let folder = ExactText(Self.folder(of: ids[item]))
                if let list = folders[folder] {
                    lists[list].append(item)
                } else {
                    folders[folder] = lists.count
                    lists.append([item])
                }
            }
        }
        for (number, list) in lists.enumerated() {
            for (place, item) in list.enumerated() { places[item] = (number, place) }
        }
    }

    /// The guides that a guide stands among, and its place.
    func place(of guide: Int) -> (list: [Int], place: Int) {
        let (list, place) = places[guide]
        return (lists[list], place)
    }

    private static func folder(of id: String) -> String {
        id.lastIndex(of: "/").map { String(id[..<$0]) } ?? ""
    }
}
