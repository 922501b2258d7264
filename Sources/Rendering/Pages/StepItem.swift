/// A step of a guide's page.
final class StepItem: Sendable {
    let part: RenderedEdition.StepPart
    let options: [OptionItem]

    init(_ part: RenderedEdition.StepPart) {
        self.part = part
        options = part.options.map(OptionItem.init)
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<StepItem>()
        builder.text("id") { $0.part.id }
        builder.text("number") { String($0.part.number) }
        builder.text("label") { $0.part.label }
        builder.html("title-html") { $0.part.titleHTML }
        builder.html("html") { $0.part.html }
        builder.flag("has-options") { !$0.options.isEmpty }
        builder.list("options", of: OptionItem.schema()) { $0.options }
        return builder.schema
    }
}
