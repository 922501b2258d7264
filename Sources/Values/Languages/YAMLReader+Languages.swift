import Sources

extension YAMLReader {
    /// A text for every language, or one for all.
    package mutating func localizedText(_ node: YAMLNode, fallback: String) -> LocalizedText {
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
    package mutating func language(_ text: String, at place: Place) -> LanguageTag? {
        guard let tag = LanguageTag(rawValue: text) else {
            let meant = LanguageTag.meant(by: text)?.rawValue
            report(
                WrongShape(expected: meant.map { "`\($0)`" } ?? "a language such as `fr` or `pt-BR`", got: "`\(text)`"),
                at: place)
            return nil
        }
        return tag
    }
}
