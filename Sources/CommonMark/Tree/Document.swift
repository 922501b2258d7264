/// A parsed Markdown text that owns its tree.
///
/// Every node belongs to one document and keeps it alive. Nodes that were taken out of the tree, and new ones
/// that were not put in yet, stay with the document and are freed with it: whatever is thrown halfway through
/// an edit, nothing is freed twice and nothing leaks. A document is for one thread at a time.
public final class Document {
    package let rawRoot: OpaquePointer
    /// The text that was parsed: what source positions point into. Empty for a document made by hand.
    public private(set) var source: [UInt8]
    /// What kinds of markup the text may hold, and where its lines begin.
    let survey: Survey
    /// Nodes that were outside the tree at some time; those that still are get freed at the end.
    private var strays: [OpaquePointer] = []
    /// Where the lines of the source begin.
    let lines: LineIndex
    /// The nodes that CommonMark has no element for, but for the rows and cells of tables; some may have left the tree.
    private(set) var extensions: [RawNode] = []
    /// The notes of the text, in its order.
    package let footnotes: [Footnote]
    var alignments: [OpaquePointer: InlineAlignment] = [:]
    /// The pictures that are written as tags; nil where there are none.
    let pictures: PictureTags?
    /// The bytes of the cells of tables, for those tables that somebody asked about.
    var cellRanges: [RawNode: Range<Int>] = [:]
    var tablesWithRanges: Set<RawNode> = []

    /// Parses a text, which is CommonMark 0.30 with pipe tables, alerts, task lists, strikethrough, footnotes,
    /// bare addresses and pictures as tags.
    ///
    /// - Throws: `ParseLimitError` where the text is larger or more deeply nested than libcmark can be trusted with.
    public convenience init(parsing source: [UInt8], limits: ParseLimits = .standard) throws(ParseLimitError) {
        let pictures = PictureTag.mayStand(in: source) ? try PictureTags(in: source, limits) : nil
        try self.init(source, limits, pictures: pictures?.tags.isEmpty == false ? pictures : nil)
    }

    /// The same without the pictures.
    convenience init(plain source: [UInt8], limits: ParseLimits) throws(ParseLimitError) {
        try self.init(source, limits, pictures: nil)
    }

    private init(_ source: [UInt8], _ limits: ParseLimits, pictures: PictureTags?) throws(ParseLimitError) {
        self.pictures = pictures
        survey = try limits.survey(source)
        lines = LineIndex(source, starts: survey.lines)
        var text = source
        if survey.hasDefinitions {
            let found = FootnoteLines(source, lines)
            found.put(into: &text)
            footnotes = found.definitions.map {
                Footnote(name: String(decoding: source[$0.name], as: UTF8.self), line: $0.line, prefix: $0.prefix)
            }
        } else {
            footnotes = []
        }
        // Cells of tables are read from the source again, so it is the text with images until they are known.
        let parsed = pictures?.replaced(in: text) ?? text
        guard let root = RawNode.parse(parsed) else { throw ParseLimitError(limit: .size, offset: 0) }
        rawRoot = root
        self.source = parsed
        strays.reserveCapacity(64)
        extensions.reserveCapacity(32)
        try checkDepth(limits)
        if !footnotes.isEmpty { FootnoteReader(document: self).readNotes() }
        if survey.hasPipes {
            try TableReader(document: self).readTables(most: limits.cells)
            try checkDepth(limits)
        }
        if survey.hasTildes {
            Strikethrough.recognise(in: self)
            try checkDepth(limits)
        }
        if survey.hasBrackets { BracketMarkers.recognise(in: self) }
        if !footnotes.isEmpty { FootnoteReader(document: self).readReferences() }
        if let pictures {
            pictures.fill(self) { self.source = text }
        }
        if BareAddresses.mayStand(in: text) { BareAddresses.recognise(in: self) }
    }

    /// Refuses a tree whose elements stand too deep within each other.
    private func checkDepth(_ limits: ParseLimits) throws(ParseLimitError) {
        guard survey.mayBeDeep || !survey.isHarmless else { return }
        var (node, depth, line) = (rawRoot, 0, 0)
        while true {
            if let child = node.firstChild {
                (node, depth, line) = (child, depth + 1, max(line, child.startLine))
                guard depth <= limits.depth else {
                    throw ParseLimitError(limit: .depth, offset: lines[max(1, line)].lowerBound)
                }
                continue
            }
            while node.next == nil {
                guard let parent = node.parent else { return }
                (node, depth) = (parent, depth - 1)
            }
            guard let next = node.next else { return }
            (node, line) = (next, max(line, next.startLine))
        }
    }

    deinit {
        // What has no parent is the root of a piece that nothing else frees; a piece is marked, for it may have
        // left the tree more than once, and none is freed before all are known.
        let marked = UInt.max
        strays.withUnsafeMutableBufferPointer { strays in
            var pieces = 0
            for stray in strays {
                guard stray.parent == nil, stray != rawRoot, stray.userData != marked else { continue }
                stray.userData = marked
                strays[pieces] = stray
                pieces += 1
            }
            for stray in strays[..<pieces] { stray.free() }
        }
        rawRoot.free()
    }

    /// The blocks of code, in the order of the text: found when somebody asks for the first time.
    private lazy var codeBlocks: [RawNode] = root.descendants(.codeBlock).map(\.raw).filter { $0.startLine > 0 }

    /// The block of code that a line stands in, from 1, fences included.
    package func codeBlock(atLine line: Int) -> Node? {
        var (low, high) = (0, codeBlocks.count)
        while low < high {
            let middle = (low + high) / 2
            if codeBlocks[middle].endLine < line { low = middle + 1 } else { high = middle }
        }
        guard low < codeBlocks.count, codeBlocks[low].startLine <= line else { return nil }
        return Node(codeBlocks[low], self)
    }

    /// The bytes of a line, from 1, without its ending; empty for a line that does not exist.
    package func line(_ number: Int) -> Range<Int> { lines[number] }

    /// The node that holds all others.
    public var root: Node { Node(rawRoot, self) }

    /// A new node that stands nowhere yet.
    func make(_ type: RawType) -> Node {
        // The allocator stops the program when memory runs out, so this never is nil in practice;
        // a detached root would be the only harmless stand-in, and an edit of it is refused by libcmark.
        guard let raw = RawNode.new(type) else { return root }
        strays.append(raw)
        return Node(raw, self)
    }

    /// Makes a node one that CommonMark has no element for.
    func mark(_ raw: RawNode, as role: Role) {
        role.set(on: raw)
        extensions.append(raw)
    }

    /// Remembers a node that is about to leave the tree.
    func keep(_ raw: OpaquePointer) {
        strays.append(raw)
    }

    /// Takes a node out of the tree with all that it holds.
    func remove(_ raw: RawNode) {
        keep(raw)
        raw.unlink()
    }
}
