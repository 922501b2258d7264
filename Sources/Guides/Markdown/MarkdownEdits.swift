import CommonMark
import Messages
import Sources
import Values

/// Finds where the Markdown of a page is another than the author's: at values, variants, comments, attributes of
/// headings. It has to look before anything is filled in, for filling changes the tree.
///
/// Positions are those of the file. Where the tree alone tells them, the source is not read along it; where it does not,
/// in what touches emphasis, in links and in code over several lines, it is (`InlineAlignment`).
struct MarkdownEdits {
    let edition: Edition
    let texts: ValueTexts
    let error: ErrorPattern?
    private(set) var edits: [MarkdownEdit] = []
    /// The marks that were found in the tree, by their numbers.
    private var isPlaced: [Bool]
    /// Emphasis whose delimiters were found before.
    var emphases: Set<Node> = []
    /// Where the delimiters of that emphasis stand, and where values touch signs that could be some.
    var delimiters: [Range<Int>] = []
    var touchedSigns: Set<Int> = []
    /// The author's bytes that have a backslash before them.
    var escaped: Set<Int> = []
    var source: [UInt8] { edition.file.bytes }

    init(_ edition: Edition, texts: ValueTexts, error: ErrorPattern?) {
        self.edition = edition
        self.texts = texts
        self.error = error
        isPlaced = [Bool](repeating: false, count: edition.marks.marks.count)
        edits.reserveCapacity(edition.marks.marks.count + 32)
    }

    /// The edits, in the order of the text.
    mutating func find() -> [MarkdownEdit] {
        addVariants()
        addComments()
        edition.parts.forEachPart { if $0.hasAttributes { addAttributes(of: $0.heading) } }
        for heading in edition.headings { addAttributes(of: heading.node) }
        for node in edition.fillable {
            switch node.kind {
            case .text: addText(node)
            case .code: addCode(node)
            case .codeBlock: addCodeBlock(node)
            default: addAddress(node)
            }
        }
        addUnseen()
        // Signs that are none of an emphasis must not become some.
        if !touchedSigns.isEmpty {
            for sign in touchedSigns.subtracting(delimiters.joined()).sorted() { escape(sign) }
        }
        return Self.ordered(edits)
    }

    /// Edits by their place; what is put between two bytes comes before what replaces the second, and the rest stays as it
    /// is.
    static func ordered(_ edits: [MarkdownEdit]) -> [MarkdownEdit] {
        let isOrdered = edits.indices.dropFirst().allSatisfy { !edits[$0].precedes(edits[$0 - 1]) }
        guard !isOrdered else { return edits }
        return edits.indices.sorted { left, right in
            edits[left].precedes(edits[right]) || !edits[right].precedes(edits[left]) && left < right
        }.map { edits[$0] }
    }

    mutating func add(_ range: Range<Int>, _ piece: MarkdownPiece, as role: MarkdownRole? = nil) {
        edits.append(MarkdownEdit(range, piece, as: role))
    }

    mutating func place(_ mark: Int) { isPlaced[mark] = true }

    func range(ofMark number: Int) -> Range<Int> { edition.marks.marks[number].range }

    /// The marks in a text, with their bytes in it.
    func marks(in literal: UnsafeBufferPointer<UInt8>) -> [(number: Int, range: Range<Int>)] {
        var found: [(number: Int, range: Range<Int>)] = []
        while let mark = edition.marks.next(in: literal, from: found.last?.range.upperBound ?? 0) { found.append(mark) }
        return found
    }

    // MARK: Prose

    private mutating func addText(_ node: Node) {
        let marks = node.withLiteral { self.marks(in: $0) }
        guard let first = marks.first else { return }
        // The words of `<https://…>` are its address, which comes before them.
        if isPlaced[first.number], node.parent?.kind == .link { return }
        let length = node.withLiteral(\.count)
        if marks.count == 1, first.range == 0..<length, addBlock(node, first.number) { return }
        let (isInLink, isInImage) = node.surroundings
        for mark in marks {
            addProse(mark.number, isInLink: isInLink, isInImage: isInImage)
            let range = range(ofMark: mark.number)
            let (before, after) = (byte(before: range.lowerBound), byte(at: range.upperBound))
            if before.isEmphasisDelimiter || after.isEmphasisDelimiter,
                mark.range != 0..<length || !addEmphasis(ofOnly: node, range)
            {
                addEmphasis(
                    around: node, range, isFirst: mark.range.lowerBound == 0, isLast: mark.range.upperBound == length)
            }
            if !isInLink, !isInImage { addBracket(before: range.lowerBound) }
        }
        addOpeners(of: node, before: marks)
    }

