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
    /// Where a new issue is begun; nil where nobody says, and the source does not tell.
    public let issues: String?
    /// The kind of guides that name none.
    public let kind: String
    /// Which names in braces are placeholders, where a guide says nothing else.
    public let placeholders: Placeholders
    /// The settings of the team's wiki.
    public let wiki: WikiSettings
    /// Findings of `check` that are left out of its report.
    public let ignores: [IgnoreRule]
    /// The groups that lists show guides in, and their order.
    public let order: GuideOrder
    /// What readers see of tags, by the tags.
    public let tags: [String: LocalizedText]
    /// Which words the texts use.
    public let terms: TermRules
    /// Addresses that have moved.
    public let redirects: [Redirect]
    /// The values, in the order of the file.
    public let values: ValueDeclarations

    /// Puts a configuration together; of two values with one name the first counts.
    public init(
        title: LocalizedText, languages: [LanguageTag], audience: Audience = .public, url: String? = nil,
        source: String? = nil, issues: String? = nil, kind: String = "how-to", placeholders: Placeholders = .all,
        wiki: WikiSettings = WikiSettings(), ignores: [IgnoreRule] = [], terms: TermRules = .none,
        groups: [GuideGroup] = [], tags: [String: LocalizedText] = [:],
        redirects: [Redirect] = [], values: [ValueDeclaration] = []
    ) {
        self.title = title
        self.languages = languages
        self.audience = audience
        self.url = url
        self.source = source
        self.issues = issues ?? source.flatMap(IssueTracker.newIssue(forSource:))
        self.kind = kind
        self.placeholders = placeholders
        self.wiki = wiki
        self.ignores = ignores
        self.terms = terms
        self.redirects = redirects
        order = GuideOrder(groups)
        self.tags = tags
        self.values = ValueDeclarations(values)
    }

    /// What readers of a language see of a guide's tags.
    public func labels(of tags: [String], in language: LanguageTag) -> [String] {
        tags.map { self.tags[$0]?[language] ?? $0 }
    }

    /// The language that the others are translated from.
    public var sourceLanguage: LanguageTag? { languages.first }
}
