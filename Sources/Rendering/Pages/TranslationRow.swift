import Values

/// A guide and its translations.
public final class TranslationRow: Sendable {
    let href: String
    let title: String
    let language: Language
    let cells: [TranslationCell]

    /// - Parameters:
    ///   - path: the path of the guide's page.
    ///   - title: the guide's title, in the language that is given.
    ///   - cells: one for each column.
    public init(path: String, title: String, language: Language, cells: [TranslationCell]) {
        href = "../\(PercentEncoding.encode(path: path))/index.html"
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
