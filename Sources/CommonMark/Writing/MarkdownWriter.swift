/// Writes a tree as Markdown that reads like a page that a person wrote, and that parses, as GFM too, into the tree that
/// was meant. The tree stays as it is.
///
/// The layout is that of libcmark's CommonMark writer, which takes several times as long, and which escapes more than it
/// needs (`\!`, `\#`), lets `~~~` begin a fence, knows neither tables nor alerts, leaves `&copy;` alone in an address,
/// breaks a heading of two lines, and has no second delimiter for emphasis that touches other emphasis.
struct MarkdownWriter {
    var lines: MarkdownLines
    /// What is told to whoever asked; nil where nobody did.
    var places: MarkdownPlaces?
    /// A block that was asked for and whose first character is still to come, as an index of `places`.
    var awaited: Int?
    /// One whose place has begun.
    private var begun: Int?
    /// Whether the last block was one of inlines or code, behind which a place can end.
    var endsWithInlines = false

    // MARK: The block that is being written

    var block = BlockContext()
    /// What was written last in the block; nil for a character, which `lines` has.
    var last: Neighbor? = .blockEdge
    /// The emphasis of the block, open and closed.
    var emphases: [Emphasis] = []
    /// Where the value began that is being written.
    var valueStart = 0

    init(_ output: consuming [UInt8], capacity: Int, _ places: consuming MarkdownPlaces?) {
        lines = MarkdownLines(output, capacity: capacity)
        self.places = places
    }

    /// What a block is, as far as its inlines are written otherwise for it.
    struct BlockContext {
        /// The block; nil before the first.
        var node: RawNode?
        var isHeading = false
        var isTable = false
        /// How many links and images are open.
        var links = 0
        /// How many tildes it holds, once that was asked for.
        var tildes: Int?
    }

    // MARK: Blocks

    mutating func writeBlocks(of parent: RawNode, isTight: Bool) {
        var child = parent.firstChild
        while let node = child {
            child = node.next
            lines.isTight = isTight
            // An empty paragraph prints nothing, but would part an item from what follows in it.
            if node.isEmptyParagraph { continue }
            let index = places?.index(of: node)
            if let index { awaited = index }
            write(node, isTight: isTight)
            if let index { endPlace(of: index) }
            if node.type == .list { endList(node, isTight: isTight) }
        }
    }

    private mutating func write(_ node: RawNode, isTight: Bool) {
        switch node.type {
        case .paragraph: writeParagraph(node)
        case .heading: writeHeading(node)
        case .list: writeList(node, isTight: isTight)
        case .blockQuote: writeQuote(node)
        case .codeBlock: writeCodeBlock(node)
        case .thematicBreak:
            // `-----` behind an item's `-` is a longer rule, and directly below text it makes a heading of it.
            writeApart(node.parent?.type == .item ? "***" : "-----")
        case .htmlBlock: writeApart(node.literalBytes)
        default: writeCustomBlock(node, isTight: isTight)
        }
    }

    // MARK: Places

    /// Begins the text of a block: inlines or code.
    mutating func beginText() {
        lines.beginText()
        endsWithInlines = true
        guard let index = awaited else { return }
        awaited = nil
        begun = index
        tell(.block(index), from: lines.bytes.count)
    }

    /// Tells of what was written from an offset on.
    mutating func tell(_ kind: MarkdownPlaces.Kind, from start: Int) {
        places?.found.append(MarkdownPlaces.Place(kind: kind, range: start..<lines.bytes.count))
    }

    /// A block has a place only where it begins and ends with inlines or code.
    mutating func endPlace(of index: Int) {
        awaited = nil
        guard begun == index else { return }
        begun = nil
        if endsWithInlines {
            tell(.blockEnd, from: lines.bytes.count)
        } else {
            places?.found.removeAll { $0.kind == .block(index) }
        }
    }
}
