import Values

/// The root of the site, where readers choose a language.
public final class LanguagesPage: Sendable {
    let languages: [LanguageItem]
    let description: String
    let site: String
    let hreflangs: [HreflangItem]

    /// - Parameters:
    ///   - languages: all languages, the source first, with the site's title in each.
    ///   - site: the site's address; empty where the configuration has none.
    public init(_ languages: [(language: Language, title: String)], site: String) {
        self.languages = languages.map { LanguageItem($0.language, title: $0.title) }
        description = languages.map(\.title).joined(separator: " · ")
        self.site = site
        hreflangs =
            site.isEmpty
            ? []
            : languages.map {
                let tag = $0.language.tag
                return HreflangItem(tag.rawValue, PageAddress(guide: "", language: tag).absolute(on: site))
            } + [HreflangItem("x-default", site)]
    }

    /// The fields of the root's template.
    public static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<LanguagesPage>()
        builder.text("root") { _ in "" }
        builder.text("description") { $0.description }
        builder.flag("has-canonical") { !$0.site.isEmpty }
        builder.text("canonical") { $0.site }
        builder.list("hreflangs", of: HreflangItem.schema()) { $0.hreflangs }
        builder.list("languages", of: LanguageItem.schema()) { $0.languages }
        return builder.schema
    }
}
