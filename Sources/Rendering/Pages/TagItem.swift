/// A word to find a guide by.
final class TagItem: Sendable {
    let name: String

    init(_ name: String) { self.name = name }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<TagItem>()
        builder.text("name") { $0.name }
        return builder.schema
    }
}
