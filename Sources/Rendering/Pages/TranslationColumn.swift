import Values

/// A language that guides are translated into.
final class TranslationColumn: Sendable {
    let language: Language

    init(_ language: Language) { self.language = language }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<TranslationColumn>()
        builder.text("tag") { $0.language.tag.rawValue }
        builder.text("name") { $0.language.name }
        builder.text("column-dir") { $0.language.direction.rawValue }
        return builder.schema
    }
}
