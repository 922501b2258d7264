import CommonMark
import Sources

/// The paragraphs of a part of a page that stand in no list, quotation or table: in rows, between blocks of other kinds.
struct ParagraphRows {
    /// A paragraph, with what it has of the author's words.
    struct Paragraph {
        /// Its block of the text.
        let block: Int
        /// How long its words are, in bytes.
        let length: Int
        let sentences: Int
    }

    /// The rows: before the first block of another kind, between it and the second, and so on.
    private(set) var rows: [[Paragraph]] = [[]]
    /// The kinds of the blocks that part the rows; a list is one.
    private(set) var separators: [NodeKind] = []
    /// How many paragraphs stand in lists, quotations and the like.
    private(set) var inner = 0

    var count: Int { rows.reduce(0) { $0 + $1.count } }
    var length: Int { rows.joined().reduce(0) { $0 + $1.length } }
}

extension ParagraphRows {
    /// The paragraphs of a text, by region.
    static func read(_ text: EditionText) -> [ParagraphRows] {
        var found = Array(repeating: ParagraphRows(), count: text.regions.count)
        var last: Node?
        for (position, block) in text.blocks.enumerated() {
            guard let node = block.node, node.kind != .heading else { continue }
            let isTop = node.kind == .paragraph && node.isAmongParts
            let top = isTop ? nil : node.topmost
            if let top, top != last {
                found[block.region].separators.append(top.kind)
                found[block.region].rows.append([])
            }
            last = top
            if !isTop {
                found[block.region].inner += node.kind == .paragraph ? 1 : 0
            } else {
                found[block.region].rows[found[block.region].rows.count - 1].append(Paragraph(position, of: text))
            }
        }
        return found
    }
}

extension ParagraphRows.Paragraph {
    fileprivate init(_ position: Int, of text: EditionText) {
        var (length, sentences) = (0, 0)
        var isOpen = false
        let node = text.blocks[position].node
        // What is said of a picture is told by the checks of pictures.
        let isPicture = node?.firstChild?.kind == .image && node?.firstChild?.next == nil
        for run in text.runs[text.blocks[position].runs] where !isPicture {
            guard run.kind == .prose else {
                isOpen = isOpen || run.kind != .gap
                continue
            }
            length += run.range.count
            for index in run.range {
                let byte = text.bytes[index]
                if byte.isASCIIAlphanumeric || byte >= 0x80 && byte != 0xC2 && byte != 0xE2 { isOpen = true }
                guard text.isSentenceEnd(index) else { continue }
                if isOpen { sentences += 1 }
                isOpen = false
            }
        }
        (block, self.length, self.sentences) = (position, length, sentences + (isOpen ? 1 : 0))
    }
}

extension EditionText {
    /// Whether a sentence ends at a byte: `.`, `!` or `?` before a space, or the last byte of their likes in Chinese and
    /// Japanese.
    fileprivate func isSentenceEnd(_ index: Int) -> Bool {
        let byte = bytes[index]
        if byte.isOne(of: ".!?") {
            // A letter alone is an abbreviation's: “e.g.”, “p. ex.”.
            let isShort =
                index >= 2 && bytes[index - 1].isASCIILetter && bytes[index - 2] < 0x80
                && !bytes[index - 2].isASCIIAlphanumeric
            return !isShort && (index + 1 >= bytes.count || bytes[index + 1].isSpace)
        }
        guard index >= 2 else { return false }
        switch (bytes[index - 2], bytes[index - 1], byte) {
        // 。 ！ ？
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
        default: return false
        }
    }
}

extension Node {
    /// Whether it stands in nothing but the document and its parts, which are blocks of their own.
    fileprivate var isAmongParts: Bool { parent.map { $0.kind == .document || $0.kind == .customBlock } ?? true }

    /// The block of the document, or of a part of it, that it stands in.
    fileprivate var topmost: Node {
        var node = self
        while !node.isAmongParts, let parent = node.parent { node = parent }
        return node
    }
}
