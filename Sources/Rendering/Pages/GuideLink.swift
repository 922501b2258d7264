import Values

/// A link from a guide's page to another guide.
public final class GuideLink: Sendable {
    let href: String
    let title: String
    let language: Language
    let isForeign: Bool

    /// - Parameters:
    ///   - guide: the other guide's ID.
    ///   - language: the language that the title is written in.
    ///   - page: where the link stands.
    public init(to guide: String, title: String, in language: Language, from page: PageAddress) {
        // From the page's folder to its language's.
        href = page.root.dropFirst(3) + GuideItem.href(to: page.page(of: guide).path)
        self.title = title
        self.language = language
        isForeign = language.tag != page.language
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<GuideLink>()
        builder.text("href") { $0.href }
        builder.text("title") { $0.title }
        builder.flag("is-foreign") { $0.isForeign }
        builder.text("tag") { $0.language.tag.rawValue }
        builder.text("link-dir") { $0.language.direction.rawValue }
        return builder.schema
    }
}
