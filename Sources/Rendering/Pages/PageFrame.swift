import Values

/// What every page has around its content: its address, its languages, the site.
public final class PageFrame: Sendable {
    let address: PageAddress
    let root: String
    /// The way to the language's home.
    let homeHref: String
    let language: Language
    let alternates: [AlternateItem]
    let pageTitle: String
    let description: String
    let site: String
    let hreflangs: [HreflangItem]

    /// - Parameters:
    ///   - address: the page's place.
    ///   - language: the page's language.
    ///   - languages: all languages of the site, the source first.
    ///   - available: the languages that the page's content is written in.
    ///   - site: the site's address; empty where the configuration has none.
    ///   - texts: the page's text and those that the other languages show, where their anchors may differ.
    public init(
        address: PageAddress, language: Language, languages: [Language], available: [LanguageTag], pageTitle: String,
        description: String, site: String, texts: [RenderedEdition] = []
    ) {
        self.address = address
        root = address.root
        homeHref = address.guide.isEmpty ? "index.html" : "\(root)\(language.tag)/index.html"
        self.language = language
        self.pageTitle = pageTitle
        self.description = description
        self.site = site
        func text(_ tag: LanguageTag) -> RenderedEdition? { texts.first { $0.language.tag == tag } ?? texts.first }
        alternates = languages.map { other in
            // Pages without a text of their own are in every language.
            guard let source = texts.first, let theirs = text(other.tag) else {
                return AlternateItem(other, page: address)
            }
            let isTranslated = available.contains(other.tag)
            let state =
                isTranslated
                ? theirs.isBehind ? language.term("translation-behind") : "" : language.term("translation-missing")
            var anchors = ""
            if other.tag != language.tag, texts.count > 1, let own = text(language.tag), own !== theirs {
                anchors = AnchorCounterparts.text(from: own, to: theirs)
            }
            return AlternateItem(
                other, page: address, anchors: anchors, state: state,
                textLanguage: isTranslated ? other.tag : source.language.tag)
        }
        // A page that only repeats the source is no translation, and search engines are not told of it.
        let translations = available.count > 1 && !site.isEmpty ? languages.filter { available.contains($0.tag) } : []
        var items = translations.map { language in
            HreflangItem(
                language.tag.rawValue, address.page(in: language.tag).absolute(on: site))
        }
        if let source = translations.first {
            items.append(
                HreflangItem("x-default", address.page(in: source.tag).absolute(on: site)))
        }
        hreflangs = items
        canonicalLanguage = available.contains(language.tag) ? language.tag : available.first ?? language.tag
    }

    private let canonicalLanguage: LanguageTag

    /// The address that search engines should know; of an untranslated page that is the source's.
    var canonical: String {
        site.isEmpty ? "" : address.page(in: canonicalLanguage).absolute(on: site)
    }

    /// The address of the language's home; empty where the site has none.
    var homeAddress: String {
        site.isEmpty ? "" : PageAddress(guide: "", language: language.tag).absolute(on: site)
    }

    /// Declares the fields that every page has.
    static func declare<Page>(_ builder: inout SchemaBuilder<Page>, _ frame: @escaping @Sendable (Page) -> PageFrame) {
        builder.text("root") { frame($0).root }
        builder.text("page-title") { frame($0).pageTitle }
        builder.text("description") { frame($0).description }
        builder.flag("has-canonical") { !frame($0).site.isEmpty }
        builder.text("canonical") { frame($0).canonical }
        builder.list("hreflangs", of: HreflangItem.schema()) { frame($0).hreflangs }
        builder.flag("has-alternates") { frame($0).alternates.count > 1 }
        builder.list("alternates", of: AlternateItem.schema()) { frame($0).alternates }
        builder.text("home-href") { frame($0).homeHref }
    }

    /// What is the same on every page of a language: its terms, its direction, the site's title.
    public static func constants(_ language: Language, siteTitle: String, version: String) -> [String: String] {
        var constants = [
            "language": language.tag.rawValue, "dir": language.direction.rawValue, "site-title": siteTitle,
            "version": version,
        ]
        for (name, text) in language.terms { constants["terms.\(name)"] = text }
        return constants
    }
}
