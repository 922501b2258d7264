import Sources

/// What a guide says under `extra:`, which nothing but a project's own templates reads: any YAML.
public indirect enum Extra: Sendable, Equatable {
    /// A single value, as it is written; empty for nothing.
    case text(String)
    /// A list.
    case list([Extra])
    /// Values by their names, in the order of the file.
    case mapping([Entry])

    /// A value with its name.
    public struct Entry: Sendable, Equatable {
        let name: String
        let value: Extra
    }

    /// Nothing is said.
    public static let none = Extra.mapping([])

    /// Takes a value as it stands in a file.
    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let text): self = .text(text)
        case .sequence(let items): self = .list(items.map(Extra.init))
        case .mapping(let pairs):
            self = .mapping(pairs.map { Entry(name: $0.key.text ?? "", value: Extra($0.value)) })
        }
    }

    /// Reads what stands under the key, which has to be values by their names.
    static func read(_ node: YAMLNode?, _ reader: inout YAMLReader) -> Extra {
        guard let node, reader.pairs(node) != nil, !node.isEmpty else { return .none }
        return Extra(node)
    }

    /// The value that names lead to, one within the other; of a list, a number from 0 names an item.
    public subscript(names: ArraySlice<String>) -> Extra? {
        guard let first = names.first else { return self }
        switch self {
        case .text: return nil
        case .list(let items):
            return Int(first).flatMap { items.indices.contains($0) ? items[$0] : nil }?[names.dropFirst()]
        case .mapping(let entries):
            // A name may have points itself.
            for count in 1...names.count {
                let name = names.prefix(count).joined(separator: ".")
                guard let entry = entries.first(where: { $0.name.hasSameBytes(as: name) }),
                    let value = entry.value[names.dropFirst(count)]
                else { continue }
                return value
            }
            return nil
        }
    }

    /// What a template prints: a single value, or those of a list with commas between them.
    public var text: String {
        switch self {
        case .text(let text): text
        case .list(let items): items.map(\.text).joined(separator: ", ")
        case .mapping: ""
        }
    }

    /// What a section of a template shows once for each: the items of a list; else itself, where it is neither nothing nor false.
    public var items: [Extra] {
        switch self {
        case .text(let text): text.isEmpty || text == "false" ? [] : [self]
        case .list(let items): items
        case .mapping(let entries): entries.isEmpty ? [] : [self]
        }
    }

    /// The same with what another one says besides; of two values with one name its own counts.
    func merged(over other: Extra) -> Extra {
        guard case .mapping(let own) = self, case .mapping(let others) = other else { return self }
        if own.isEmpty { return other }
        return .mapping(own + others.filter { entry in !own.contains { $0.name.hasSameBytes(as: entry.name) } })
    }

    /// The same with other texts.
    func mapTexts(_ change: (String) -> String) -> Extra {
        switch self {
        case .text(let text): .text(change(text))
        case .list(let items): .list(items.map { $0.mapTexts(change) })
        case .mapping(let entries):
            .mapping(entries.map { Entry(name: $0.name, value: $0.value.mapTexts(change)) })
        }
    }
}
