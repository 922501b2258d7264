import CCmark

extension HTMLWriter {
    /// A block begins on a line of its own.
    mutating func beginLine() {
        if let last = html.last, last != 0x0A { html.append(0x0A) }
    }

    mutating func writeLine(_ text: StaticString) {
        beginLine()
        html.append(text)
        html.append(0x0A)
    }

    mutating func writeParagraph(_ paragraph: RawNode) {
        if let list = paragraph.parent?.parent, list.type == CMARK_NODE_LIST, cmark_node_get_list_tight(list) != 0 {
            return writeChildren(of: paragraph)
        }
        beginLine()
        html.append(paragraph.firstChild?.isTaskMarker == true ? "<p class=\"task\">" : "<p>")
        writeChildren(of: paragraph)
        html.append("</p>\n")
    }

    mutating func writeHeading(_ heading: RawNode, _ annotation: HTMLAnnotations.Annotation?) {
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

    mutating func writeList(_ list: RawNode) {
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
    mutating func writeItem(_ item: RawNode, _ annotation: HTMLAnnotations.Annotation?) {
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

    mutating func writeQuote(_ quote: RawNode, _ role: Role?) {
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

    mutating func writeCodeBlock(_ block: RawNode, _ annotation: HTMLAnnotations.Annotation?) {
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

    mutating func writeBlock(_ block: RawNode) {
        beginLine()
        html.append(contentsOf: block.enterBuffer)
        beginLine()
        writeChildren(of: block)
        beginLine()
        html.append(contentsOf: block.exitBuffer)
        beginLine()
    }
}
