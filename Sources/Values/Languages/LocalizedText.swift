/// A short text in several languages: a label, a unit, a title.
public struct LocalizedText: Sendable, Hashable {
    /// The text of each language that has one.
    public let texts: [LanguageTag: String]
    /// What stands for a language that has none: a text given without a language, or the key that it labels.
    public let fallback: String

    /// Collects the texts of several languages.
    public init(_ texts: [LanguageTag: String], fallback: String) {
        self.texts = texts
        self.fallback = fallback
    }

    /// The text that a language has itself, or its primary subtag has (`fr` for `fr-CH`), else what is given.
    public subscript(language: LanguageTag, orElse other: String?) -> String? {
        if let text = texts[language] { return text }
        let primary = language.rawValue.prefix { $0 != "-" }
        return LanguageTag(rawValue: String(primary)).flatMap { texts[$0] } ?? other
    }

    /// The text for a language: its own, else that of its primary subtag (`fr` for `fr-CH`), else the fallback.
    public subscript(language: LanguageTag) -> String {
        if let text = texts[language] { return text }
        let primary = language.rawValue.prefix { $0 != "-" }
        return LanguageTag(rawValue: String(primary)).flatMap { texts[$0] } ?? fallback
    }
}
