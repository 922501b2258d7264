/// Takes YAML values apart, and collects what is wrong with them instead of stopping at the first.
struct YAMLReader {
    private(set) var diagnostics: [Diagnostic] = []

    /// The values of a mapping's keys, all of which must be known.
    mutating func mapping(_ node: YAMLNode, keys known: [String], required: [String] = []) -> YAMLKeys {
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
    mutating func pairs(_ node: YAMLNode) -> [(name: String, key: YAMLNode, value: YAMLNode)]? {
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
    mutating func list(_ node: YAMLNode) -> [YAMLNode] {
        switch node.content {
        case .sequence(let items): return items
        case .scalar(let text): return text.isEmpty ? [] : [node]
        case .mapping:
            report(WrongShape(expected: "a list", got: node.shape), at: node.place)
            return []
        }
    }

    /// The text of a single value that is not empty.
    mutating func text(_ node: YAMLNode) -> String? {
        guard let text = node.text, !text.isEmpty else {
            report(WrongShape(expected: "a text", got: node.shape), at: node.place)
            return nil
        }
        return text
    }

    /// `true` or `false`.
    mutating func flag(_ node: YAMLNode) -> Bool? {
        switch node.text {
        case "true": return true
        case "false": return false
        default:
            report(
                WrongShape(expected: "true or false", got: node.text.map { "`\($0)`" } ?? node.shape), at: node.place)
            return nil
        }
    }

    /// A text for every language, or one for all.
    mutating func localizedText(_ node: YAMLNode, fallback: String) -> LocalizedText {
        if let text = node.text { return LocalizedText([:], fallback: text.isEmpty ? fallback : text) }
        var texts: [LanguageTag: String] = [:]
        var first: String?
        for (name, key, value) in pairs(node) ?? [] {
            guard let tag = language(name, at: key.place), let text = text(value) else { continue }
            texts[tag] = text
            first = first ?? text
        }
        return LocalizedText(texts, fallback: first ?? fallback)
    }

    /// A language's tag.
    mutating func language(_ text: String, at place: Place) -> LanguageTag? {
        guard let tag = LanguageTag(rawValue: text) else {
            report(WrongShape(expected: "a language such as `fr` or `pt-BR`", got: "`\(text)`"), at: place)
            return nil
        }
        return tag
    }

    mutating func report(_ problem: some Problem, at place: Place) {
        diagnostics.append(Diagnostic(problem, at: place))
    }

    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }
}

/// The values of a mapping by their keys: so few that they are looked through.
struct YAMLKeys {
    private var names: [String] = []
    private var values: [YAMLNode] = []

    /// Adds a value, which a value of the same name before it hides.
    mutating func add(_ name: String, _ value: YAMLNode) {
        names.append(name)
        values.append(value)
    }

    subscript(name: String) -> YAMLNode? { names.firstIndex(of: name).map { values[$0] } }
}

/// A key that nothing reads.
struct UnknownKey: Problem {
    static let check = "unknown-key"
    let key: String
    let known: [String]

    var message: String { "`\(key)` is not known here" }
    var help: String? {
        NearestName.suggestion(for: key, in: known)
            ?? "the keys are \(known.map { "`\($0)`" }.joined(separator: ", "))"
    }
}

/// A key that has to be there.
struct MissingKey: Problem {
    static let check = "missing-key"
    let key: String

    var message: String { "`\(key)` is missing" }
    var help: String? { "add `\(key): …`" }
}

/// A value of another shape than the one that is read.
struct WrongShape: Problem {
    static let check = "wrong-shape"
    let expected: String
    let got: String

    var message: String { "expected \(expected), found \(got)" }
}
