import CCmark

extension HTMLWriter {
    mutating func write(_ node: RawNode, _ start: StaticString, _ end: StaticString) {
        html.append(start)
        writeChildren(of: node)
        html.append(end)
    }

    mutating func writeCode(_ code: RawNode, _ annotation: HTMLAnnotations.Annotation?) {
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

    mutating func writeInline(_ node: RawNode, _ role: Role?) {
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

    mutating func writeLink(_ link: RawNode, _ annotation: HTMLAnnotations.Annotation?) {
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
    mutating func writeImage(_ image: RawNode) {
        html.append("<img src=\"")
        writeAddress(image)
        html.append("\" alt=\"")
        writeWords(of: image)
        html.append(UInt8(ascii: "\""))
        writeTitle(image)
        html.append(" />")
    }

    mutating func writeWords(of node: RawNode) {
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

    mutating func writeAddress(_ node: RawNode) {
        let address = node.urlBuffer
        if !HTMLEscapes.isDangerous(address) { HTMLEscapes.append(address: address, to: &html) }
    }

    mutating func writeTitle(_ node: RawNode) {
        let title = node.titleBuffer
        guard !title.isEmpty else { return }
        html.append(" title=\"")
        HTMLEscapes.append(title, to: &html)
        html.append(UInt8(ascii: "\""))
    }

    mutating func writeAttributes(_ annotation: HTMLAnnotations.Annotation?) {
        if case .attributes(let attributes)? = annotation { html += attributes }
    }
}