    private mutating func addProse(_ mark: Int, isInLink: Bool, isInImage: Bool) {
        let range = range(ofMark: mark)
        place(mark)
        if let index = edition.marks.marks[mark].index {
            let isLink = texts.declarations[index].type == .url && !isInLink && !isInImage
            add(range, isLink ? .link(index) : .prose(index, isInImage: isInImage))
        } else if edition.marks.marks[mark].name == ErrorPattern.placeholder {
            // What an error holds is printed as programs print it.
            add(range, .printed(printedError))
        }
    }

    /// A value that is a block of its own; false where it is none.
    private mutating func addBlock(_ node: Node, _ mark: Int) -> Bool {
        guard node.isOnlyChild, node.parent?.kind == .paragraph, let index = edition.marks.marks[mark].index else {
            return false
        }
        let range = range(ofMark: mark)
        let continuation = continuation(at: range.lowerBound)
        switch texts.declarations[index].type {
        case .table:
            guard texts.entries[index] != nil else { return false }
            add(range, .table(index, continuation: continuation))
        case .chart(let chart):
            guard texts.entries[index] != nil,
                let drawing = texts.drawings.value(
                    index,
                    { [texts, edition] in ChartDrawing(chart, number: index, in: texts, edition.language) })
            else { return false }
            add(range, .chart(index, drawing, continuation: continuation))
        default: return false
        }
        place(mark)
        return true
    }

    /// The error that the guide is about, piece by piece.
    var printedError: [MarkdownCodeSpan.Segment] {
        let exists = { [texts] name in texts.index(of: name).map { texts.entries[$0] != nil } ?? false }
        var segments: [MarkdownCodeSpan.Segment] = []
        error?.forEachPrinted(where: exists) { printed in
            switch printed {
            case .literal(let text): segments.append(.text(Array(text.utf8)))
            case .value(let name): segments.append(texts.index(of: name).map { .value($0) } ?? .text(Array(name.utf8)))
            case .any, .optional, .choice: break
            }
        }
        return segments
    }

    /// What stands in no node is in a definition that nothing refers to, or in a label: there it is one word.
    private mutating func addUnseen() {
        for (number, isPlaced) in isPlaced.enumerated() where !isPlaced {
            guard let index = edition.marks.marks[number].index else { continue }
            let word = (texts.entries[index]?.key ?? "").utf8.filter(\.isASCIIAlphanumeric)
            add(range(ofMark: number), .markdown(Array(word)))
        }
    }

    // MARK: Bytes

    /// A byte of the file; a line's end past its ends.
    func byte(at offset: Int) -> UInt8 { offset >= 0 && offset < source.count ? source[offset] : 0x0A }

    func byte(before offset: Int) -> UInt8 { byte(at: offset - 1) }

    func isEscaped(_ offset: Int) -> Bool {
        var backslashes = 0
        while byte(at: offset - backslashes - 1) == UInt8(ascii: "\\") { backslashes += 1 }
        return backslashes % 2 == 1
    }

    /// What a further line begins with, to stand in the same container as the text at an offset.
    func continuation(at offset: Int) -> [UInt8] {
        var start = offset
        while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
        // What belongs to a note is set in by four columns, however long its name.
        if let note = edition.document.footnotes.first(where: { $0.prefix.lowerBound == start }),
            note.prefix.upperBound <= offset
        {
            return [0x20, 0x20, 0x20, 0x20]
        }
        return source[start..<offset].map { $0 == UInt8(ascii: ">") || $0 == 0x09 ? $0 : 0x20 }
    }
}
