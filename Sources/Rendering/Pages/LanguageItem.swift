import Values

final class LanguageItem: Sendable {
    let language: Language
    let title: String
    let href: String

    init(_ language: Language, title: String, href: String? = nil) {
        self.language = language
        self.title = title
        self.href = href ?? "\(language.tag)/index.html"
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<LanguageItem>()
        builder.text("tag") { $0.language.tag.rawValue }
        builder.text("name") { $0.language.name }
        builder.text("language-dir") { $0.language.direction.rawValue }
        builder.text("title") { $0.title }
        builder.text("href") { $0.href }
        return builder.schema
    }
}
