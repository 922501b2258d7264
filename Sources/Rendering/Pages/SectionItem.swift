/// A section of a guide's page.
final class SectionItem: Sendable {
    let part: RenderedEdition.SectionPart
    let steps: [StepItem]

    init(_ part: RenderedEdition.SectionPart) {
        self.part = part
        steps = part.steps.map(StepItem.init)
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<SectionItem>()
        builder.text("id") { $0.part.id }
        builder.text("title-text") { $0.part.title }
        builder.html("title-html") { $0.part.titleHTML }
        builder.text("level") { String($0.part.level) }
        builder.html("contents-html") { $0.part.contents }
        builder.html("html") { $0.part.html }
        builder.flag("is-steps") { $0.part.holdsSteps }
        builder.list("steps", of: StepItem.schema()) { $0.steps }
        return builder.schema
    }
}
