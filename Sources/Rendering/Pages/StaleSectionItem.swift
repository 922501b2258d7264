/// A section that is behind.
final class StaleSectionItem: Sendable {
    let title: String
    let href: String

    init(title: String, href: String) {
        self.title = title
        self.href = href
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<StaleSectionItem>()
        builder.text("title") { $0.title }
        builder.text("href") { $0.href }
        return builder.schema
    }
}
