import CCmark

/// Writes a document as HTML in one walk: CommonMark as libcmark writes it in its safe mode, and with it the elements of
/// tables, alerts, task lists, strikethrough and values, which libcmark knows nothing of.
///
/// Raw HTML and dangerous addresses never reach the output.
public struct HTMLWriter<Elements: HTMLElements> {
    /// What was written.
    public internal(set) var html: [UInt8] = []
    /// Where the text of a heading that was cut out begins or ends, in turn.
    public internal(set) var boundaries: [Int] = []

    let elements: Elements
    private let annotations: [HTMLAnnotations.Annotation]

    /// Writes a document.
    ///
    /// - Parameter annotations: those of this document.
    public init(_ document: Document, _ annotations: HTMLAnnotations, _ elements: Elements) {
        self.elements = elements
        self.annotations = annotations.all
        html.reserveCapacity(document.source.count * 4 + 1024)
        writeChildren(of: document.rawRoot)
    }

    mutating func writeChildren(of node: RawNode) {
        var child = node.firstChild
        while let current = child {
            write(current)
            child = current.next
        }
    }

    mutating func write(_ node: RawNode) {
        let role = Role(node)
        var annotation: HTMLAnnotations.Annotation?
        if let index = role?.annotation, index < annotations.count { annotation = annotations[index] }
        switch node.type {
        case CMARK_NODE_TEXT: HTMLEscapes.append(node.literalBuffer, to: &html)
        case CMARK_NODE_SOFTBREAK: html.append(0x0A)
        case CMARK_NODE_LINEBREAK: html.append("<br />\n")
        case CMARK_NODE_CODE:
            html.append("<code>")
            writeCode(node, annotation)
            html.append("</code>")
        case CMARK_NODE_EMPH: write(node, "<em>", "</em>")
        case CMARK_NODE_STRONG: write(node, "<strong>", "</strong>")
        case CMARK_NODE_HTML_INLINE: html.append("<!-- raw HTML omitted -->")
        case CMARK_NODE_LINK: writeLink(node, annotation)
        case CMARK_NODE_IMAGE: writeImage(node)
        case CMARK_NODE_CUSTOM_INLINE: writeInline(node, role)
        case CMARK_NODE_PARAGRAPH: if role?.kind == .table { writeTable(node) } else { writeParagraph(node) }
        case CMARK_NODE_HEADING: writeHeading(node, annotation)
        case CMARK_NODE_LIST: writeList(node)
        case CMARK_NODE_ITEM: writeItem(node, annotation)
        case CMARK_NODE_BLOCK_QUOTE: writeQuote(node, role)
        case CMARK_NODE_CODE_BLOCK: writeCodeBlock(node, annotation)
        case CMARK_NODE_HTML_BLOCK: writeLine("<!-- raw HTML omitted -->")
        case CMARK_NODE_THEMATIC_BREAK: writeLine("<hr />")
        case CMARK_NODE_CUSTOM_BLOCK: writeBlock(node)
        default: writeChildren(of: node)
        }
    }
}

extension RawNode {
    var literalBuffer: UnsafeBufferPointer<UInt8> { Self.buffer(literalBytes) }
    var urlBuffer: UnsafeBufferPointer<UInt8> { Self.buffer(urlBytes) }
    var titleBuffer: UnsafeBufferPointer<UInt8> { Self.buffer(titleBytes) }
    var enterBuffer: UnsafeBufferPointer<UInt8> { Self.buffer(enterBytes) }
    var exitBuffer: UnsafeBufferPointer<UInt8> { Self.buffer(exitBytes) }

    /// The words behind a code fence; nil where there are none.
    var infoBuffer: UnsafeBufferPointer<UInt8>? {
        guard let info = cmark_node_get_fence_info(self), info.pointee != 0 else { return nil }
        // `CChar` and `UInt8` have the same layout, and the text is only read.
        return Self.buffer(UnsafeRawPointer(info).assumingMemoryBound(to: UInt8.self))
    }

    var isTaskMarker: Bool { Role(self)?.isTaskMarker == true }

    private static func buffer(_ bytes: UnsafePointer<UInt8>?) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes, count: bytes?.count ?? 0)
    }
}

extension UInt8 {
    /// White space that parts the words behind a fence.
    var isHTMLSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
