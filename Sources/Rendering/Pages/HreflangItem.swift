/// A translation that search engines are told of.
final class HreflangItem: Sendable {
    let tag: String
    let href: String

    init(_ tag: String, _ href: String) {
        self.tag = tag
        self.href = href
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<HreflangItem>()
        builder.text("tag") { $0.tag }
        builder.text("href") { $0.href }
        return builder.schema
    }
}
