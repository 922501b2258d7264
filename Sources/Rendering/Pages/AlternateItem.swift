import Values

/// A language of the switcher.
final class AlternateItem: Sendable {
    let language: Language
    let href: String
    let isCurrent: Bool

    init(_ language: Language, page: PageAddress) {
        self.language = language
        href = page.relative(to: language.tag)
        isCurrent = language.tag == page.language
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<AlternateItem>()
        builder.text("tag") { $0.language.tag.rawValue }
        builder.text("name") { $0.language.name }
        builder.text("alternate-dir") { $0.language.direction.rawValue }
        builder.text("href") { $0.href }
        builder.flag("is-current") { $0.isCurrent }
        builder.flag("is-other") { !$0.isCurrent }
        return builder.schema
    }
}
