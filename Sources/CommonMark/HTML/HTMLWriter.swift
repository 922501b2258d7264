import CCmark

/// Writes a document as HTML in one walk: CommonMark as libcmark writes it in its safe mode, and with it the elements of
/// tables, alerts, task lists, strikethrough and values, which libcmark knows nothing of.
///
/// Raw HTML and dangerous addresses never reach the output.
public struct HTMLWriter<Elements: HTMLElements> {
    /// What was written.
    public private(set) var html: [UInt8] = []
    /// Where the text of a heading that was cut out begins or ends, in turn.
    public private(set) var boundaries: [Int] = []

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

    private mutating func writeChildren(of node: RawNode) {
        var child = node.firstChild
        while let current = child {
            write(current)
            child = current.next
        }
    }

    private mutating func write(_ node: RawNode) {
        let role = Role(node)
        var annotation: HTMLAnnotations.Annotation?
        if let index = role?.annotation { annotation = annotations[index] }
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

    // MARK: Blocks

    /// A block begins on a line of its own.
    private mutating func beginLine() {
        if let last = html.last, last != 0x0A { html.append(0x0A) }
    }

    private mutating func writeLine(_ text: StaticString) {
        beginLine()
        html.append(text)
        html.append(0x0A)
    }

    private mutating func writeParagraph(_ paragraph: RawNode) {
        if let list = paragraph.parent?.parent, list.type == CMARK_NODE_LIST, cmark_node_get_list_tight(list) != 0 {
            return writeChildren(of: paragraph)
        }
        beginLine()
        html.append(paragraph.firstChild?.isTaskMarker == true ? "<p class=\"task\">" : "<p>")
        writeChildren(of: paragraph)
        html.append("</p>\n")
    }

    private mutating func writeHeading(_ heading: RawNode, _ annotation: HTMLAnnotations.Annotation?) {
        beginLine()
        if case .cut? = annotation {
            boundaries.append(html.count)
            writeChildren(of: heading)
            boundaries.append(html.count)
            return
        }
        let level = UInt8(ascii: "0") + UInt8(clamping: cmark_node_get_heading_level(heading))
        html.append("<h")
        html.append(level)
        writeAttributes(annotation)
        html.append(UInt8(ascii: ">"))
        writeChildren(of: heading)
        html.append("</h")
        html.append(level)
        html.append(">\n")
    }

    private mutating func writeList(_ list: RawNode) {
        beginLine()
        let isOrdered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
        let start = cmark_node_get_list_start(list)
        if !isOrdered {
            html.append("<ul>\n")
        } else if start == 1 {
            html.append("<ol>\n")
        } else {
            html.append("<ol start=\"")
            html += String(start).utf8
            html.append("\">\n")
        }
        writeChildren(of: list)
        html.append(isOrdered ? "</ol>\n" : "</ul>\n")
    }

    /// The box of a task stands in the item's own line where the list is tight.
    private mutating func writeItem(_ item: RawNode, _ annotation: HTMLAnnotations.Annotation?) {
        beginLine()
        html.append("<li")
        writeAttributes(annotation)
        let isTight = item.parent.map { cmark_node_get_list_tight($0) != 0 } ?? false
        if isTight, let first = item.firstChild, first.type == CMARK_NODE_PARAGRAPH,
            first.firstChild?.isTaskMarker == true
        {
            html.append(" class=\"task\"")
        }
        html.append(UInt8(ascii: ">"))
        writeChildren(of: item)
        html.append("</li>\n")
    }

    private mutating func writeQuote(_ quote: RawNode, _ role: Role?) {
        beginLine()
        if case .alert(let kind)? = role?.kind {
            elements.appendStart(of: kind, to: &html)
            html.append(0x0A)
            writeChildren(of: quote)
            writeLine("</aside>")
        } else {
            html.append("<blockquote>\n")
            writeChildren(of: quote)
            writeLine("</blockquote>")
        }
    }

    private mutating func writeCodeBlock(_ block: RawNode, _ annotation: HTMLAnnotations.Annotation?) {
        beginLine()
        if case .replacement(let replacement)? = annotation {
            html += replacement
            html.append(0x0A)
            return
        }
        html.append("<pre><code")
        if let info = block.infoBuffer {
            html.append(" class=\"language-")
            HTMLEscapes.append(UnsafeBufferPointer(rebasing: info.prefix { !$0.isHTMLSpace }), to: &html)
            html.append(UInt8(ascii: "\""))
        }
        html.append(UInt8(ascii: ">"))
        writeCode(block, annotation)
        html.append("</code></pre>\n")
    }

    private mutating func writeBlock(_ block: RawNode) {
        beginLine()
        html.append(contentsOf: block.enterBuffer)
        beginLine()
        writeChildren(of: block)
        beginLine()
        html.append(contentsOf: block.exitBuffer)
        beginLine()
    }

    // MARK: Inlines

    private mutating func write(_ node: RawNode, _ start: StaticString, _ end: StaticString) {
        html.append(start)
        writeChildren(of: node)
        html.append(end)
    }

    private mutating func writeCode(_ code: RawNode, _ annotation: HTMLAnnotations.Annotation?) {
        let literal = code.literalBuffer
        var start = 0
        if case .code(let values)? = annotation {
            for value in values {
                let range = value.range.clamped(to: start..<literal.count)
                HTMLEscapes.append(UnsafeBufferPointer(rebasing: literal[start..<range.lowerBound]), to: &html)
                elements.appendTag(ofValue: value.number, to: &html)
                HTMLEscapes.append(UnsafeBufferPointer(rebasing: literal[range]), to: &html)
                html.append("</data>")
                start = range.upperBound
            }
        }
        HTMLEscapes.append(UnsafeBufferPointer(rebasing: literal[start...]), to: &html)
    }

    private mutating func writeInline(_ node: RawNode, _ role: Role?) {
        switch role?.kind {
        case .value(let number)?:
            elements.appendTag(ofValue: number, to: &html)
            writeChildren(of: node)
            html.append("</data>")
        case .strikethrough?: write(node, "<del>", "</del>")
        case .taskMarker(let isChecked)?:
            html.append(isChecked ? "<input type=\"checkbox\" disabled checked>" : "<input type=\"checkbox\" disabled>")
        default:
            html.append(contentsOf: node.enterBuffer)
            writeChildren(of: node)
            html.append(contentsOf: node.exitBuffer)
        }
    }

    private mutating func writeLink(_ link: RawNode, _ annotation: HTMLAnnotations.Annotation?) {
        html.append("<a href=\"")
        writeAddress(link)
        html.append(UInt8(ascii: "\""))
        writeTitle(link)
        writeAttributes(annotation)
        html.append(UInt8(ascii: ">"))
        writeChildren(of: link)
        html.append("</a>")
    }

    /// What an image says in words is its text without any markup.
    private mutating func writeImage(_ image: RawNode) {
        html.append("<img src=\"")
        writeAddress(image)
        html.append("\" alt=\"")
        writeWords(of: image)
        html.append(UInt8(ascii: "\""))
        writeTitle(image)
        html.append(" />")
    }

    private mutating func writeWords(of node: RawNode) {
        var child = node.firstChild
        while let current = child {
            switch current.type {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
                HTMLEscapes.append(current.literalBuffer, to: &html)
            case CMARK_NODE_LINEBREAK, CMARK_NODE_SOFTBREAK: html.append(0x20)
            default: writeWords(of: current)
            }
            child = current.next
        }
    }

    private mutating func writeAddress(_ node: RawNode) {
        let address = node.urlBuffer
        if !HTMLEscapes.isDangerous(address) { HTMLEscapes.append(address: address, to: &html) }
    }

    private mutating func writeTitle(_ node: RawNode) {
        let title = node.titleBuffer
        guard !title.isEmpty else { return }
        html.append(" title=\"")
        HTMLEscapes.append(title, to: &html)
        html.append(UInt8(ascii: "\""))
    }

    private mutating func writeAttributes(_ annotation: HTMLAnnotations.Annotation?) {
        if case .attributes(let attributes)? = annotation { html += attributes }
    }
}

extension HTMLWriter {
    // MARK: Tables

