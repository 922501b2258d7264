import Guides
import Rendering
import Sources
import Values

/// Compares a page with what was published, and says of each change what it means in the guide's files.
struct PageChanges {
    let origin: PageOrigin
    let edited: [UInt8]
    let terms: SourceTerms
    let labels: HeadingLabels
    let languages: [LanguageTag: Language]
    /// The blocks of both versions, without the anchors that we put before headings.
    let published: [PageUnit]
    let new: [PageUnit]
    var changes: [PageChange] = []
    /// The blocks that went, by what readers see of them: they may have come back elsewhere.
    var gone: [String: Int] = [:]

    init(
        _ origin: PageOrigin, edited: [UInt8], _ terms: SourceTerms, _ labels: HeadingLabels,
        languages: [LanguageTag: Language]
    ) {
        self.origin = origin
        self.edited = edited
        self.terms = terms
        self.labels = labels
        self.languages = languages
        let reading = PageReading(labels: labels)
        published = PageUnit.all(of: origin.page, reading).filter { !Self.isAnchor($0, origin.page) }
        new = PageUnit.all(of: edited, reading).filter { !Self.isAnchor($0, edited) }
    }

    private static func isAnchor(_ unit: PageUnit, _ page: [UInt8]) -> Bool {
        page[unit.range].starts(with: "<a id=".utf8) && page[unit.range].reversed().starts(with: ">a/<".utf8)
    }

    /// All changes, in the order of the page.
    static func all(
        _ origin: PageOrigin, edited: [UInt8], _ terms: SourceTerms, _ labels: HeadingLabels,
        languages: [LanguageTag: Language]
    ) -> [PageChange] {
        var reader = PageChanges(origin, edited: edited, terms, labels, languages: languages)
        reader.read()
        return reader.changes
    }

    private mutating func read() {
        // What stands in another list or quote by now is other text in the place of the old one.
        let pairs = PageAlignment.pairs(
            published.map { block($0, origin.page) }, new.map { block($0, edited) }
        ).filter { published[$0.left].path == new[$0.right].path && published[$0.left].kind == new[$0.right].kind }
        let kept = Set(pairs.map(\.left))
        for index in published.indices where !kept.contains(index) { gone[published[index].key] = index }
        var (start, other) = (0, 0)
        for pair in pairs + [(published.count, new.count)] {
            addRegion(start..<pair.left, other..<pair.right)
            if pair.left < published.count {
                addPair(published[pair.left], new[pair.right])
                addNumber(published[pair.left], pair.right)
            }
            (start, other) = (pair.left + 1, pair.right + 1)
        }
        let all = origin.page.applying(changes.map { ($0.page, $0.text) })
        if !PageReading(labels: labels).isSame(all, edited) { addGaps(pairs) }
        joinBlocks()
        changes.sort { $0.page.lowerBound < $1.page.lowerBound }
    }

    private func block(_ unit: PageUnit, _ page: [UInt8]) -> PageAlignment.Block {
        let words = PageWordReader(page, known: [], isCode: unit.kind == .code).words(
            in: unit.range, bullet: unit.bullet
        )
        .filter { !$0.isSpace && !$0.isAddress && $0.key != "\\" && $0.key != "#" }.map(\.key)
        return PageAlignment.Block(kind: unit.kind, key: unit.key, words: words)
    }

    mutating func add(_ change: PageChange) {
        if change.edits.isEmpty, change.hold == nil { return }
        changes.append(change)
    }

    // MARK: Where things are

    /// Which text a block is of; nil for what stands around the guide.
    func field(of unit: PageUnit) -> Int? { origin.stretches(in: unit.range).lazy.compactMap(\.field).first }

    /// The language of the text at an offset of the page, or before it.
    func language(at offset: Int) -> LanguageTag? {
        for index in [offset, offset - 1] where index >= 0 {
            if let field = origin.stretch(at: index)?.field { return origin.trace.fields[field].language }
        }
        return nil
    }

    /// The bytes of its text that a block was made from, with the attributes at its end.
    func source(of unit: PageUnit) -> (field: Int, range: Range<Int>)? {
        guard let start = origin.start(of: unit.range.lowerBound), var end = origin.end(of: unit.range.upperBound),
            start.field == end.field, start.offset <= end.offset
        else { return nil }
        let source = origin.trace.fields[start.field].source
        if case .heading = unit.kind, end.offset < source.count {
            // Attributes show nowhere, and stand on the heading's line.
            let line = source[end.offset...].firstIndex(of: 0x0A) ?? source.count
            let rest = source[end.offset..<line]
            if rest.last == UInt8(ascii: "}") { end = PageOrigin.Position(field: end.field, offset: line) }
        }
        return (start.field, start.offset..<end.offset)
    }
}
