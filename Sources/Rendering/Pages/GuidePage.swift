/// A guide's page in one language, as its template sees it.
public final class GuidePage: Sendable {
    let frame: PageFrame
    let title: String
    let summary: String
    let contentLanguage: String
    let contentDirection: String
    let notice: String
    let exampleNote: String
    let editHref: String
    let tags: [TagItem]
    let sections: [SectionItem]
    let data: Range<Int>

    /// - Parameters:
    ///   - edition: the text; it may be in another language than the page.
    ///   - frame: what the page has around it.
    ///   - tags: the guide's tags.
    ///   - editHref: where the text can be edited; empty where nobody said.
    ///   - data: the script's data, as a range of the bytes that the page is rendered with; empty for none.
    public init(
        _ edition: RenderedEdition, frame: PageFrame, tags: [String], editHref: String, data: Range<Int> = 0..<0
    ) {
        self.frame = frame
        title = edition.title
        summary = edition.summary
        contentLanguage = edition.language.tag.rawValue
        contentDirection = edition.language.direction.rawValue
        notice = edition.language.tag == frame.language.tag ? "" : frame.language.term("untranslated-notice")
        exampleNote = edition.showsExamples ? frame.language.term("example-note") : ""
        self.editHref = editHref
        self.data = data
        self.tags = tags.map(TagItem.init)
        sections = edition.sections.map(SectionItem.init)
    }

    /// The fields of a guide's template.
    public static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<GuidePage>()
        PageFrame.declare(&builder, \.frame)
        builder.text("title") { $0.title }
        builder.text("summary") { $0.summary }
        builder.text("content-language") { $0.contentLanguage }
        builder.text("content-dir") { $0.contentDirection }
        builder.text("markdown-href") { _ in "index.md" }
        builder.flag("has-notice") { !$0.notice.isEmpty }
        builder.text("notice") { $0.notice }
        builder.flag("has-example-note") { !$0.exampleNote.isEmpty }
        builder.text("example-note") { $0.exampleNote }
        builder.flag("has-data") { !$0.data.isEmpty }
        builder.html("data") { $0.data }
        builder.flag("has-edit") { !$0.editHref.isEmpty }
        builder.text("edit-href") { $0.editHref }
        builder.flag("has-tags") { !$0.tags.isEmpty }
        builder.list("tags", of: TagItem.schema()) { $0.tags }
        builder.list("sections", of: SectionItem.schema()) { $0.sections }
        return builder.schema
    }
}

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
        builder.html("html") { $0.part.html }
        builder.flag("is-steps") { $0.part.holdsSteps }
        builder.list("steps", of: StepItem.schema()) { $0.steps }
        return builder.schema
    }
}

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
        builder.html("title-html") { $0.part.titleHTML }
        builder.html("html") { $0.part.html }
        builder.flag("has-options") { !$0.options.isEmpty }
        builder.list("options", of: OptionItem.schema()) { $0.options }
        return builder.schema
    }
}

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
