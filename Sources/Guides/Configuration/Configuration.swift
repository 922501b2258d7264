import Values

/// `vademecum.yaml`: the site, its languages and its values.
public struct Configuration: Sendable {
    /// The site's name.
    public let title: LocalizedText
    /// The languages, at least one; the first is the one that the others are translated from.
    public let languages: [LanguageTag]
    /// Who reads what is built, unless the command line says otherwise.
    public let audience: Audience
    /// The address that the site will have, with a slash at its end; nil leaves out what needs it.
    public let url: String?
    /// Where a file can be edited, with a slash at its end; the file's path is put behind it.
    public let source: String?
    /// The kind of guides that name none.
    public let kind: String
    /// Which names in braces are placeholders, where a guide says nothing else.
    public let placeholders: Placeholders
    /// The settings of the team's wiki.
    public let wiki: WikiSettings
    /// Findings of `check` that are left out of its report.
    public let ignores: [IgnoreRule]
    /// Which words the texts use.
    public let terms: TermRules
    /// The values, in the order of the file.
    public let values: ValueDeclarations

    /// Puts a configuration together; of two values with one name the first counts.
    public init(
        title: LocalizedText, languages: [LanguageTag], audience: Audience = .public, url: String? = nil,
        source: String? = nil, kind: String = "how-to", placeholders: Placeholders = .all,
        wiki: WikiSettings = WikiSettings(), ignores: [IgnoreRule] = [],
        terms: TermRules = .none, values: [ValueDeclaration] = []
    ) {
        self.title = title
        self.languages = languages
        self.audience = audience
        self.url = url
        self.source = source
        self.kind = kind
        self.placeholders = placeholders
        self.wiki = wiki
        self.ignores = ignores
        self.terms = terms
        self.values = ValueDeclarations(values)
    }

    /// The language that the others are translated from.
    public var sourceLanguage: LanguageTag? { languages.first }
}