    private mutating func writeTable(_ table: RawNode) {
        if let last = html.last, last != 0x0A { html.append(0x0A) }
        html.append("<div class=\"table\"><table>")
        var isHeader = true
        var row = table.firstChild
        while let current = row {
            row = current.next
            // Between two rows there is a line break.
            guard current.type != CMARK_NODE_SOFTBREAK else { continue }
            html.append(isHeader ? "<thead><tr>" : "<tr>")
            var cell = current.firstChild
            while let column = cell {
                writeCell(column, isHeader: isHeader)
                cell = column.next
            }
            html.append(isHeader ? "</tr></thead><tbody>" : "</tr>")
            isHeader = false
        }
        html.append("</tbody></table></div>\n")
    }

    private mutating func writeCell(_ cell: RawNode, isHeader: Bool) {
        html.append(isHeader ? "<th scope=\"col\"" : "<td")
        switch Role(cell)?.alignment {
        case .left?: html.append(" class=\"align-left\"")
        case .center?: html.append(" class=\"align-center\"")
        case .right?: html.append(" class=\"align-right\"")
        default: break
        }
        html.append(UInt8(ascii: ">"))
        writeChildren(of: cell)
        html.append(isHeader ? "</th>" : "</td>")
    }
}

extension RawNode {
    fileprivate var literalBuffer: UnsafeBufferPointer<UInt8> { Self.buffer(literalBytes) }
    fileprivate var urlBuffer: UnsafeBufferPointer<UInt8> { Self.buffer(urlBytes) }
    fileprivate var titleBuffer: UnsafeBufferPointer<UInt8> { Self.buffer(titleBytes) }
    fileprivate var enterBuffer: UnsafeBufferPointer<UInt8> { Self.buffer(enterBytes) }
    fileprivate var exitBuffer: UnsafeBufferPointer<UInt8> { Self.buffer(exitBytes) }

    /// The words behind a code fence; nil where there are none.
    fileprivate var infoBuffer: UnsafeBufferPointer<UInt8>? {
        guard let info = cmark_node_get_fence_info(self), info.pointee != 0 else { return nil }
        // `CChar` and `UInt8` have the same layout, and the text is only read.
        return Self.buffer(UnsafeRawPointer(info).assumingMemoryBound(to: UInt8.self))
    }

    fileprivate var isTaskMarker: Bool { Role(self)?.isTaskMarker == true }

    private static func buffer(_ bytes: UnsafePointer<UInt8>?) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes, count: bytes?.count ?? 0)
    }
}

extension UInt8 {
    /// White space that parts the words behind a fence.
    fileprivate var isHTMLSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
