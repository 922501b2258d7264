import Guides

/// A guide's page in one language, as its template sees it.
public final class GuidePage: Sendable {
    let frame: PageFrame
    let title: String
    let summary: String
    let titleTemplate: String
    let summaryTemplate: String
    let contentLanguage: String
    let contentDirection: String
    let notice: String
    let exampleNote: String
    let reviewed: String
    let reviewedDay: String
    let editHref: String
    let reportHref: String
    let errorHref: String
    let moved: String
    let extra: Extra
    let tags: [TagItem]
    let group: (number: Int, title: String)?
    let onward: OnwardWays
    let hasImages: Bool
    let lead: Range<Int>
    let sections: [SectionItem]
    let notes: Range<Int>
    let data: Range<Int>
    let linkedData: Range<Int>

    /// - Parameters:
    ///   - edition: the text; it may be in another language than the page.
    ///   - frame: what the page has around it.
    ///   - tags: the guide's tags.
    ///   - group: the group that lists show it in; nil for none.
    ///   - onward: where readers can go on.
    ///   - reviewed: when somebody last read the guide over, in words of the page's language and in ISO 8601.
    ///   - editHref: where the text can be edited; empty where the configuration has no address.
    ///   - reportHref: where a reader tells that something is wrong; empty where nobody says.
    ///   - errorID: the name of the error's address that stays; nil where it has none.
    ///   - moved: anchors that it has no longer, and where they lead (`MovedAnchors`).
    ///   - data: the script's data, as a range of the bytes that the page is rendered with; empty for none.
    ///   - linkedData: what search engines read, as such a range.
    public init(
        _ edition: RenderedEdition, frame: PageFrame, tags: [String],
        group: (number: Int, title: String)? = nil, onward: OnwardWays = OnwardWays(),
        reviewed: (text: String, day: String)? = nil,
        editHref: String, reportHref: String = "", errorID: String? = nil, moved: String = "",
        data: Range<Int> = 0..<0,
        linkedData: Range<Int> = 0..<0
    ) {
        self.frame = frame
        title = edition.title
        summary = edition.summary
        titleTemplate = edition.titleTemplate
        summaryTemplate = edition.summaryTemplate
        contentLanguage = edition.language.tag.rawValue
        contentDirection = edition.language.direction.rawValue
        notice = edition.language.tag == frame.language.tag ? "" : frame.language.term("untranslated-notice")
        exampleNote = edition.showsExamples ? frame.language.term("example-note") : ""
        self.reviewed = reviewed?.text ?? ""
        reviewedDay = reviewed?.day ?? ""
        self.editHref = editHref
        self.reportHref = reportHref
        self.group = group
        self.onward = onward
        errorHref = errorID.map { "\(frame.root)\(frame.language.tag)/\(ErrorAddressPage.path(of: $0))" } ?? ""
        self.moved = moved
        extra = edition.extra
        self.data = data
        self.linkedData = linkedData
        self.tags = tags.map(TagItem.init)
        hasImages = edition.hasImages
        lead = edition.lead
        sections = edition.sections.map(SectionItem.init)
        notes = edition.notes
    }

    /// The fields of a guide's template.
    public static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<GuidePage>()
        PageFrame.declare(&builder, \.frame)
        builder.text("title") { $0.title }
        builder.flag("has-group") { $0.group != nil }
        builder.text("group-title") { $0.group?.title ?? "" }
        builder.text("group-href") { "\($0.frame.homeHref)#\(GroupItem.anchor($0.group?.number))" }
        builder.text("siblings-title") { $0.group?.title ?? $0.frame.language.term("other-guides") }
        OnwardWays.declare(&builder, \.onward)
        builder.flag("has-summary") { !$0.summary.isEmpty }
        builder.text("summary") { $0.summary }
        builder.flag("has-title-values") { !$0.titleTemplate.isEmpty }
        builder.text("title-values") { $0.titleTemplate }
        builder.flag("has-summary-values") { !$0.summaryTemplate.isEmpty }
        builder.text("summary-values") { $0.summaryTemplate }
        builder.text("content-language") { $0.contentLanguage }
        builder.text("content-dir") { $0.contentDirection }
        builder.text("markdown-href") { _ in "index.md" }
        builder.flag("has-notice") { !$0.notice.isEmpty }
        builder.text("notice") { $0.notice }
        builder.flag("has-example-note") { !$0.exampleNote.isEmpty }
        builder.text("example-note") { $0.exampleNote }
        builder.flag("has-about") { !$0.reviewed.isEmpty || !$0.editHref.isEmpty || !$0.reportHref.isEmpty }
        builder.flag("has-reviewed") { !$0.reviewed.isEmpty }
        builder.text("reviewed") { $0.reviewed }
        builder.text("reviewed-day") { $0.reviewedDay }
        builder.flag("has-data") { !$0.data.isEmpty }
        builder.html("data") { $0.data }
        builder.flag("has-linked-data") { !$0.linkedData.isEmpty }
        builder.html("linked-data") { $0.linkedData }
        // A language's feed has the guides that are written in it and were read over.
        builder.flag("has-feed") {
            !$0.reviewed.isEmpty && !$0.frame.site.isEmpty && $0.contentLanguage == $0.frame.language.tag.rawValue
        }
        builder.flag("has-edit") { !$0.editHref.isEmpty }
        builder.text("edit-href") { $0.editHref }
        builder.flag("has-report") { !$0.reportHref.isEmpty }
        builder.text("report-href") { $0.reportHref }
        builder.flag("has-images") { $0.hasImages }
        builder.flag("has-tabs") { $0.sections.contains { $0.steps.contains { $0.options.count > 1 } } }
        builder.flag("has-error-address") { !$0.errorHref.isEmpty }
        builder.text("error-href") { $0.errorHref }
        builder.extras { $0.extra }
        builder.flag("has-moved") { !$0.moved.isEmpty }
        builder.text("moved") { $0.moved }
        builder.flag("has-tags") { !$0.tags.isEmpty }
        builder.list("tags", of: TagItem.schema()) { $0.tags }
        builder.flag("has-lead") { !$0.lead.isEmpty }
        builder.html("lead-html") { $0.lead }
        builder.flag("has-footnotes") { !$0.notes.isEmpty }
        builder.html("footnotes-html") { $0.notes }
        builder.flag("has-contents") { !$0.sections.isEmpty }
        builder.list("sections", of: SectionItem.schema()) { $0.sections }
        return builder.schema
    }
}
