/// Several short texts, each read by libcmark as the inlines of a paragraph, with the reference definitions of a
/// whole document in reach.
final class InlineFragments {
    private let document: Document
    private var bytes: [UInt8] = []
    private var root: RawNode?
    /// The paragraph of the text that is taken next.
    private var upcoming: RawNode?
    /// What stands before a text, so that nothing in it can begin a block; the space keeps emphasis as it was.
    private static let guardText = Array(". ".utf8)
    private var isGuarded = true

    /// Texts of one document.
    init(of document: Document) { self.document = document }

    deinit {
        if let root { root.free() }
    }

    /// Adds a text of one paragraph.
    ///
    /// - Parameter mayDefine: whether a text that begins with `[` may be a definition, as at a paragraph's start; such a
    ///   text is the only one.
    func add(_ text: ArraySlice<UInt8>, mayDefine: Bool = false) {
        isGuarded = !(mayDefine && text.first == UInt8(ascii: "["))
        if isGuarded { bytes += Self.guardText }
        bytes.append(contentsOf: text)
        bytes.append(0x0A)
        bytes.append(0x0A)
    }

    /// Adds the text of a table's cell: an escaped pipe is a pipe.
    func add(cell: UnsafeBufferPointer<UInt8>) {
        isGuarded = true
        bytes += Self.guardText
        for index in cell.indices {
            let next = index + 1 < cell.count ? cell[index + 1] : 0
            if cell[index] == UInt8(ascii: "\\"), next == UInt8(ascii: "|") { continue }
            bytes.append(cell[index])
        }
        bytes.append(0x0A)
        bytes.append(0x0A)
    }

    /// Reads the texts that were added.
    func parse() {
        guard !bytes.isEmpty else { return }
        // Definitions count wherever they stand, so the document simply follows.
        if document.survey.hasDefinitions { bytes += document.source }
        root = RawNode.parse(bytes)
        upcoming = root?.firstChild
    }

    /// Moves the inlines of the next text behind the children of a node of the document's tree.
    func moveNext(to parent: RawNode) {
        guard let paragraph = upcoming, paragraph.type == .paragraph else { return }
        upcoming = paragraph.next
        if isGuarded {
            dropGuard(of: paragraph)
        } else if paragraph.startLine > 1 {
            // The text was a definition and nothing else; this is a paragraph of the document behind it.
            return
        }
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
