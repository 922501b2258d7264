import CommonMark
import Guides
import Values

extension WikiPage {
    /// What is left at a page's earlier place: the way to where it is now, in the page's languages.
    ///
    /// - Parameters:
    ///   - path: the earlier place.
    ///   - languages: the languages of the wiki, of which the page has some.
    public func stub(
        at path: String, flavor: WikiFlavor, languages: [Language]
    ) throws(ParseLimitError) -> WikiPage {
        let document = try Document.empty()
        let link = flavor.link(toPage: String(self.path.dropLast(3)), title: title)
        for language in languages where origin.languages.contains(language.tag) {
            document.root.append(WikiWords(language: language, document: document).moved(to: title, href: link))
        }
        let bytes = WikiWriter(flavor).write([document])
        return WikiPage(path: path, title: title, origin: origin, sources: sources, bytes: bytes)
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
