extension MarkdownWriter {
    mutating func writeParagraph(_ paragraph: RawNode) {
        if Role(paragraph)?.isTable == true {
            writeTable(paragraph)
        } else {
            writeInlines(of: paragraph)
        }
        lines.endBlock()
    }

    mutating func writeHeading(_ heading: RawNode) {
        let level = heading.headingLevel
        if level <= 2, heading.hasSeveralLines {
            // It is underlined, as it was when it was read.
            writeInlines(of: heading)
            lines.endLine()
            lines.put(level == 1 ? "===" : "---")
        } else {
            lines.put(UInt8(ascii: "#"), count: level)
            lines.put(0x20)
            writeInlines(of: heading, isHeading: true)
        }
        lines.endBlock()
    }

    /// The first line of an alert is its marker alone, and its text follows without a blank line.
    mutating func writeQuote(_ quote: RawNode) {
        lines.put("> ")
        lines.indent(by: "> ")
        if case .alert(let kind)? = Role(quote)?.kind {
            beginText()
            lines.put("[!")
            for byte in kind.marker.utf8 { lines.put(byte) }
            lines.put(UInt8(ascii: "]"))
            if let first = quote.firstChild, first.type == .paragraph, Role(first) == nil, first.printsContent {
                lines.endLine()
            } else {
                lines.endBlock()
            }
        }
        writeBlocks(of: quote, isTight: false)
        lines.outdent(by: 2)
        lines.endBlock()
    }

    /// A block that holds no inlines, with blank lines around it.
    mutating func writeApart(_ text: StaticString) {
        lines.endBlock()
        endsWithInlines = false
        awaited = nil
        lines.put(text)
        lines.endBlock()
    }

    /// The same for what a node has.
    mutating func writeApart(_ text: UnsafePointer<UInt8>?) {
        lines.endBlock()
        endsWithInlines = false
        awaited = nil
        lines.putLines(UnsafeBufferPointer(ended: text))
        lines.endBlock()
    }

    mutating func writeCustomBlock(_ block: RawNode, isTight: Bool) {
        writeApart(block.enterBytes)
        writeBlocks(of: block, isTight: false)
        lines.isTight = isTight
        writeApart(block.exitBytes)
    }

    // MARK: Tables

    private mutating func writeTable(_ table: RawNode) {
        begin(BlockContext(node: table, isTable: true))
        var row = table.firstChild
        while let node = row {
            row = node.next
            guard !node.isBreak else { continue }
            writeRow(node)
            lines.endLine()
            if node.previous == nil { writeDelimiterRow(below: node) }
        }
    }

    private mutating func writeRow(_ row: RawNode) {
        lines.put(UInt8(ascii: "|"))
        var cell = row.firstChild
        while let node = cell {
            lines.put(0x20)
            last = .cellEdge
            writeInlines(below: node)
            lines.put(" |")
            cell = node.next
        }
    }

    /// Behind the header stands the row that makes it one.
    private mutating func writeDelimiterRow(below header: RawNode) {
        lines.put(UInt8(ascii: "|"))
        var cell = header.firstChild
        while let node = cell {
            switch Role(node).flatMap({ TableAlignment(rawValue: $0.number) }) ?? .none {
            case .none: lines.put(" --- |")
            case .left: lines.put(" :-- |")
            case .center: lines.put(" :-: |")
            case .right: lines.put(" --: |")
            }
            cell = node.next
        }
        lines.endLine()
    }
}

extension RawNode {
    /// A paragraph in which nothing is printed; a table always has its lines.
    var isEmptyParagraph: Bool {
        type == .paragraph && !printsContent && Role(self)?.isTable != true
    }

    /// Whether a heading, or a paragraph, has lines of its own.
    var hasSeveralLines: Bool {
        var child = firstChild
        while let node = child {
            if node.isBreak { return true }
            child = node.next
        }
        return false
    }
}
