import Sources

/// Which words a site uses: names that stay as they are, renderings that translations have to use, words to avoid.
public struct TermRules: Sendable {
    /// A word to avoid, and what to say in its place.
    public struct Avoided: Sendable, Hashable {
        /// The word or the words.
        public let term: String
        /// What to say; may be empty.
        public let instead: String
    }

    /// Names of products and persons, labels of buttons: the same in every language, letter by letter.
    public let kept: [String]
    /// What one thing is called in each language; the first of several is the one to write.
    public let renderings: [[LanguageTag: [String]]]
    /// What each language avoids.
    public let avoided: [LanguageTag: [Avoided]]

    /// No rules.
    public static let none = TermRules()

    /// Puts rules together.
    public init(
        kept: [String] = [], renderings: [[LanguageTag: [String]]] = [], avoided: [LanguageTag: [Avoided]] = [:]
    ) {
        self.kept = kept
        self.renderings = renderings
        self.avoided = avoided
    }

    /// Reads `terms:` of vademecum.yaml.
    package static func read(_ node: YAMLNode, _ reader: inout YAMLReader) -> TermRules {
        let keys = reader.mapping(node, keys: ["keep", "translate", "avoid"])
        var renderings: [[LanguageTag: [String]]] = []
        for item in keys["translate"].map({ reader.list($0) }) ?? [] {
            var texts: [LanguageTag: [String]] = [:]
            for (name, key, value) in reader.pairs(item) ?? [] {
                guard let tag = reader.language(name, at: key.place) else { continue }
                texts[tag] = reader.list(value).compactMap { reader.text($0) }
            }
            renderings.append(texts)
        }
        var avoided: [LanguageTag: [Avoided]] = [:]
        for (name, key, value) in keys["avoid"].flatMap({ reader.pairs($0) }) ?? [] {
            guard let tag = reader.language(name, at: key.place) else { continue }
            avoided[tag] = readAvoided(value, &reader)
        }
        return TermRules(
            kept: keys["keep"].map { reader.list($0).compactMap { reader.text($0) } } ?? [], renderings: renderings,
            avoided: avoided)
    }

    /// Reads words with what to say in their place.
    package static func readAvoided(_ node: YAMLNode, _ reader: inout YAMLReader) -> [Avoided] {
        (reader.pairs(node) ?? []).map { Avoided(term: $0.name, instead: $0.value.text ?? "") }
    }
}
