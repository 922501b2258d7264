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
