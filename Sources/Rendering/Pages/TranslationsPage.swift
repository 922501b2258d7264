import Values

/// The team's page of one language that says which translations are behind: guides by languages.
public final class TranslationsPage: Sendable {
    /// The page's place below its language's folder; no guide of a team's site may have it.
    public static let id = "translations"

    let frame: PageFrame
    let columns: [TranslationColumn]
    let rows: [TranslationRow]

    /// - Parameters:
    ///   - languages: the languages that guides are translated into.
    ///   - rows: the guides, in the order to show them.
    public init(frame: PageFrame, languages: [Language], rows: [TranslationRow]) {
        self.frame = frame
        columns = languages.map(TranslationColumn.init)
        self.rows = rows
    }

    /// The fields of the page's template.
    public static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<TranslationsPage>()
        PageFrame.declare(&builder, \.frame)
        builder.list("columns", of: TranslationColumn.schema()) { $0.columns }
        builder.list("rows", of: TranslationRow.schema()) { $0.rows }
        return builder.schema
    }
}

/// A language that guides are translated into.
final class TranslationColumn: Sendable {
    let language: Language

    init(_ language: Language) { self.language = language }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<TranslationColumn>()
        builder.text("tag") { $0.language.tag.rawValue }
        builder.text("name") { $0.language.name }
        builder.text("column-dir") { $0.language.direction.rawValue }
        return builder.schema
    }
}

/// A guide and its translations.
public final class TranslationRow: Sendable {
    let href: String
    let title: String
    let language: Language
    let cells: [TranslationCell]

    /// - Parameters:
    ///   - guide: the guide's ID.
    ///   - title: the guide's title, in the language that is given.
    ///   - cells: one for each column.
    public init(guide: String, title: String, language: Language, cells: [TranslationCell]) {
        href = "../\(PercentEncoding.encode(path: guide))/index.html"
        self.title = title
        self.language = language
        self.cells = cells
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<TranslationRow>()
        builder.text("href") { $0.href }
        builder.text("title") { $0.title }
        builder.text("content-language") { $0.language.tag.rawValue }
        builder.text("content-dir") { $0.language.direction.rawValue }
        builder.list("cells", of: TranslationCell.schema()) { $0.cells }
        return builder.schema
    }
}

/// How far a guide's translation into one language is.
public final class TranslationCell: Sendable {
    let state: String
    let stateName: String
    let language: Language
    let sections: [StaleSectionItem]

    /// - Parameters:
    ///   - state: `current`, `behind`, `unrecorded` or `missing`, by which the page's style tells them apart.
    ///   - stateName: the same in the page's language.
    ///   - guide: the guide's ID.
    ///   - language: the language of the translation.
    ///   - sections: the sections that are behind: their anchors, empty for title and summary, and their titles.
    public init(
        state: String, stateName: String, guide: String, language: Language, sections: [(id: String, title: String)]
    ) {
        self.state = state
        self.stateName = stateName
        self.language = language
        let page = "../../\(PercentEncoding.encode(path: "\(language.tag)/\(guide)"))/index.html"
        self.sections = sections.map {
            StaleSectionItem(title: $0.title, href: $0.id.isEmpty ? page : "\(page)#\($0.id)")
        }
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<TranslationCell>()
        builder.text("state") { $0.state }
        builder.text("state-name") { $0.stateName }
        builder.text("content-language") { $0.language.tag.rawValue }
        builder.text("content-dir") { $0.language.direction.rawValue }
        builder.flag("has-sections") { !$0.sections.isEmpty }
        builder.list("sections", of: StaleSectionItem.schema()) { $0.sections }
        return builder.schema
    }
}

/// A section that is behind.
final class StaleSectionItem: Sendable {
    let title: String
    let href: String

    init(title: String, href: String) {
        self.title = title
        self.href = href
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<StaleSectionItem>()
        builder.text("title") { $0.title }
        builder.text("href") { $0.href }
        return builder.schema
    }
}
