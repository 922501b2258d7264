import CommonMark
import Guides
import Sources
import Values

/// Makes the pages of one guide: a note, the way to the other languages, and the guide's own text with edits.
public struct WikiGuideRenderer {
    private let map: WikiMap
    private let sourceURL: String?
    private let stamp: String?
    /// Whether text is kept from being what the flavour takes it for; without, the page says the same to other readers.
    var disarms = true
    private var flavor: WikiFlavor { map.settings.flavor }

    /// - Parameters:
    ///   - sourceURL: where files can be edited, with a slash at its end; nil where nobody said.
    ///   - stamp: the commit that the pages are built from; nil leaves it out.
    public init(_ map: WikiMap, sourceURL: String?, stamp: String?) {
        self.map = map
        self.sourceURL = sourceURL
        self.stamp = stamp
    }

    /// The pages of a guide, which was filled so that it keeps the author's prose.
    public func pages(of guide: borrowing FilledGuide) -> [WikiPage] {
        let id = guide.id
        let editions = guide.editions
        return map.addresses(of: id).map { address in
            let parts = editions.filter { address.languages.contains($0.language.tag) }
            var text = WikiText(flavor)
            addFrame(to: &text, parts, of: id, on: address)
            var bytes = text.bytes
            var trace = WikiTrace()
            for edition in parts {
                bytes.append(0x0A)
                trace.addFrame(upTo: bytes.count)
                let body = body(edition, of: id, on: address)
                bytes += body.bytes
                trace.add(body)
                if bytes.last != 0x0A { bytes.append(0x0A) }
            }
            trace.addFrame(upTo: bytes.count)
            return WikiPage(
                path: address.path, title: address.title, origin: .guide(id: id, languages: address.languages),
                sources: parts.map(\.path), bytes: bytes, trace: trace)
        }
    }

    // MARK: Around the guide

    private func addFrame(
        to text: inout WikiText, _ editions: [FilledEdition], of guide: String, on address: WikiAddress
    ) {
        text.quote(
            editions.map { edition in
                let href = sourceURL.map { $0 + PercentEncoding.encode(path: edition.path) }
                return WikiWords(language: edition.language, flavor: flavor)
                    .note(path: edition.path, href: href, stamp: stamp)
            })
        let available = map.addresses(of: guide).flatMap(\.languages)
        let languages = map.languages.filter { available.contains($0.tag) }
        guard languages.count > 1 else { return }
        text.paragraph { text in
            for (index, language) in languages.enumerated() {
                if index > 0 { text.markdown(" · ") }
                if map.settings.layout == .bilingual {
                    text.link(to: map.fragment(nil, language.tag, on: address), language.name)
                } else if address.languages.contains(language.tag) {
                    text.strong(language.name)
                } else {
                    text.link(to: map.link(to: guide, in: language.tag), language.name)
                }
            }
        }
    }

    // MARK: The guide

    private func body(_ edition: FilledEdition, of guide: String, on address: WikiAddress) -> TracedBody {
        let page = PageEdits(edition: edition)
        let markup = WikiMarkup(flavor)
        var edits = title(edition, on: address) + page.labels
        edits += links(of: edition, guide, on: address)
        edition.parts.forEachPart { part in
            guard !part.id.isEmpty else { return }
            let id = map.pageAnchor(part.id, edition.language.tag)
            let start = edition.document.line(part.heading.startLine).lowerBound
            anchor(id, on: address).map { edits.append(MarkdownEdit(at: start, .markdown($0), as: .anchor)) }
        }
        if !flavor.hasAlerts { edits += AlertEdits(edition).edits }
        edits +=
            FootnoteEdits(
                edition: edition, flavor: flavor, isShared: disarms && map.settings.layout == .bilingual
            ).edits
        if flavor == .azure { edits += JoinedLines(edition).edits }
        guard disarms else { return TracedBody(edition, edition.tracedMarkdown(edits)) }
        edits += markup.edits(edition.prose, in: edition.source)
        return TracedBody(edition, edition.tracedMarkdown(edits) { markup.cuts($0, next: $1) })
    }

    /// A wiki writes a page's name above it; only where there are several titles does the page have to.
    private func title(_ edition: FilledEdition, on address: WikiAddress) -> [MarkdownEdit] {
        let front = PageEdits(edition: edition).front
        let end = front.upperBound
        var edits = [MarkdownEdit(front, .markdown([]))]
        if map.settings.layout == .bilingual {
            let id = map.pageAnchor(nil, edition.language.tag)
            anchor(id, on: address).map { edits.append(MarkdownEdit(at: end, .markdown($0), as: .anchor)) }
        }
        if map.settings.layout == .bilingual || flavor.shownName(address.title) != edition.title.asWikiTitle {
            edits.append(MarkdownEdit(at: end, .markdown(Array("# ".utf8))))
            edits += PageEdits.pieces(of: edition.titleLine).map { MarkdownEdit(at: end, $0, as: .title) }
            edits.append(MarkdownEdit(at: end, .markdown([0x0A, 0x0A])))
        }
        if edition.summary.isEmpty { return edits }
        edits += PageEdits.pieces(of: edition.summaryLine).map { MarkdownEdit(at: end, $0, as: .summary) }
        return edits + [MarkdownEdit(at: end, .markdown([0x0A, 0x0A]))]
    }

    /// An anchor stands before its heading: in it, some flavours would take it for a part of their own.
    private func anchor(_ id: String, on address: WikiAddress) -> [UInt8]? {
        map.writes(id, on: address) ? Array("<a id=\"\(id)\"></a>\n\n".utf8) : nil
    }

    private func links(of edition: FilledEdition, _ guide: String, on address: WikiAddress) -> [MarkdownEdit] {
        let language = edition.language.tag
        var edits: [MarkdownEdit] = []
        for (link, place) in zip(edition.links, edition.linkPlaces) {
            guard let place else { continue }
            switch link.target {
            case .guide(let target, _, let anchor):
                let url = map.link(to: target, in: language, anchor: anchor.flatMap { $0.isEmpty ? nil : $0 })
                place.edit(to: url, title: link.title).map { edits.append($0) }
                edits += notice(behind: place, target, edition.language)
            case .anchor(let anchor) where !anchor.isEmpty:
                let url = map.fragment(anchor, language, on: address)
                place.edit(to: url, title: link.title).map { edits.append($0) }
            case .file(let name):
                let url = flavor.link(toAsset: flavor.assetPath(guide: guide, name: name))
                place.edit(to: url, title: link.title).map { edits.append($0) }
            case .shared(let path):
                let (folder, name) = WikiMap.parts(of: path)
                let url = flavor.link(toAsset: flavor.assetPath(guide: folder, name: name))
                place.edit(to: url, title: link.title).map { edits.append($0) }
            default: break
            }
        }
        return edits
    }

    /// Says behind a link that it leads into another language.
    private func notice(behind place: LinkPlace, _ target: String, _ language: Language) -> [MarkdownEdit] {
        let shown = map.shownLanguage(of: target, for: language.tag)
        guard shown != language.tag, let source = map.languages.first(where: { $0.tag == shown }) else { return [] }
        let words = WikiWords(language: language, flavor: flavor).untranslated(from: source)
        let end = place.range.upperBound
        return [
            MarkdownEdit(at: end, .markdown([0x20]), as: .notice),
            MarkdownEdit(at: end, .text(Array(words.utf8)), as: .notice),
        ]
    }
}
