/// What a number counts, as readers of each language say it: `token` and `tokens`.
public struct ValueUnit: Sendable, Hashable {
    /// The form of most numbers.
    public let other: LocalizedText
    /// The forms of a language by their plural categories; nothing for a language that has one form for all.
    public let forms: [LanguageTag: [String: String]]

    /// Puts a unit together.
    public init(other: LocalizedText, forms: [LanguageTag: [String: String]] = [:]) {
        self.other = other
        self.forms = forms
    }

    /// The form that agrees with a number.
    ///
    /// - Parameter digits: the number as it is shown, in ASCII digits with a point.
    public func form(for digits: String, in language: LanguageTag) -> String {
        let forms = forms(in: language)
        guard !forms.isEmpty else { return other[language] }
        return forms[PluralRules(language).category(of: digits)] ?? forms["other"] ?? other[language]
    }

    /// The forms of a language, or of its primary subtag (`fr` for `fr-CH`).
    public func forms(in language: LanguageTag) -> [String: String] {
        if let forms = forms[language] { return forms }
        let primary = LanguageTag(rawValue: String(language.rawValue.prefix { $0 != "-" }))
        return primary.flatMap { forms[$0] } ?? [:]
    }

    /// The name under which texts print the unit of a value.
    static func name(of value: String) -> String { value + ".unit" }
}
