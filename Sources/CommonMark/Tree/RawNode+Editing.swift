import CCmark
import CPool

extension RawNode {
    /// A new node outside any tree; nil where memory runs out.
    static func new(_ type: RawType) -> RawNode? { cmark_node_new_with_mem(type, pool_memory()) }

    /// The root of a new tree, read from a text; nil where memory runs out.
    static func parse(_ bytes: [UInt8]) -> RawNode? {
        guard let parser = cmark_parser_new_with_mem(0, pool_memory()) else { return nil }
        defer { cmark_parser_free(parser) }
        bytes.withUnsafeBytes { buffer in
            cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        return cmark_parser_finish(parser)
    }

    /// Lends what libcmark writes for a node and all that it holds, as HTML in its safe mode.
    func withHTML<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        Self.lend(cmark_render_html(self, CMARK_OPT_DEFAULT), body)
    }

    /// Lends what libcmark writes for a node and all that it holds, as CommonMark with the author's own line ends.
    func withCommonMark<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        Self.lend(cmark_render_commonmark(self, CMARK_OPT_DEFAULT, 0), body)
    }

    private static func lend<Result>(
        _ text: UnsafeMutablePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        guard let text else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        // The memory is the node's, as that of all nodes is.
        defer { pool_memory().pointee.free(text) }
        // `CChar` and `UInt8` have the same layout, and the text is only read.
        return body(UnsafeBufferPointer(ended: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)))
    }

    /// Frees the node and all that it holds.
    func free() { cmark_node_free(self) }

    // MARK: The tree; false where libcmark does not allow it

    func unlink() { cmark_node_unlink(self) }

    @discardableResult
    func append(_ node: RawNode) -> Bool { cmark_node_append_child(self, node) != 0 }

    @discardableResult
    func prepend(_ node: RawNode) -> Bool { cmark_node_prepend_child(self, node) != 0 }

    @discardableResult
    func insertBefore(_ node: RawNode) -> Bool { cmark_node_insert_before(self, node) != 0 }

    @discardableResult
    func insertAfter(_ node: RawNode) -> Bool { cmark_node_insert_after(self, node) != 0 }

    // MARK: Texts, which are copied

    func setLiteral(_ text: UnsafePointer<CChar>?) { cmark_node_set_literal(self, text) }
    func setURL(_ text: UnsafePointer<CChar>?) { cmark_node_set_url(self, text) }
    func setTitle(_ text: UnsafePointer<CChar>?) { cmark_node_set_title(self, text) }
    func setFenceInfo(_ text: UnsafePointer<CChar>?) { cmark_node_set_fence_info(self, text) }
    func setEnter(_ text: UnsafePointer<CChar>?) { cmark_node_set_on_enter(self, text) }
    func setExit(_ text: UnsafePointer<CChar>?) { cmark_node_set_on_exit(self, text) }
}

extension RawNode {
    /// Makes a new node the last child; nil where none of its type can stand there.
    @discardableResult
    func appendNew(_ type: RawType) -> RawNode? {
        guard let node = RawNode.new(type) else { return nil }
        if append(node) { return node }
        node.free()
        return nil
    }

    /// Makes a new text or code the last child.
    func appendNew(_ type: RawType, _ text: UnsafeBufferPointer<UInt8>) {
        guard let node = appendNew(type) else { return }
        CText.lend(text, node.setLiteral)
    }

    /// Puts a new node before this one; nil where none of its type can stand there.
    func insertNew(_ type: RawType) -> RawNode? {
        guard let node = RawNode.new(type) else { return nil }
        if insertBefore(node) { return node }
        node.free()
        return nil
    }

    /// Moves all children to the end of another node.
    func moveChildren(to node: RawNode) {
        while let child = firstChild, node.append(child) {}
    }

    /// Sets what a custom node prints around its children.
    func print(enter: [UInt8], exit: [UInt8]) {
        CText.lend(enter, setEnter)
        CText.lend(exit, setExit)
    }

    /// Sets the bytes that a custom node prints from literals of the program, which libcmark can read without a copy.
    func print(enter: StaticString, exit: StaticString) {
        setEnter(CText.pointer(to: enter))
        setExit(CText.pointer(to: exit))
    }
}
