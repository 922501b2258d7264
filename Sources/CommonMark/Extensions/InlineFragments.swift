import CCmark

/// Several short texts, each read by libcmark as the inlines of a paragraph, with the reference definitions of a
/// whole document in reach.
final class InlineFragments {
    private let root: OpaquePointer
    private var paragraphs: [OpaquePointer] = []
    /// What stands before a text, so that nothing in it can begin a block; the space keeps emphasis as it was.
    private static let guardText: [UInt8] = Array(". ".utf8)
    private let isGuarded: [Bool]

    /// Reads texts of one paragraph each.
    ///
    /// - Parameter mayDefine: whether a text that begins with `[` may be a definition, as at a paragraph's start.
    init?(_ texts: [[UInt8]], definitionsOf source: [UInt8], mayDefine: Bool = false) {
        var bytes: [UInt8] = []
        isGuarded = texts.map { !(mayDefine && $0.first == UInt8(ascii: "[")) }
        for (text, isGuarded) in zip(texts, isGuarded) {
            if isGuarded { bytes += Self.guardText }
            bytes += text
            bytes += [0x0A, 0x0A]
        }
        // Definitions count wherever they stand, so the document simply follows.
        if Self.mayHoldDefinitions(source) { bytes += source }
        guard let root = Document.parse(bytes) else { return nil }
        self.root = root
        var child = cmark_node_first_child(root)
        while let node = child, paragraphs.count < texts.count {
            paragraphs.append(node)
            child = cmark_node_next(node)
        }
    }

    deinit { cmark_node_free(root) }

    /// Moves the inlines of a text into a document, where they are still outside the tree.
    func takeInlines(of index: Int, into document: Document) -> [Node] {
        guard index < paragraphs.count, cmark_node_get_type(paragraphs[index]) == CMARK_NODE_PARAGRAPH else {
            return []
        }
        var nodes: [Node] = []
        while let child = cmark_node_first_child(paragraphs[index]) {
            cmark_node_unlink(child)
            document.keep(child)
            nodes.append(Node(child, document))
        }
        if isGuarded[index], let first = nodes.first {
            let text = first.withLiteral { Array($0.dropFirst($0.count > 1 ? 2 : 1)) }
            first.setLiteral(text)
            if text.isEmpty { nodes.removeFirst() }
        }
        return nodes
    }

    private static func mayHoldDefinitions(_ source: [UInt8]) -> Bool {
        var previous: UInt8 = 0
        for byte in source {
            if byte == UInt8(ascii: ":"), previous == UInt8(ascii: "]") { return true }
            previous = byte
        }
        return false
    }
}
