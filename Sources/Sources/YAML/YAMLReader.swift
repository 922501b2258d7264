/// Takes YAML values apart, and collects what is wrong with them instead of stopping at the first.
package struct YAMLReader {
    package private(set) var diagnostics: [Diagnostic] = []

    /// Has found nothing wrong so far.
    package init() {}

    /// The values of a mapping's keys, all of which must be known.
    package mutating func mapping(_ node: YAMLNode, keys known: [String], required: [String] = []) -> YAMLKeys {
        var keys = YAMLKeys()
        guard let pairs = mappingPairs(node) else { return keys }
        for index in pairs.indices {
            guard let name = name(of: pairs[index].key) else { continue }
            if known.contains(name) {
                keys.add(name, pairs[index].value)
            } else {
                report(UnknownKey(key: name, known: known), at: pairs[index].key.place)
            }
        }
        for name in required where keys[name] == nil {
            report(MissingKey(key: name), at: node.place)
        }
        return keys
    }

    /// The pairs of a mapping in their order; nil, and a message, where it is none. Nothing at all is an empty one.
    package mutating func pairs(_ node: YAMLNode) -> [(name: String, key: YAMLNode, value: YAMLNode)]? {
        guard let pairs = mappingPairs(node) else { return nil }
        return pairs.compactMap { pair in
            guard let name = name(of: pair.key) else { return nil }
            return (name, pair.key, pair.value)
        }
    }

    private mutating func mappingPairs(_ node: YAMLNode) -> [YAMLNode.Pair]? {
        switch node.content {
        case .mapping(let pairs): return pairs
        case .scalar(""): return []
        default:
            report(WrongShape(expected: "a mapping", got: node.shape), at: node.place)
            return nil
        }
    }

    private mutating func name(of key: YAMLNode) -> String? {
        guard case .scalar(let name) = key.content, !name.isEmpty else {
            report(WrongShape(expected: "a name", got: key.shape), at: key.place)
            return nil
        }
        return name
    }

    /// The items of a list. A single value is a list of one.
    package mutating func list(_ node: YAMLNode) -> [YAMLNode] {
        switch node.content {
        case .sequence(let items): return items
        case .scalar(let text): return text.isEmpty ? [] : [node]
        case .mapping:
            report(WrongShape(expected: "a list", got: node.shape), at: node.place)
            return []
        }
    }

    /// The text of a single value that is not empty.
    package mutating func text(_ node: YAMLNode) -> String? {
        guard let text = node.text, !text.isEmpty else {
            report(WrongShape(expected: "a text", got: node.shape), at: node.place)
            return nil
        }
        return text
    }

    /// `true` or `false`.
    package mutating func flag(_ node: YAMLNode) -> Bool? {
        switch node.text {
        case "true": return true
        case "false": return false
        default:
            report(
                WrongShape(expected: "true or false", got: node.text.map { "`\($0)`" } ?? node.shape), at: node.place)
            return nil
        }
    }

    package mutating func report(_ problem: some Problem, at place: Place) {
        diagnostics.append(Diagnostic(problem, at: place))
    }

    package mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }
}
