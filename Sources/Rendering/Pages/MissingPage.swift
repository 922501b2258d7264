import Values

/// What a server sends where nothing is: in all languages, for no address says in which.
public final class MissingPage: Sendable {
    /// The file, as servers look for it.
    public static let name = "404.html"
    let root: String
    let languages: [MissingItem]

    /// - Parameters:
    ///   - languages: all languages, the source first, with the site's title in each.
    ///   - root: the site's root, from the root of its host: the page is shown at any depth.
    public init(_ languages: [(language: Language, title: String)], root: String) {
        self.root = root
        self.languages = languages.map { MissingItem($0.language, title: $0.title) }
    }

    /// The fields of the page's template.
    public static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<MissingPage>()
        builder.text("root") { $0.root }
        builder.list("languages", of: MissingItem.schema()) { $0.languages }
        return builder.schema
    }

    /// The path of a site's address, `/guides/`; a site without one is taken to be its host's only.
    public static func root(of site: String) -> String {
        guard let host = site.firstRange(of: "://"), let path = site[host.upperBound...].firstIndex(of: "/") else {
            return "/"
        }
        return String(site[path...])
    }
}

/// The page in one language.
final class MissingItem: Sendable {
    private let language: Language
    private let title: String

    init(_ language: Language, title: String) {
        self.language = language
        self.title = title
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<MissingItem>()
        builder.text("tag") { $0.language.tag.rawValue }
        builder.text("name") { $0.language.name }
        builder.text("language-dir") { $0.language.direction.rawValue }
        builder.text("title") { $0.title }
        for term in ["missing", "missing-hint", "search-open", "dark", "home"] {
            builder.text(term) { $0.language.term(term) }
        }
        return builder.schema
    }
}
