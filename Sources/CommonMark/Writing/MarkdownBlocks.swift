import CCmark

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
        let level = Int(cmark_node_get_heading_level(heading))
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
            if let first = quote.firstChild, first.type == CMARK_NODE_PARAGRAPH, Role(first) == nil, first.printsContent
            {
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
        lines.put(text)
        lines.endBlock()
    }

    /// The same for what a node has.
    mutating func writeApart(_ text: UnsafePointer<UInt8>?) {
        lines.endBlock()
        endsWithInlines = false
        lines.putLines(UnsafeBufferPointer(ended: text))
        lines.endBlock()
    }

    mutating func writeCustomBlock(_ block: RawNode, isTight: Bool) {
        writeApart(block.enterBytes)
        writeBlocks(of: block, isTight: false)
        lines.isTight = isTight
        writeApart(block.exitBytes)
    }

    // MARK: Code

    /// Code is written between fences, wherever it stands.
    mutating func writeCodeBlock(_ code: RawNode) {
        let info = UnsafeBufferPointer(ended: code.fenceInfoBytes)
        let literal = UnsafeBufferPointer(ended: code.literalBytes)
        // The words behind a fence of backticks hold none.
        let mark = info.firstOffset(of: UInt8(ascii: "`")) == nil ? UInt8(ascii: "`") : UInt8(ascii: "~")
        let width = max(3, literal.longestRun(of: mark) + 1)
        begin(BlockContext(node: code))
        lines.put(mark, count: width)
        writeEscaped(info, info.indices, quote: nil)
        lines.endLine()
        writeParts(of: code, literal) { writer, range in
            writer.lines.putLines(UnsafeBufferPointer(rebasing: literal[range]))
        }
        lines.endLine()
        lines.put(mark, count: width)
        lines.endBlock()
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
        type == CMARK_NODE_PARAGRAPH && !printsContent && Role(self)?.isTable != true
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

extension UnsafeBufferPointer<UInt8> {
    /// How often a byte follows itself at most.
    func longestRun(of byte: UInt8) -> Int {
        var longest = 0
        var index = 0
        while let first = firstOffset(of: byte, from: index) {
            index = first + 1
            while index < count, self[index] == byte { index += 1 }
            longest = Swift.max(longest, index - first)
        }
        return longest
    }
}
