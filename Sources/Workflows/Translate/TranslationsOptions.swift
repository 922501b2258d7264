import Values

/// What the command line says about translations.
public struct TranslationsOptions: Sendable {
    /// The guide's ID; nil for all of them.
    public var guide: String?
    /// The language of the translations; nil for all of them.
    public var language: LanguageTag?
    /// The IDs of the sections; empty for all of them.
    public var sections: [String] = []
    /// Why translations that did not change are current all the same; nil where no reason is given.
    public var unchanged: String?

    /// All guides in all languages.
    public init() {}
}
