import CommonMark
import Guides
import Values

/// Makes the pages of one guide.
public struct WikiGuideRenderer {
    private let map: WikiMap
    private let sourceURL: String?
    private let stamp: String?

    /// - Parameters:
    ///   - sourceURL: where files can be edited, with a slash at its end; nil where nobody said.
    ///   - stamp: the commit that the pages are built from; nil leaves it out.
    public init(_ map: WikiMap, sourceURL: String?, stamp: String?) {
        self.map = map
        self.sourceURL = sourceURL
        self.stamp = stamp
    }

    /// The pages of a guide; its trees are used up.
    public func pages(of guide: borrowing FilledGuide) throws(ParseLimitError) -> [WikiPage] {
        let id = guide.id
        let editions = guide.editions
        var pages: [WikiPage] = []
        for address in map.addresses(of: id) {
            let parts = editions.filter { address.languages.contains($0.language.tag) }
            let documents = try compose(parts, of: id, on: address)
            pages.append(
                WikiPage(
                    path: address.path, title: address.title, origin: .guide(id: id, languages: address.languages),
                    sources: parts.map(\.path), bytes: WikiWriter(map.settings.flavor).write(documents)))
        }
        return pages
    }

    /// The trees of a page, one below the other, as they are meant to be read.
    func compose(
        _ editions: [FilledEdition], of guide: String, on address: WikiAddress
    ) throws(ParseLimitError) -> [Document] {
        var documents = [try frame(editions, of: guide, on: address)]
        for edition in editions {
            dress(edition, of: guide, on: address)
            documents.append(edition.document)
        }
        return documents
    }

    // MARK: Around the guide

    /// The note, and the way to the other languages.
    private func frame(
        _ editions: [FilledEdition], of guide: String, on address: WikiAddress
    ) throws(ParseLimitError) -> Document {
        let document = try Document.empty()
        let quote = document.makeBlockQuote()
        for edition in editions {
            let words = WikiWords(language: edition.language, document: document)
            let href = sourceURL.map { $0 + PercentEncoding.encode(path: edition.path) }
            quote.append(words.note(path: edition.path, href: href, stamp: stamp))
        }
        document.root.append(quote)
        let languages = languageLinks(of: guide, on: address, in: document)
        if languages.count > 1 {
            document.root.append(document.makeParagraph(of: document.joined(languages, separator: " · ")))
        }
        return document
    }

    private func languageLinks(of guide: String, on address: WikiAddress, in document: Document) -> [Node] {
        let available = map.addresses(of: guide).flatMap(\.languages)
        return map.languages.filter { available.contains($0.tag) }.map { language in
            if map.settings.layout == .bilingual {
                let place = map.fragment(nil, language.tag, on: address)
                return document.makeLink(to: place, text: language.name)
            }
            if address.languages.contains(language.tag) {
                return document.makeStrong(document.makeText(language.name))
            }
            return document.makeLink(to: map.link(to: guide, in: language.tag), text: language.name)
        }
    }

    // MARK: The guide

    private func dress(_ edition: FilledEdition, of guide: String, on address: WikiAddress) {
        let document = edition.document
        _ = HeadingLabels(edition: edition).add()
        point(edition, of: guide, on: address)
        edition.parts.forEachPart { part in
            guard !part.id.isEmpty else { return }
            write(map.pageAnchor(part.id, edition.language.tag), on: address, before: part.heading)
        }
        if !map.settings.flavor.hasAlerts { replaceAlerts(edition) }
        document.root.prepend(document.makeParagraph(of: [document.makeText(edition.summary)]))
        // A wiki writes a page's name above it; only where there are several titles does the page have to.
        guard map.settings.layout == .bilingual else { return }
        let title = document.makeHeading(level: 1)
        title.append(document.makeText(edition.title))
        document.root.prepend(title)
        write(map.pageAnchor(nil, edition.language.tag), on: address, before: title)
    }

    /// An anchor stands before its heading: in it, some flavours would take it for a part of their own.
    private func write(_ id: String, on address: WikiAddress, before heading: Node) {
        guard map.writes(id, on: address) else { return }
        let document = heading.document
        let anchor = document.makeCustomInline(printing: "<a id=\"\(id)\"></a>")
        heading.insertBefore(document.makeParagraph(of: [anchor]))
    }

    private func point(_ edition: FilledEdition, of guide: String, on address: WikiAddress) {
        let language = edition.language.tag
        for link in edition.links {
            switch link.target {
            case .guide(let target, _, let anchor):
                link.node.setURL(map.link(to: target, in: language, anchor: anchor.flatMap { $0.isEmpty ? nil : $0 }))
                addNotice(to: link.node, target, edition.language)
            case .anchor(let anchor) where !anchor.isEmpty:
                link.node.setURL(map.fragment(anchor, language, on: address))
            case .file(let name):
                let flavor = map.settings.flavor
                link.node.setURL(flavor.link(toAsset: flavor.assetPath(guide: guide, name: name)))
            default: break
            }
        }
    }

    /// Says behind a link that it leads into another language.
    private func addNotice(to link: Node, _ target: String, _ language: Language) {
        let shown = map.shownLanguage(of: target, for: language.tag)
        guard shown != language.tag, let source = map.languages.first(where: { $0.tag == shown }) else { return }
        let words = WikiWords(language: language, document: link.document)
        link.insertAfter(link.document.makeText(words.untranslated(from: source)))
    }

    /// Where the flavour has no alerts, a quote under a bold title says the same.
    private func replaceAlerts(_ edition: FilledEdition) {
        let document = edition.document
        for node in Array(document.root.descendants(.extensions)) {
            guard case .alert(let kind) = node.kind else { continue }
            let title = edition.language.term("alert-\(kind.marker.lowercased())")
            let quote = document.makeBlockQuote()
            node.insertBefore(quote)
            quote.append(document.makeParagraph(of: [document.makeStrong(document.makeText(title))]))
            node.moveChildren(to: quote)
            node.remove()
        }
    }
}
