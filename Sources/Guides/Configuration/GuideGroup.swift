import Sources
import Values

/// Guides that a list shows together, under a title, in an order of the project's.
public struct GuideGroup: Sendable {
    /// The title in each language.
    public let title: LocalizedText
    /// The guides: a guide's ID, or a folder, which stands for all guides below it that nothing names more closely.
    public let guides: [String]
    /// Where each of them is named.
    let places: [Place]

    /// Reads the list under `groups:`.
    static func read(_ node: YAMLNode, _ reader: inout YAMLReader) -> [GuideGroup] {
        var known: Set<ExactText> = []
        return reader.list(node).map { item in
            let keys = reader.mapping(item, keys: ["title", "guides"], required: ["title", "guides"])
            var (guides, places): ([String], [Place]) = ([], [])
            for member in keys["guides"].map({ reader.list($0) }) ?? [] {
                guard let written = reader.text(member) else { continue }
                let name = written.hasSuffix("/") ? String(written.dropLast()) : written
                if known.insert(ExactText(name)).inserted {
                    guides.append(name)
                    places.append(member.place)
                } else {
                    reader.report(RepeatedName(name: name), at: member.place)
                }
            }
            return GuideGroup(
                title: keys["title"].map { reader.localizedText($0, fallback: "") } ?? LocalizedText([:], fallback: ""),
                guides: guides, places: places)
        }
    }
}

/// The order in which lists show guides, and the groups that they stand in.
public struct GuideOrder: Sendable {
    /// The groups, in their order.
    public let groups: [GuideGroup]
    private let places: [ExactText: (group: Int, position: Int)]

    /// Takes the configuration's groups; without any, no guide stands before another.
    public init(_ groups: [GuideGroup]) {
        self.groups = groups
        var places: [ExactText: (group: Int, position: Int)] = [:]
        for (number, group) in groups.enumerated() {
            for (position, name) in group.guides.enumerated() { places[ExactText(name)] = (number, position) }
        }
        self.places = places
    }

    /// Where a guide stands: in the group that names it or, the nearest first, a folder above it. Behind all groups where
    /// none does.
    public func place(of guide: String) -> (group: Int, position: Int) {
        guard !groups.isEmpty else { return (0, 0) }
        var name = guide[...]
        while true {
            if let place = places[ExactText(String(name))] { return place }
            guard let slash = name.lastIndex(of: "/") else { return (groups.count, 0) }
            name = name[..<slash]
        }
    }

    /// The group that a guide stands in; nil where it stands in none.
    public func group(of guide: String) -> Int? {
        let place = place(of: guide)
        return place.group < groups.count ? place.group : nil
    }

    /// Items in the order of the groups, those of one place as they were: one list for each group that has any, and behind
    /// them, with no group, the others.
    public func grouped<Item>(_ items: some Sequence<Item>, id: (Item) -> String) -> [(group: Int?, items: [Item])] {
        var lists = [[(position: Int, number: Int, item: Item)]](repeating: [], count: groups.count + 1)
        for (number, item) in items.enumerated() {
            let place = place(of: id(item))
            lists[min(place.group, groups.count)].append((place.position, number, item))
        }
        return lists.enumerated().compactMap { group, list in
            guard !list.isEmpty else { return nil }
            let sorted = list.sorted { ($0.position, $0.number) < ($1.position, $1.number) }
            return (group < groups.count ? group : nil, sorted.map(\.item))
        }
    }

    /// What groups name that is neither a guide nor a folder of guides.
    public func diagnose(_ inventory: Inventory) -> [Diagnostic] {
        guard !groups.isEmpty else { return [] }
        var names: Set<ExactText> = []
        for id in inventory.ids {
            var name = id[...]
            while names.insert(ExactText(String(name))).inserted, let slash = name.lastIndex(of: "/") {
                name = name[..<slash]
            }
        }
        return groups.flatMap { group in
            zip(group.guides, group.places).compactMap { name, place in
                names.contains(ExactText(name))
                    ? nil : Diagnostic(UnknownGroupMember(name: name, known: inventory.ids), at: place)
            }
        }
    }
}
