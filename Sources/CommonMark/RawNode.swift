import CCmark
import CPool

/// libcmark's own handle of a node, for code that visits every node: it costs no reference counting.
typealias RawNode = OpaquePointer

extension RawNode {
    /// A new node outside any tree; nil where memory runs out.
    static func new(_ type: cmark_node_type) -> RawNode? { cmark_node_new_with_mem(type, pool_memory()) }

    var type: cmark_node_type { cmark_node_get_type(self) }
    var parent: RawNode? { cmark_node_parent(self) }
    var next: RawNode? { cmark_node_next(self) }
    var previous: RawNode? { cmark_node_previous(self) }
    var firstChild: RawNode? { cmark_node_first_child(self) }
    var lastChild: RawNode? { cmark_node_last_child(self) }

    /// The text of a text, code or HTML node; nil for others and where it is empty.
    var literalBytes: UnsafePointer<UInt8>? { Self.bytes(cmark_node_get_literal(self)) }
    var urlBytes: UnsafePointer<UInt8>? { Self.bytes(cmark_node_get_url(self)) }
    var titleBytes: UnsafePointer<UInt8>? { Self.bytes(cmark_node_get_title(self)) }
    var fenceInfoBytes: UnsafePointer<UInt8>? { Self.bytes(cmark_node_get_fence_info(self)) }
    /// What a custom node prints before its children; nil where that is nothing.
    var enterBytes: UnsafePointer<UInt8>? { Self.bytes(cmark_node_get_on_enter(self)) }
    /// What a custom node prints after its children; nil where that is nothing.
    var exitBytes: UnsafePointer<UInt8>? { Self.bytes(cmark_node_get_on_exit(self)) }

    /// Whether the node is a line break of either kind.
    var isBreak: Bool { type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK }

    /// The node after this one in the order of the text, its own children first.
    var following: RawNode? { firstChild ?? followingSubtree }

    /// The node after this one and all that it holds.
    var followingSubtree: RawNode? {
        var current = self
        while true {
            if let next = current.next { return next }
            guard let parent = current.parent else { return nil }
            current = parent
        }
    }

    /// The block after this one in the order of the text; what paragraphs and headings hold is passed over.
    var followingBlock: RawNode? {
        switch type {
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: followingSubtree
        default: following
        }
    }

    /// Makes a new node the last child; nil where none of its type can stand there.
    @discardableResult
    func appendNew(_ type: cmark_node_type) -> RawNode? {
        guard let node = RawNode.new(type) else { return nil }
        if cmark_node_append_child(self, node) != 0 { return node }
        cmark_node_free(node)
        return nil
    }

    /// Puts a new node before this one; nil where none of its type can stand there.
    func insertNew(_ type: cmark_node_type) -> RawNode? {
        guard let node = RawNode.new(type) else { return nil }
        if cmark_node_insert_before(self, node) != 0 { return node }
        cmark_node_free(node)
        return nil
    }

    /// Makes a new text or code the last child.
    func appendNew(_ type: cmark_node_type, _ text: UnsafeBufferPointer<UInt8>) {
        guard let node = appendNew(type) else { return }
        CText.lend(text) { _ = cmark_node_set_literal(node, $0) }
    }

    var isTableCell: Bool { Role(self)?.isTableCell == true }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafePointer<UInt8>? {
        guard let text, text.pointee != 0 else { return nil }
        // `CChar` and `UInt8` have the same layout, and the text is only read.
        return UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes of a text that ends with a zero byte; none where there is no text.
    init(ended text: UnsafePointer<UInt8>?) { self.init(start: text, count: text?.count ?? 0) }
}

/// The scalars at the ends of UTF-8 that ends with a zero byte and is not empty.
extension UnsafePointer<UInt8> {
    var count: Int { strlen(UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self)) }

    /// The first scalar and how many bytes it takes.
    var firstScalar: (scalar: UInt32, width: Int) { scalar(at: 0) }

    /// The last scalar of a text of so many bytes, and how many bytes it takes.
    func lastScalar(count: Int) -> (scalar: UInt32, width: Int) {
        var start = count - 1
        while start > 0, count - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start)
    }

    private func scalar(at start: Int) -> (scalar: UInt32, width: Int) {
        let lead = self[start]
        let width = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard width > 1 else { return (UInt32(lead), 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(width))
        for offset in 1..<width {
            // Not UTF-8: the byte stands for itself, and the zero at the end is never passed.
            guard self[start + offset] & 0xC0 == 0x80 else { return (UInt32(lead), 1) }
            value = value << 6 | UInt32(self[start + offset] & 0x3F)
        }
        return (value, width)
    }
}
