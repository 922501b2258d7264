/// An option of a step.
final class OptionItem: Sendable {
    let part: RenderedEdition.OptionPart

    init(_ part: RenderedEdition.OptionPart) { self.part = part }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<OptionItem>()
        builder.text("id") { $0.part.id }
        builder.text("label") { $0.part.label }
        builder.html("title-html") { $0.part.titleHTML }
        builder.html("html") { $0.part.html }
        builder.flag("is-recommended") { $0.part.isRecommended }
        return builder.schema
    }
}
