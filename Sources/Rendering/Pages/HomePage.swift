import Values

/// The home of one language: a list of its guides.
public final class HomePage: Sendable {
    let frame: PageFrame
    let guides: GuideList
    let hasTranslations: Bool
    let hasErrors: Bool

    /// - Parameters:
    ///   - guides: the guides, in the order to show them.
    ///   - hasTranslations: whether the site has a page that says which translations are behind.
    ///   - hasErrors: whether some guide is about an error, which a reader may have a message of.
    public init(frame: PageFrame, guides: GuideList, hasTranslations: Bool = false, hasErrors: Bool = false) {
        self.frame = frame
        self.hasErrors = hasErrors
        self.guides = guides
        self.hasTranslations = hasTranslations
    }

    /// The fields of a home's template.
    public static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<HomePage>()
        PageFrame.declare(&builder, \.frame)
        builder.flag("has-data") { $0.hasErrors }
        builder.flag("has-guides") { $0.guides.count > 0 }
        builder.list("guides", of: GuideItem.schema()) { $0.guides }
        builder.flag("has-translations") { $0.hasTranslations }
        builder.text("translations-href") { _ in "\(TranslationsPage.id)/index.html" }
        return builder.schema
    }
}

/// The guides of a home, each made when its turn comes: there may be many thousands.
public struct GuideList: Sequence, Sendable {
    /// How many there are.
    let count: Int
    private let item: @Sendable (Int) -> GuideItem?

    /// - Parameter item: makes one; nil leaves it out.
    public init(count: Int, item: @escaping @Sendable (Int) -> GuideItem?) {
        self.count = count
        self.item = item
    }

    /// The guides in their order.
    public func makeIterator() -> some IteratorProtocol<GuideItem> {
        (0..<count).lazy.compactMap(item).makeIterator()
    }
}

/// A guide in a list of guides.
public final class GuideItem: Sendable {
    let href: String
    let title: String
    let summary: String
    let tags: [TagItem]
    let notice: String
    let language: Language

    /// - Parameters:
    ///   - guide: the guide's ID, below the language's folder.
    ///   - language: the language that title and summary are written in.
    ///   - notice: what readers should know, such as that it is not translated; empty for nothing.
    public init(guide: String, title: String, summary: String, tags: [String], language: Language, notice: String) {
        href = Self.href(to: guide)
        self.title = title
        self.summary = summary
        self.tags = tags.map(TagItem.init)
        self.language = language
        self.notice = notice
    }

    /// The way from a language's home to a guide.
    public static func href(to guide: String) -> String { PercentEncoding.encode(path: guide) + "/index.html" }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<GuideItem>()
        builder.text("href") { $0.href }
        builder.text("title") { $0.title }
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

/// The root of the site, where readers choose a language.
public final class LanguagesPage: Sendable {
    let languages: [LanguageItem]

    /// All languages, the source first.
    public init(_ languages: [(language: Language, title: String)]) {
        self.languages = languages.map { LanguageItem($0.language, title: $0.title) }
    }

    /// The fields of the root's template.
    public static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<LanguagesPage>()
        builder.text("root") { _ in "" }
        builder.list("languages", of: LanguageItem.schema()) { $0.languages }
        return builder.schema
    }
}

final class LanguageItem: Sendable {
    let language: Language
    let title: String

    init(_ language: Language, title: String) {
        self.language = language
        self.title = title
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<LanguageItem>()
        builder.text("tag") { $0.language.tag.rawValue }
        builder.text("name") { $0.language.name }
        builder.text("language-dir") { $0.language.direction.rawValue }
        builder.text("title") { $0.title }
        builder.text("href") { "\($0.language.tag)/index.html" }
        return builder.schema
    }
}
