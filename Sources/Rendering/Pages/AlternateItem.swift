import Values

/// A language of the switcher.
final class AlternateItem: Sendable {
    let language: Language
    let href: String
    let isCurrent: Bool
    /// Where anchors lead that the page in that language lacks; empty where it has them all.
    let anchors: String

    init(_ language: Language, page: PageAddress, anchors: String = "") {
        self.language = language
        self.anchors = anchors
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
        builder.flag("has-anchors") { !$0.anchors.isEmpty }
        builder.text("anchors") { $0.anchors }
        return builder.schema
    }
}
