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
    /// The settings of the team's wiki.
    public let wiki: WikiSettings
    /// Findings of `check` that are left out of its report.
    public let ignores: [IgnoreRule]
    /// The values, in the order of the file.
    public let values: [ValueDeclaration]
    /// The names of the values.
    let names: NameTable
    /// Whether a value is no part of a text, such as a table; one for each value.
    public let isPicture: [Bool]

    /// Puts a configuration together; of two values with one name the first counts.
    public init(
        title: LocalizedText, languages: [LanguageTag], audience: Audience = .public, url: String? = nil,
        source: String? = nil, wiki: WikiSettings = WikiSettings(), ignores: [IgnoreRule] = [],
        values: [ValueDeclaration] = []
    ) {
        self.title = title
        self.languages = languages
        self.audience = audience
        self.url = url
        self.source = source
        self.wiki = wiki
        self.ignores = ignores
        self.values = values
        isPicture = values.map(\.type.isPicture)
        names = NameTable(values.map(\.name))
    }

    /// The position of a value in `values`.
    public func index(of name: String) -> Int? { names.index(of: name) }

    /// A value's declaration.
    public func declaration(named name: String) -> ValueDeclaration? { index(of: name).map { values[$0] } }

    /// The language that the others are translated from.
    public var sourceLanguage: LanguageTag? { languages.first }
}
