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
    private let bytes: [UInt8]
    private let start: Int
    private let linksStart: Int

    init(id: String, bytes: [UInt8], start: Int, linksStart: Int) {
        self.id = id
        self.bytes = bytes
        self.start = start
        self.linksStart = linksStart
    }

    /// Whether it is known to be as its readers will see it.
    var isWhole: Bool { bytes[start] == 1 }

    var tags: [String] {
        var reader = PackedReader(bytes, from: start + 1)
        return reader.texts()
    }

    /// None where the guide has faults, and so no page.
    var editions: [Edition] {
        var reader = PackedReader(bytes, from: start + 1)
        return editions(&reader)
    }

    /// How the errors that the guide is about are worded; only where a page looks for them.
    var errors: ScriptPatterns {
        var reader = PackedReader(bytes, from: start + 1)
        _ = editions(&reader)
        let names = reader.texts()
        return ScriptPatterns(names: names, json: Array(reader.bytesOfText()))
    }

    /// When the guide was last read over, in ISO 8601; empty where nobody said.
    var reviewed: String {
        var reader = PackedReader(bytes, from: start + 1)
        reader.skipTexts()
        for _ in 0..<reader.number() * 3 { _ = reader.bytesOfText() }
        reader.skipTexts()
        _ = reader.bytesOfText()
        return reader.text()
    }

    /// Where lists show it among those beside it; nil behind those with a number.
    var order: Double? {
        var reader = PackedReader(bytes, from: start + 1)
        reader.skipTexts()
        for _ in 0..<reader.number() * 3 { _ = reader.bytesOfText() }
        reader.skipTexts()
        for _ in 0..<2 { _ = reader.bytesOfText() }
        return Double(reader.text())
    }

    private func editions(_ reader: inout PackedReader) -> [Edition] {
        reader.skipTexts()
        return reader.list { reader in
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
        var reader = PackedReader(bytes, from: linksStart)
        return reader.texts()
    }

    func hasAnchor(_ anchor: String) -> Bool {
        var reader = PackedReader(bytes, from: linksStart)
        return reader.list { $0.bytesOfText() }.contains { $0.elementsEqual(anchor.utf8) }
    }

    var outgoing: [Outgoing] {
        var reader = PackedReader(bytes, from: linksStart)
        reader.skipTexts()
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
    /// Adds what lists show of a guide.
    mutating func pack(
        isWhole: Bool, _ tags: [String], _ editions: [IndexEntry.Edition], _ errors: ScriptPatterns, reviewed: String,
        order: Double?
    ) {
        append(isWhole ? 1 : 0)
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
        pack(reviewed)
        pack(order.map { "\($0)" } ?? "")
    }

    /// Adds where others may link to, and what it links to.
    mutating func pack(_ links: IndexLinks) {
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
