import Guides
import Rendering
import Values

/// What is kept of a guide, read from its packed bytes as somebody asks.
struct IndexEntry: Sendable {
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
    /// What it is about, in the author's words.
    let tags: [String]
    /// None where the guide has faults, and so no page.
    let editions: [Edition]
    /// Where the anchors begin.
    private let rest: PackedReader
    /// Whether it is known to be as its readers will see it.
    let isWhole: Bool
    /// How the errors that the guide is about are worded; only where a page looks for them.
    let errors: ScriptPatterns

    init(id: String, bytes: [UInt8], start: Int) {
        self.id = id
        var reader = PackedReader(bytes, from: start)
        isWhole = reader.number() == 1
        tags = reader.texts()
        editions = reader.list { reader in
            let (tag, title, summary) = (reader.text(), reader.text(), reader.text())
            return LanguageTag(rawValue: tag).map { Edition(language: $0, title: title, summary: summary) }
        }
        let names = reader.texts()
        errors = ScriptPatterns(names: names, json: Array(reader.bytesOfText()))
        rest = reader
    }

    /// The edition for readers of a language: their own, else the first, which is the source's where there is one.
    func edition(for tag: LanguageTag) -> Edition? { editions.first { $0.language == tag } ?? editions.first }

    var anchors: [String] {
        var reader = rest
        return reader.texts()
    }

    func hasAnchor(_ anchor: String) -> Bool {
        var reader = rest
        return reader.list { $0.bytesOfText() }.contains { $0.elementsEqual(anchor.utf8) }
    }

    var outgoing: [Outgoing] {
        var reader = rest
        _ = reader.list { $0.bytesOfText() }
        return reader.list { reader in
            let tag = reader.text()
            let (start, length) = (reader.number(), reader.number())
            let (guide, fragment) = (reader.text(), reader.text())
            return LanguageTag(rawValue: tag).map {
                Outgoing(language: $0, range: start..<(start + length), guide: guide, fragment: fragment)
            }
        }
    }
}

extension [UInt8] {
    /// Adds the fields of an entry.
    mutating func pack(
        links: IndexLinks, isWhole: Bool, tags: [String], editions: [IndexEntry.Edition], errors: ScriptPatterns
    ) {
        pack(isWhole ? 1 : 0)
        pack(tags)
        pack(editions.count)
        for edition in editions {
            pack(edition.language.rawValue)
            pack(edition.title)
            pack(edition.summary)
        }
        pack(errors.names)
        pack(errors.json.count)
        append(contentsOf: errors.json)
        pack(links.anchors)
        pack(links.outgoing.count)
        for link in links.outgoing {
            pack(link.language.rawValue)
            pack(link.range.lowerBound)
            pack(link.range.count)
            pack(link.guide)
            pack(link.fragment)
        }
    }
}
