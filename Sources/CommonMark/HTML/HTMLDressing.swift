/// Makes a document ready for libcmark's HTML renderer: what CommonMark has no element for (values, tables, alerts, tasks,
/// strikethrough), and what a page adds to single nodes, becomes custom nodes, whose bytes libcmark prints untouched.
///
/// Everything that has to be escaped stays a text, a code or an address of the tree, so that libcmark escapes it, and the
/// tags of CommonMark's own elements are taken from libcmark where they need an attribute.
package struct HTMLDressing {
    let document: Document
    private let elements: any HTMLElements
    /// Attributes of the items of lists.
    private var items: [RawNode: [UInt8]] = [:]
    /// The lists that have such items.
    private var lists: [RawNode] = []
    private var knownLists: Set<RawNode> = []

    /// Dresses a document, whose tree is for HTML alone from now on.
    package init(_ document: Document, _ elements: any HTMLElements) {
        self.document = document
        self.elements = elements
    }

    // MARK: What a page adds to single nodes

    /// Adds attributes to the tag of a link or an emphasis, a heading, a paragraph that is not in a tight list, or an item; an item has them once
    /// all is finished.
    ///
    /// - Parameter attributes: each with a space before it, escaped.
    package mutating func add(attributes: [UInt8], to node: Node) {
        switch node.raw.type {
        case .item: add(attributes, toItem: node.raw)
        case .paragraph, .heading: openParagraph(node.raw, attributes: attributes)
        default: openInline(node.raw, attributes: attributes)
        }
    }

    /// Adds attributes to the tag of an image, when all is finished: libcmark makes the alternative text of what it holds.
    ///
    /// - Parameters:
    ///   - attributes: each with a space before it, escaped.
    ///   - leadsToItself: whether to put a link to the picture around it.
    package func add(imageAttributes attributes: [UInt8], leadsToItself: Bool, to image: Node) {
        let html = image.raw.withHTML { html -> [UInt8] in
            let end = html.firstOffset(of: UInt8(ascii: ">")) ?? html.count
            // `<img src="…" alt="…" />`, in which libcmark has escaped what could end an attribute.
            let tag = Array(html[..<max(0, end - 2)]) + attributes + Array(" />".utf8)
            let source = Array("<img src=\"".utf8)
            guard leadsToItself, tag.starts(with: source),
                let quote = tag[source.count...].firstIndex(of: UInt8(ascii: "\""))
            else { return tag }
            return Array("<a class=\"large\" href=\"".utf8) + tag[source.count..<quote] + Array("\">".utf8) + tag
                + Array("</a>".utf8)
        }
        guard let element = image.raw.insertNew(.customInline) else { return }
        HTMLText(html).lend(element.setEnter)
        document.remove(image.raw)
    }

    /// Puts HTML in the place of a block.
    package func replace(_ block: Node, with html: HTMLText) {
        guard let picture = block.raw.insertNew(.customBlock) else { return }
        html.lend(picture.setEnter)
        document.remove(block.raw)
    }

    /// Puts a tag of the short list in the place of raw HTML, which libcmark leaves out.
    package func replace(_ inline: Node, with tag: AllowedTag) {
        guard let element = inline.raw.insertNew(.customInline) else { return }
        HTMLText(tag.html).lend(element.setEnter)
        document.remove(inline.raw)
    }

    /// Puts blocks of the short list in the place of raw HTML, which libcmark leaves out.
    package func replace(_ block: Node, with html: AllowedBlock) { replace(block, with: html.html) }

    /// Puts a block between HTML before it and behind it, each on lines of its own.
    package func wrap(_ block: Node, between opening: HTMLText, and closing: StaticString) {
        guard let wrapper = block.raw.insertNew(.customBlock) else { return }
        wrapper.print(enter: opening, exit: closing)
        wrapper.append(block.raw)
    }

    /// Gives values in code their elements.
    ///
    /// - Parameters:
    ///   - values: the number of each, and its bytes in the code; one after the other.
    ///   - errors: where the error that a guide is about stands, one after the other, with whole values in it.
    ///   - lines: lines that the author marks, with whole values in them; none of them where an error stands.
    package func mark(
        _ values: [(number: Int, range: Range<Int>)], errors: [Range<Int>] = [], lines: [Range<Int>] = [], in code: Node
    ) {
        let code = code.raw
        let isBlock = code.type == .codeBlock
        guard let pieces = code.insertNew(isBlock ? .customBlock : .customInline) else { return }
        let literal = UnsafeBufferPointer(ended: code.literalBytes)
        func append(_ range: Range<Int>, to parent: RawNode) {
            if !range.isEmpty { parent.appendNew(.text, UnsafeBufferPointer(rebasing: literal[range])) }
        }
        var rest = values[...]
        var start = 0
        func fill(_ parent: RawNode, to end: Int) {
            while let value = rest.first, value.range.lowerBound < end {
                rest = rest.dropFirst()
                let range = value.range.clamped(to: start..<literal.count)
                append(start..<range.lowerBound, to: parent)
                if let node = parent.appendNew(.customInline) {
                    append(range, to: node)
                    open(node, value: value.number)
                }
                start = range.upperBound
            }
            let end = max(start, min(end, literal.count))
            append(start..<end, to: parent)
            start = end
        }
        for error in errors {
            fill(pieces, to: error.lowerBound)
            guard let node = pieces.appendNew(.customInline) else { continue }
            fill(node, to: error.upperBound)
            Self.open(error: node)
        }
        for line in errors.isEmpty ? lines : [] {
            fill(pieces, to: line.lowerBound)
            guard let node = pieces.appendNew(.customInline) else { continue }
            fill(node, to: line.upperBound)
            node.print(enter: "<mark>", exit: "</mark>")
        }
        fill(pieces, to: .max)
        code.setLiteral(nil)
        if isBlock {
            let shell = code.shell()
            pieces.prependHTML(shell.opening)
            pieces.appendHTML(shell.closing)
        } else if let shell = Self.spanShell {
            pieces.print(enter: shell.opening, exit: shell.closing)
        }
        document.remove(code)
    }

    /// What stands around every code span.
    private static let spanShell = RawNode.new(.code).map { code in
        defer { code.free() }
        return code.shell()
    }

    // MARK: What CommonMark has no element for

    /// Gives what CommonMark has no element for its nodes. Nothing can be added afterwards.
    package mutating func finish() {
        for node in document.extensions {
            switch Role(node)?.kind {
            case .value(let number): open(node, value: number)
            case .error: Self.open(error: node)
            case .strikethrough: node.print(enter: "<del>", exit: "</del>")
            case .taskMarker(let isChecked): open(node, taskIsChecked: isChecked)
            case .alert(let alert): open(node, alert: alert)
            case .table: open(table: node)
            default: break
            }
        }
        for list in lists { open(list: list) }
    }

    private func open(_ node: RawNode, value number: Int) {
        node.print(enter: elements.tag(ofValue: number), exit: "</data>")
    }

    /// The script puts a reader's own message in its place.
    private static func open(error node: RawNode) { node.print(enter: "<span data-error>", exit: "</span>") }

    /// The box of a task stands in the item's own line where the list is tight.
    private mutating func open(_ marker: RawNode, taskIsChecked isChecked: Bool) {
        // The words of the line name the box.
        while let next = marker.next { marker.append(next) }
        marker.print(
            enter: isChecked
                ? "<label><input type=\"checkbox\" disabled checked>" : "<label><input type=\"checkbox\" disabled>",
            exit: "</label>")
        guard let paragraph = marker.parent, paragraph.firstChild == marker else { return }
        let attributes = Array(" class=\"task\"".utf8)
        if paragraph.isInTightList {
            if let item = paragraph.parent, item.firstChild == paragraph { add(attributes, toItem: item) }
        } else {
            openParagraph(paragraph, attributes: attributes)
        }
    }

    private func open(_ quote: RawNode, alert: AlertKind) {
        guard let aside = quote.insertNew(.customBlock) else { return }
        aside.print(enter: elements.start(of: alert), exit: "</aside>")
        quote.moveChildren(to: aside)
        document.remove(quote)
    }

    /// The rows and cells of a table are custom nodes already, and get their tags; the line breaks between the rows go.
    private func open(table: RawNode) {
        guard let block = table.insertNew(.customBlock) else { return }
        var isHeader = true
        while let row = table.firstChild {
            guard row.type != .softBreak else {
                document.remove(row)
                continue
            }
            block.append(row)
            let isLast = table.firstChild == nil
            row.print(
                enter: isHeader ? "<div class=\"table\"><table><thead><tr>" : "<tr>",
                exit: isHeader
                    ? isLast ? "</tr></thead><tbody></tbody></table></div>" : "</tr></thead><tbody>"
                    : isLast ? "</tr></tbody></table></div>" : "</tr>")
            var cell = row.firstChild
            while let column = cell {
                open(cell: column, isHeader: isHeader)
                cell = column.next
            }
            isHeader = false
        }
        document.remove(table)
    }

    private func open(cell: RawNode, isHeader: Bool) {
        let tag: StaticString =
            switch Role(cell)?.alignment ?? .none {
            case .none: isHeader ? "<th scope=\"col\">" : "<td>"
            case .left: isHeader ? "<th scope=\"col\" class=\"align-left\">" : "<td class=\"align-left\">"
            case .center: isHeader ? "<th scope=\"col\" class=\"align-center\">" : "<td class=\"align-center\">"
            case .right: isHeader ? "<th scope=\"col\" class=\"align-right\">" : "<td class=\"align-right\">"
            }
        cell.print(enter: tag, exit: isHeader ? "</th>" : "</td>")
    }

    // MARK: Attributes

    private mutating func add(_ attributes: [UInt8], toItem item: RawNode) {
        if let list = item.parent, knownLists.insert(list).inserted { lists.append(list) }
        items[item, default: []] += attributes
    }

    /// An inline with attributes, in the place of one of CommonMark's.
    private func openInline(_ inline: RawNode, attributes: [UInt8]) {
        guard let opened = inline.insertNew(.customInline) else { return }
        inline.moveChildren(to: opened)
        let shell = inline.shell(attributes: attributes)
        opened.print(enter: shell.opening, exit: shell.closing)
        document.remove(inline)
    }

    /// A paragraph with attributes. Its tags are nodes beside the inlines, for what a block prints itself
    /// stands on lines of its own.
    private func openParagraph(_ paragraph: RawNode, attributes: [UInt8]) {
        guard let opened = paragraph.insertNew(.customBlock) else { return }
        document.remove(paragraph)
        paragraph.moveChildren(to: opened)
        let shell = paragraph.shell(attributes: attributes)
        opened.prependHTML(shell.opening)
        opened.appendHTML(shell.closing)
    }

    /// A list of which some items have attributes: what its items hold stands beside their tags.
    private func open(list: RawNode) {
        guard let opened = list.insertNew(.customBlock) else { return }
        document.remove(list)
        let isTight = list.isTight
        while let item = list.firstChild {
            guard let opening = opened.appendNew(.customInline) else { return }
            while let block = item.firstChild {
                if isTight, block.type == .paragraph {
                    block.moveChildren(to: opened)
                    document.remove(block)
                } else {
                    opened.append(block)
                }
            }
            document.remove(item)
            let shell = item.shell(attributes: items[item] ?? [])
            shell.opening.lend(opening.setEnter)
            opened.appendHTML(shell.closing)
        }
        let shell = list.shell()
        opened.print(enter: shell.opening, exit: shell.closing)
    }
}
