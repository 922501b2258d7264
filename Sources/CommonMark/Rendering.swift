import CCmark
import CPool

extension Document {
    /// Lends the document as HTML, as libcmark writes it in its safe mode.
    public func withHTML<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try Document.lend(cmark_render_html(rawRoot, 0), body)
    }

    /// Lends the document as CommonMark, as libcmark writes it: one line a paragraph's line, never wrapped.
    ///
    /// `MarkdownPreparation` comes first, or what is written may not be read as it was meant.
    public func withCommonMark<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        // libcmark joins the texts of a link to compare them with its address, and frees those that are joined:
        // a first child that is no text keeps it from that.
        let guards = linksOfSeveralTexts.compactMap { link -> RawNode? in
            guard let node = RawNode.new(CMARK_NODE_CUSTOM_INLINE) else { return nil }
            cmark_node_prepend_child(link, node)
            return node
        }
        defer { guards.forEach(cmark_node_free) }
        return try Document.lend(cmark_render_commonmark(rawRoot, 0, 0)) { raw in
            if writtenTexts.isEmpty { return try body(raw) }
            if let page = writtenTexts.inserted(in: raw) { return try page.withUnsafeBufferPointer(body) }
            writtenTexts.putBack()
            return try Document.lend(cmark_render_commonmark(rawRoot, 0, 0), body)
        }
    }

    private var linksOfSeveralTexts: [RawNode] {
        var links: [RawNode] = []
        var current = rawRoot.firstChild
        while let node = current {
            if node.type == CMARK_NODE_LINK, node.firstChild?.next != nil || node.firstChild?.firstChild != nil {
                links.append(node)
            }
            current = node.following
        }
        return links
    }

    private static func lend<Result>(
        _ text: UnsafeMutablePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        guard let text else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
        defer { pool_memory().pointee.free(text) }
        let count = strlen(text)
        return try text.withMemoryRebound(to: UInt8.self, capacity: count) {
            try body(UnsafeBufferPointer(start: $0, count: count))
        }
    }
}

/// The version of libcmark that the program runs with.
public var libcmarkVersion: String { String(cString: cmark_version_string()) }
