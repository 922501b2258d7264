import Guides
import Rendering

/// What outlives a guide once its pages are written: enough for the pages that list all guides, and for links.
///
/// It never changes, and there may be thousands of them: they are sorted and handed on by one reference each, and what
/// they hold is packed until somebody asks.
final class IndexEntry: Sendable {
    /// A guide in one language.
    struct Edition: Sendable {
        let language: LanguageTag
        let title: String
        let summary: String
    }

    /// A link to an anchor of another guide, to be checked when all anchors are known.
    struct Outgoing: Sendable {
        /// The file that it stands in.
        let language: LanguageTag
        /// Its bytes in the file.
        let range: Range<Int>
        let guide: String
        let fragment: String
    }

    let id: String
    private let packed: [UInt8]
    /// Where the anchors begin, and where the outgoing links do.
    private let anchorsStart: UInt32
    private let outgoingStart: UInt32
    /// Whether it is known to be as its readers will see it: the anchors of a guide with faults may be others when
    /// they are mended.
    let isWhole: Bool
    /// How the errors that the guide is about are worded; only where a page looks for them.
    let errors: ScriptPatterns
    /// How the translations compare with the source; only where a page shows it.
    let translations: GuideTranslations?

    init(
        id: String, links: IndexLinks, isWhole: Bool, tags: [String] = [], editions: [Edition] = [],
        errors: ScriptPatterns = ScriptPatterns([]), translations: GuideTranslations? = nil
    ) {
        self.id = id
        self.errors = errors
        self.translations = translations
        self.isWhole = isWhole
        var fields = PackedFields()
        fields.append(tags)
        fields.append(editions.count)
        for edition in editions {
            fields.append(edition.language.rawValue)
            fields.append(edition.title)
            fields.append(edition.summary)
        }
        anchorsStart = UInt32(fields.bytes.count)
        fields.append(links.anchors)
        outgoingStart = UInt32(fields.bytes.count)
        fields.append(links.outgoing.count)
        for link in links.outgoing {
            fields.append(link.language.rawValue)
            fields.append(link.range.lowerBound)
            fields.append(link.range.count)
            fields.append(link.guide)
            fields.append(link.fragment)
        }
        packed = fields.trimmed
    }

    var tags: [String] {
        var reader = PackedFields.Reader(packed)
        return reader.texts()
    }

    var editions: [Edition] {
        var reader = PackedFields.Reader(packed)
        _ = reader.texts()
        let count = reader.number()
        return (0..<count).compactMap { _ in
            let (tag, title, summary) = (reader.text(), reader.text(), reader.text())
            return LanguageTag(rawValue: tag).map { Edition(language: $0, title: title, summary: summary) }
        }
    }

    /// The edition for readers of a language: their own, else the first, which is the source's where there is one.
    func edition(for tag: LanguageTag) -> Edition? {
        let editions = editions
        return editions.first { $0.language == tag } ?? editions.first
    }

    var anchors: [String] {
        var reader = PackedFields.Reader(packed, from: Int(anchorsStart))
        return reader.texts()
    }

    func hasAnchor(_ anchor: String) -> Bool {
        var reader = PackedFields.Reader(packed, from: Int(anchorsStart))
        let count = reader.number()
        return (0..<count).contains { _ in reader.bytesOfText().elementsEqual(anchor.utf8) }
    }

    var outgoing: [Outgoing] {
        var reader = PackedFields.Reader(packed, from: Int(outgoingStart))
        let count = reader.number()
        return (0..<count).compactMap { _ in
            let tag = reader.text()
            let (start, length) = (reader.number(), reader.number())
            let (guide, fragment) = (reader.text(), reader.text())
            return LanguageTag(rawValue: tag).map {
                Outgoing(language: $0, range: start..<(start + length), guide: guide, fragment: fragment)
            }
        }
    }
}
