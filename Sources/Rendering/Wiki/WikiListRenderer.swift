import CommonMark
import Guides
import Values

/// Makes the pages that list guides: home, sidebar, footer, and what a flavour has besides.
public struct WikiListRenderer {
    private let map: WikiMap
    private let title: LocalizedText
    private let stamp: String?
    private var flavor: WikiFlavor { map.settings.flavor }

    /// - Parameters:
    ///   - title: the name of the site.
    ///   - stamp: the commit that the pages are built from; nil leaves it out.
    public init(_ map: WikiMap, title: LocalizedText, stamp: String?) {
        self.map = map
        self.title = title
        self.stamp = stamp
    }

    /// The pages, all made from the index alone.
    public func pages() throws(ParseLimitError) -> [WikiPage] {
        var pages = [page(flavor.homeName, .home, try home())]
        if let name = flavor.sidebarName { pages.append(page(name, .sidebar, try sidebar())) }
        if let name = flavor.footerName { pages.append(page(name, .footer, try footer())) }
        if map.settings.hasLanguageHomes {
            for language in map.languages {
                let name = language.wikiFolder(flavor)
                let document = try languageHome(language)
                pages.append(page(name, .languageHome(language.tag), document, title: language.name))
            }
        }
        return flavor.hasTree ? pages + orders(of: pages) : pages
    }

    private func page(
        _ name: String, _ origin: WikiPage.Origin, _ document: Document, title: String? = nil
    ) -> WikiPage {
        WikiPage(
            path: "\(name).md", title: title ?? name, origin: origin, bytes: WikiWriter(flavor).write([document]))
    }

    // MARK: Lists

    /// A table with a row for each guide and a column for each language.
    func home() throws(ParseLimitError) -> Document {
        let document = try Document.empty()
        addNotes(to: document)
        let heading = document.makeHeading(level: 1)
        heading.append(document.makeText(inAllLanguages { title[$0.tag] }))
        document.root.append(heading)
        let header = map.languages.map { language in
            let name = document.makeText(language.name)
            guard map.settings.hasLanguageHomes else { return [name] }
            let link = document.makeLink(to: homeLink(of: language))
            link.append(name)
            return [link]
        }
        let rows = map.guides.map { guide in map.languages.map { link(to: guide, for: $0, in: document) } }
        let alignments = map.languages.map { _ in TableAlignment.none }
        document.root.append(document.makeTable(alignments: alignments, rows: [header] + rows))
        return document
    }

    /// The guides of each language under its name.
    func sidebar() throws(ParseLimitError) -> Document {
        let document = try Document.empty()
        let home = flavor.link(toPage: flavor.homeName, title: flavor.homeName)
        let words = inAllLanguages { $0.term("home") }
        document.root.append(document.makeParagraph(of: [document.makeLink(to: home, text: words)]))
        for language in map.languages {
            let name = document.makeStrong(document.makeText(language.name))
            document.root.append(document.makeParagraph(of: [name]))
            let items = map.guides.map { guide in
                document.makeItem(document.makeParagraph(of: link(to: guide, for: language, in: document)))
            }
            document.root.append(document.makeList(of: items))
        }
        return document
    }

    func footer() throws(ParseLimitError) -> Document {
        let document = try Document.empty()
        for language in map.languages {
            let text = document.makeText(language.term("wiki-footer"))
            document.root.append(document.makeParagraph(of: [text]))
        }
        return document
    }

    /// The guides of one language with their summaries.
    func languageHome(_ language: Language) throws(ParseLimitError) -> Document {
        let document = try Document.empty()
        let quote = document.makeBlockQuote()
        quote.append(WikiWords(language: language, document: document).listNote(stamp: stamp))
        document.root.append(quote)
        for guide in map.guides {
            let shown = map.shownLanguage(of: guide.id, for: language.tag)
            document.root.append(document.makeParagraph(of: link(to: guide, for: language, in: document)))
            guard let edition = guide.edition(shown) else { continue }
            document.root.append(document.makeParagraph(of: [document.makeText(edition.summary)]))
        }
        return document
    }

    private func addNotes(to document: Document) {
        let quote = document.makeBlockQuote()
        for language in map.languages {
            quote.append(WikiWords(language: language, document: document).listNote(stamp: stamp))
        }
        document.root.append(quote)
    }

    /// The link to a guide, with a word where it is in another language.
    private func link(to guide: WikiGuide, for language: Language, in document: Document) -> [Node] {
        let shown = map.shownLanguage(of: guide.id, for: language.tag)
        guard let edition = guide.edition(shown) else { return [] }
        let link = document.makeLink(to: map.link(to: guide.id, in: language.tag), text: edition.title)
        guard shown != language.tag, let source = map.languages.first(where: { $0.tag == shown }) else { return [link] }
        let words = WikiWords(language: language, document: document)
        return [link, document.makeText(words.untranslated(from: source))]
    }

    private func homeLink(of language: Language) -> String {
        flavor.link(toPage: language.wikiFolder(flavor), title: language.name)
    }

    /// What every language says, once where it is the same.
    private func inAllLanguages(_ word: (Language) -> String) -> String {
        var words: [String] = []
        for word in map.languages.map(word) where !words.contains(word) { words.append(word) }
        return words.joined(separator: " · ")
    }

    // MARK: Order

    /// `.order`: the names of a folder's pages, one a line, first the lists and then the guides (Microsoft Learn,
    /// “Wiki file and folder structure in Git”, section “.order file”).
    private func orders(of lists: [WikiPage]) -> [WikiPage] {
        var names: [String: [String]] = ["": lists.map { String($0.path.dropLast(3)) }]
        for address in map.guides.flatMap({ map.addresses(of: $0.id) }) {
            let parts = address.name.split(separator: "/")
            names[parts.dropLast().joined(separator: "/"), default: []].append(parts.last.map(String.init) ?? "")
        }
        return names.keys.sorted().map { folder in
            let path = folder.isEmpty ? ".order" : "\(folder)/.order"
            let text = (names[folder] ?? []).map { $0 + "\n" }.joined()
            return WikiPage(path: path, title: path, origin: .order(folder: folder), bytes: Array(text.utf8))
        }
    }
}
