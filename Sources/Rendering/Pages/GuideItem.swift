import Values

/// A guide in a list of guides.
public final class GuideItem: Sendable {
    let href: String
    let title: String
    let summary: String
    let tags: [TagItem]
    let notice: String
    let language: Language

    /// - Parameters:
    ///   - path: the path of the guide's page, below the language's folder.
    ///   - language: the language that title and summary are written in.
    ///   - notice: what readers should know, such as that it is not translated; empty for nothing.
    public init(path: String, title: String, summary: String, tags: [String], language: Language, notice: String) {
        href = Self.href(to: path)
        self.title = title
        self.summary = summary
        self.tags = tags.map(TagItem.init)
        self.language = language
        self.notice = notice
    }

    /// The way from a language's home to the page at a path.
    public static func href(to path: String) -> String { PercentEncoding.encode(path: path) + "/index.html" }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<GuideItem>()
        builder.text("href") { $0.href }
        builder.text("title") { $0.title }
        builder.flag("has-summary") { !$0.summary.isEmpty }
        builder.text("summary") { $0.summary }
        builder.text("content-language") { $0.language.tag.rawValue }
        builder.text("content-dir") { $0.language.direction.rawValue }
        builder.flag("has-tags") { !$0.tags.isEmpty }
        builder.list("tags", of: TagItem.schema()) { $0.tags }
        builder.flag("has-notice") { !$0.notice.isEmpty }
        builder.text("notice") { $0.notice }
        return builder.schema
    }
}
