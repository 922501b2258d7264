import Values

/// The root of the site, where readers choose a language.
public final class LanguagesPage: Sendable {
    let languages: [LanguageItem]

    /// All languages, the source first.
    public init(_ languages: [(language: Language, title: String)]) {
        self.languages = languages.map { LanguageItem($0.language, title: $0.title) }
    }

    /// The fields of the root's template.
    public static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<LanguagesPage>()
        builder.text("root") { _ in "" }
        builder.list("languages", of: LanguageItem.schema()) { $0.languages }
        return builder.schema
    }
}
