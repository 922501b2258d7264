/// Several short texts, each read by libcmark as the inlines of a paragraph, with the reference definitions of a
/// whole document in reach. All are read together, so that the document is read once more and not once for each.
final class InlineFragments {
    /// A text that was added.
    private struct Fragment {
        /// Its lines in what is read, from 1.
        let lines: ClosedRange<Int>
        /// Whether the guard stands before it.
        let isGuarded: Bool
    }

    private let document: Document
    private var bytes: [UInt8] = []
    private var root: RawNode?
    private var fragments: [Fragment] = []
    private var next = 0
    private var lineCount = 0
    /// The paragraph that was not taken yet.
    private var upcoming: RawNode?
    /// The lines of the document, which stand before the texts.
    private var linesBefore = 0
    /// What stands before a text, so that nothing in it can begin a block; the space keeps emphasis as it was.
    private static let guardText = Array(". ".utf8)

    /// Texts of one document.
    init(of document: Document) { self.document = document }

    deinit {
        if let root { root.free() }
    }

    /// Adds the first lines of a paragraph, which may be definitions where it begins with a bracket.
    func add(lines: [Range<Int>]) {
        guard let first = lines.first else { return }
        let isGuarded = document.source[first].first != UInt8(ascii: "[")
        if isGuarded { bytes += Self.guardText }
        for (index, line) in lines.enumerated() {
            // Deep indentation keeps a later line from being read as the start of another block.
            if index > 0 { bytes += "\n        ".utf8 }
            bytes += document.source[line]
        }
        end(lines: lines.count, isGuarded: isGuarded)
    }

    /// Adds the text of a table's cell: an escaped pipe is a pipe.
    func add(cell: UnsafeBufferPointer<UInt8>) {
        bytes += Self.guardText
        for index in cell.indices {
            let next = index + 1 < cell.count ? cell[index + 1] : 0
            if cell[index] == UInt8(ascii: "\\"), next == UInt8(ascii: "|") { continue }
            bytes.append(cell[index])
        }
        end(lines: 1, isGuarded: true)
    }

    private func end(lines: Int, isGuarded: Bool) {
        bytes.append(0x0A)
        bytes.append(0x0A)
        fragments.append(Fragment(lines: (lineCount + 1)...(lineCount + lines), isGuarded: isGuarded))
        lineCount += lines + 1
    }

    /// Reads the texts that were added.
    func parse() {
        guard !bytes.isEmpty else { return }
        if document.survey.hasDefinitions {
            let before = documentAsItem
            root = RawNode.parse(before + bytes)
            upcoming = root?.firstChild?.next
        } else {
            root = RawNode.parse(bytes)
            upcoming = root?.firstChild
        }
    }

    /// The whole document as an item of a list, which ends whatever may be open in it; its lines keep their columns, as tabs
    /// count them. Definitions count wherever they stand, and the first of a name before all others.
    private var documentAsItem: [UInt8] {
        var item = Array("1.  .\n\n".utf8)
        item.reserveCapacity(document.source.count + document.lines.count * 4 + bytes.count + 16)
        for number in 1...max(1, document.lines.count) {
            let line = document.lines[number]
            if !line.isEmpty { item += "    ".utf8 }
            item += document.source[line]
            item.append(0x0A)
        }
        item.append(0x0A)
        linesBefore = document.lines.count + 3
        return item
    }

    /// Moves the inlines of the next text behind the children of a node of the document's tree; none where the text was
    /// definitions and nothing else.
    func moveNext(to parent: RawNode) {
        guard next < fragments.count else { return }
        let fragment = fragments[next]
        next += 1
        guard let paragraph = upcoming, paragraph.type == .paragraph,
            fragment.lines.contains(paragraph.startLine - linesBefore)
        else { return }
        upcoming = paragraph.next
        if fragment.isGuarded { dropGuard(of: paragraph) }
        while let child = paragraph.firstChild, parent.append(child) {}
    }

    private func dropGuard(of paragraph: RawNode) {
        guard let first = paragraph.firstChild, let text = first.literalBytes else { return }
        let count = text.count
        let width = Self.guardText.count
        if count > width {
            // The text is copied to be handed over before libcmark frees it.
            let rest = UnsafeBufferPointer(start: text + width, count: count - width)
            CText.lend(rest, first.setLiteral)
        } else {
            first.free()
        }
    }
}
