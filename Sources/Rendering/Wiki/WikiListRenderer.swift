import Guides
import Values

/// Makes the pages that list guides: home, sidebar, footer, and what a flavour has besides.
public struct WikiListRenderer {
    private let map: WikiMap
    private let title: LocalizedText
    private let stamp: String?
    private let order: GuideOrder
    /// The guides in their groups.
    private let lists: [(group: Int?, items: [WikiGuide])]
    private var guides: [WikiGuide] { lists.flatMap(\.items) }
    private var flavor: WikiFlavor { map.settings.flavor }

    /// - Parameters:
    ///   - title: the name of the site.
    ///   - order: the order of the guides, and their groups.
    ///   - stamp: the commit that the pages are built from; nil leaves it out.
    public init(_ map: WikiMap, title: LocalizedText, order: GuideOrder, stamp: String?) {
        self.map = map
        self.title = title
        self.stamp = stamp
        self.order = order
        // Those of one number stay in the order of their IDs.
        let sorted = map.guides.enumerated().sorted {
            ($0.element.order ?? .infinity, $0.offset) < ($1.element.order ?? .infinity, $1.offset)
        }
        lists = order.grouped(sorted.map(\.element)) { $0.id }
    }

    /// The pages, all made from the index alone.
    public func pages() -> [WikiPage] {
        var pages = [page(flavor.homeName, .home, home())]
        if let name = flavor.sidebarName { pages.append(page(name, .sidebar, sidebar())) }
        if let name = flavor.footerName { pages.append(page(name, .footer, footer())) }
        if map.settings.hasLanguageHomes {
            for language in map.languages {
                let name = language.wikiFolder(flavor)
                pages.append(page(name, .languageHome(language.tag), languageHome(language), title: language.name))
            }
        }
        return flavor.hasTree ? pages + orders(of: pages) : pages
    }

    private func page(_ name: String, _ origin: WikiPage.Origin, _ text: WikiText, title: String? = nil) -> WikiPage {
        WikiPage(path: "\(name).md", title: title ?? name, origin: origin, bytes: text.bytes)
    }

    // MARK: Lists

    /// A table with a row for each guide and a column for each language.
    func home() -> WikiText {
        var text = WikiText(flavor)
        text.quote(map.languages.map { WikiWords(language: $0, flavor: flavor).listNote(stamp: stamp) })
        text.paragraph { text in
            text.markdown("# ")
            text.text(inAllLanguages { title[$0.tag] })
        }
        text.paragraph { text in
            text.markdown("|")
            for language in map.languages {
                text.markdown(" ")
                if map.settings.hasLanguageHomes {
                    text.link(to: homeLink(of: language), language.name)
                } else {
                    text.text(language.name, next: 0x20)
                }
                text.markdown(" |")
            }
            text.markdown("\n|" + String(repeating: " --- |", count: map.languages.count))
            for guide in guides {
                text.markdown("\n|")
                for language in map.languages {
                    text.markdown(" ")
                    addLink(to: guide, for: language, &text)
                    text.markdown(" |")
                }
            }
        }
        return text
    }

    /// The guides of each language under its name.
    func sidebar() -> WikiText {
        var text = WikiText(flavor)
        let home = flavor.link(toPage: flavor.homeName, title: flavor.homeName)
        text.paragraph { $0.link(to: home, inAllLanguages { $0.term("home") }) }
        for language in map.languages {
            text.paragraph { $0.strong(language.name) }
            for (group, guides) in lists {
                if let title = title(of: group, in: language) { text.paragraph { $0.text(title) } }
                text.paragraph { text in
                    for (index, guide) in guides.enumerated() {
                        text.markdown(index > 0 ? "\n- " : "- ")
                        addLink(to: guide, for: language, &text)
                    }
                }
            }
        }
        return text
    }

    func footer() -> WikiText {
        var text = WikiText(flavor)
        for language in map.languages { text.paragraph { $0.text(language.term("wiki-footer")) } }
        return text
    }

    /// The guides of one language with their summaries.
    func languageHome(_ language: Language) -> WikiText {
        var text = WikiText(flavor)
        text.quote([WikiWords(language: language, flavor: flavor).listNote(stamp: stamp)])
        for (group, guides) in lists {
            if let title = title(of: group, in: language) {
                text.paragraph { text in
                    text.markdown("## ")
                    text.text(title)
                }
            }
            for guide in guides {
                text.paragraph { addLink(to: guide, for: language, &$0) }
                guard let edition = guide.edition(map.shownLanguage(of: guide.id, for: language.tag)) else { continue }
                if !edition.summary.isEmpty { text.paragraph { $0.text(edition.summary) } }
            }
        }
        return text
    }

    /// What stands above a group's guides; nil where all stand in none.
    private func title(of group: Int?, in language: Language) -> String? {
        group.map { order.groups[$0].title[language.tag] } ?? (lists.count > 1 ? language.term("other-guides") : nil)
    }

    /// The link to a guide, with a word where it is in another language.
    private func addLink(to guide: WikiGuide, for language: Language, _ text: inout WikiText) {
        let shown = map.shownLanguage(of: guide.id, for: language.tag)
        guard let edition = guide.edition(shown) else { return }
        text.link(to: map.link(to: guide.id, in: language.tag), edition.title)
        guard shown != language.tag, let source = map.languages.first(where: { $0.tag == shown }) else { return }
        text.markdown(" ")
        text.text(WikiWords(language: language, flavor: flavor).untranslated(from: source), next: 0x20)
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
        for address in guides.flatMap({ map.addresses(of: $0.id) }) {
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
