import Guides
import Values

extension WikiPage {
    /// What is left at a page's earlier place: the way to where it is now, in the page's languages.
    ///
    /// - Parameters:
    ///   - path: the earlier place.
    ///   - languages: the languages of the wiki, of which the page has some.
    public func stub(at path: String, flavor: WikiFlavor, languages: [Language]) -> WikiPage {
        let link = flavor.link(toPage: String(self.path.dropLast(3)), title: title)
        var text = WikiText(flavor)
        for language in languages where origin.languages.contains(language.tag) {
            let words = WikiWords(language: language, flavor: flavor).moved(to: title, href: link)
            text.paragraph { $0.markdown(String(decoding: words, as: UTF8.self)) }
        }
        return WikiPage(path: path, title: title, origin: origin, sources: sources, bytes: text.bytes)
    }
}

extension WikiPage.Origin {
    /// The languages that a page is written in; none for what is no page.
    public var languages: [LanguageTag] {
        switch self {
        case .guide(_, let languages): languages
        case .languageHome(let language): [language]
        default: []
        }
    }

    /// The guide that it is a page or a file of.
    public var guide: String? {
        switch self {
        case .guide(let id, _), .asset(let id, _): id
        default: nil
        }
    }
}
