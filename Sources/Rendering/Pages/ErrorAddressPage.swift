import Values

/// The page at an error's address that stays: it leads to the guide, in one language or in the reader's.
public final class ErrorAddressPage: Sendable {
    /// Where the pages stand in the output, and in a language's folder.
    public static let folder = "e"
    let title: String
    let root: String
    let languages: [LanguageItem]

    /// - Parameters:
    ///   - title: the guide's title.
    ///   - root: the way from the page's folder to the output's root.
    ///   - languages: the languages that the page leads to, each with the guide's title, and the way to it.
    public init(title: String, root: String, languages: [(language: Language, title: String, href: String)]) {
        self.title = title
        self.root = root
        self.languages = languages.map { LanguageItem($0.language, title: $0.title, href: $0.href) }
    }

    /// The fields of the page's template.
    public static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<ErrorAddressPage>()
        builder.text("root") { $0.root }
        builder.text("page-title") { $0.title }
        builder.list("languages", of: LanguageItem.schema()) { $0.languages }
        return builder.schema
    }

    /// The path of an error's page below the output, or below a language's folder.
    public static func path(of id: String) -> String { "\(folder)/\(id)/index.html" }
}
