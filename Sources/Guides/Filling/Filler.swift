import CommonMark
import Messages
import Sources

/// Puts the values of one edition into its tree.
struct Filler {
    let edition: Edition
    let texts: ValueTexts
    let error: ErrorPattern?
    /// Code and addresses while they are put together, one after the other.
    var buffer: [UInt8] = []
    var codes: [FilledCode] = []
    var cells: [FilledEdition.Cell] = []
    var charts: [FilledChart] = []
    private var showsExamples = false
    private var isUsed: [Bool]
    var addresses: [FilledEdition.Address] = []

    init(_ edition: Edition, texts: ValueTexts, error: ErrorPattern?) {
        self.edition = edition
        self.texts = texts
        self.error = error
        isUsed = [Bool](repeating: false, count: texts.entries.count)
        if !edition.marks.marks.isEmpty {
            buffer.reserveCapacity(512)
            codes.reserveCapacity(16)
        }
    }

    mutating func fill(keepsProse: Bool = false) -> FilledEdition {
        // Before anything is filled in, for filling changes the tree.
        var edits = MarkdownEdits(edition, texts: texts, error: error)
        let markdown = edits.find()
        let prose = keepsProse ? edits.prose() : []
        let linkPlaces = edits.linkPlaces
        let footnotePlaces = keepsProse ? FootnotePlace.all(in: edition.document) : []
        var resolver = VariantResolver(texts: texts)
        let conditions = resolver.resolve(edition)
        for name in conditions.lazy.flatMap(\.condition.names) {
            if let index = texts.declarations.owner(of: name) { isUsed[index] = true }
        }
        for comment in edition.comments { comment.removeWithEmptyParagraph() }
        for node in edition.fillable where !resolver.hasRemoved || node.isInTree {
            switch node.kind {
            case .text: fillText(node)
            case .code: fillCode(node, isBlock: false)
            case .codeBlock:
                if node.isVerbatim {
                    restore(node)
                } else {
                    fillFenceInfo(node)
                    fillCode(node, isBlock: true)
                }
            default:
                fillAddress(node)
                fillTitle(node)
            }
        }
        let extra = edition.extra.mapTexts { line($0).text }
        let filled = FilledEdition(
            language: edition.language, path: edition.file.path, title: line(edition.title),
            summary: line(edition.summary), wikiName: edition.wikiName, document: edition.document,
            kind: edition.kind, lead: edition.lead,
            elements: edition.elements.filter { !resolver.hasRemoved || $0.isInTree }, headings: edition.headings,
            parts: edition.parts,
            links: edition.links, linkPlaces: linkPlaces, footnotePlaces: footnotePlaces,
            prose: prose, source: edition.file.bytes,
            bodyStart: edition.bodyStart, edits: markdown,
            texts: texts, codes: codes, cells: cells, charts: charts, conditions: conditions,
            addresses: addresses, uses: isUsed.indices.filter { isUsed[$0] }, showsExamples: showsExamples)
        filled.extra = extra
        return filled
    }

    // MARK: Prose

    private mutating func fillText(_ node: Node) {
        if let index = loneValue(node), replaceByTable(node, index) || replaceByChart(node, index) { return }
        let isFilled = node.withLiteral { literal in
            guard var pieces = MarkedPieces(literal, edition.marks) else { return false }
            while let piece = pieces.next(edition.marks) {
                switch piece {
                case .text(let bytes): node.insertBefore(text: bytes)
                case .mark(let number):
                    if let index = index(ofMark: number) {
                        putProse(index, before: node)
                    } else if isError(number) {
                        putError(before: node)
                    }
                }
            }
            return true
        }
        if isFilled { node.remove() }
    }

    /// The value that a paragraph holds and nothing else.
    private func loneValue(_ node: Node) -> Int? {
        guard node.isOnlyChild, node.parent?.kind == .paragraph else { return nil }
        return node.withLiteral { literal in
            guard var pieces = MarkedPieces(literal, edition.marks), pieces.isOneMark,
                case .mark(let number)? = pieces.next(edition.marks)
            else { return nil }
            return index(ofMark: number)
        }
    }

    /// The value that a mark stands for; nil where none has its name.
    func index(ofMark number: Int) -> Int? { edition.marks.marks[number].index }

    func isError(_ mark: Int) -> Bool { edition.marks.marks[mark].name == ErrorPattern.placeholder }

    /// A value's text; an address is a link to itself, unless it stands in one.
    private mutating func putProse(_ index: Int, before node: Node) {
        guard let entry = entry(index) else { return }
        let doubt = texts.doubt(about: entry, in: edition.language)
        let text = doubt.isEmpty ? entry.prose : entry.prose + doubt
        guard texts.declarations[index].type == .url, !node.isInLink else {
            return node.insertBefore(value: text, number: index)
        }
        let link = node.document.makeLink(to: entry.key)
        link.append(node.document.makeValue(text, number: index))
        addresses.append(FilledEdition.Address(node: link, pieces: [.value(index)]))
        node.insertBefore(link)
    }

    private mutating func putError(before node: Node) {
        let error = node.document.makeError()
        printError { _, piece in
            switch piece {
            case .text(let text): error.append(node.document.makeText(text))
            case .value(let index, let entry): error.append(node.document.makeValue(entry.code, number: index))
            }
        }
        node.insertBefore(error)
    }

    /// A value that the edition uses from now on; nil where it has none.
    mutating func entry(_ index: Int) -> ValueTexts.Entry? {
        let entry = texts.entries[index]
        isUsed[index] = true
        if entry?.resolved.isExample == true { showsExamples = true }
        return entry
    }
}

extension Node {
    fileprivate var isInLink: Bool {
        var current = parent
        while let node = current, !node.kind.isBlock {
            if node.kind == .link || node.kind == .image { return true }
            current = node.parent
        }
        return false
    }

    /// Takes an author's comment out, and the paragraph that held nothing else.
    fileprivate func removeWithEmptyParagraph() {
        let paragraph = parent
        // White space at the end of a line is none of its text.
        if kind == .htmlInline, next.map({ $0.kind == .softBreak || $0.kind == .lineBreak }) ?? true,
            let text = previous, text.kind == .text
        {
            let words = text.withLiteral { literal in
                literal.last.map { $0 == 0x20 || $0 == 0x09 } == true
                    ? Array(literal.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed()) : nil
            }
            if let words { text.setLiteral(words) }
        }
        remove()
        if let paragraph, paragraph.kind == .paragraph, paragraph.firstChild == nil { paragraph.remove() }
    }
}
