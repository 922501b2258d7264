import Values

/// A language of the switcher.
final class AlternateItem: Sendable {
    let language: Language
    let href: String
    let isCurrent: Bool
    /// What is to be said of the text there, in the page's language: that it is not translated yet, or behind; empty where
    /// it is current.
    let state: String
    /// The language of the text there: that of the source where it is not translated.
    let textLanguage: LanguageTag
    /// Where anchors lead that the page in that language lacks; empty where it has them all.
    let anchors: String

    init(
        _ language: Language, page: PageAddress, anchors: String = "", state: String = "",
        textLanguage: LanguageTag? = nil
    ) {
        self.language = language
        self.anchors = anchors
        self.state = state
        self.textLanguage = textLanguage ?? language.tag
        href = page.relative(to: language.tag)
        isCurrent = language.tag == page.language
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<AlternateItem>()
        builder.text("tag") { $0.language.tag.rawValue }
        builder.text("name") { $0.language.name }
        builder.text("alternate-dir") { $0.language.direction.rawValue }
        builder.text("href") { $0.href }
        builder.text("text-language") { $0.textLanguage.rawValue }
        builder.flag("has-state") { !$0.state.isEmpty }
        builder.text("state") { $0.state }
        builder.flag("is-current") { $0.isCurrent }
        builder.flag("is-other") { !$0.isCurrent }
        builder.flag("has-anchors") { !$0.anchors.isEmpty }
        builder.text("anchors") { $0.anchors }
        return builder.schema
    }
}
