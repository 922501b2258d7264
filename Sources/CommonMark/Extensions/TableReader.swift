import Sources

/// Finds pipe tables in a parsed tree. libcmark takes a table for a paragraph; its cells are cut from the source's
/// lines and read by libcmark again, together with the document's reference definitions.
struct TableReader {
    let document: Document

    /// A table that was found, before its cells are read.
    private struct Found {
        let paragraph: RawNode
        let alignments: [TableAlignment]
        /// The paragraph's lines before the header.
        let before: [Range<Int>]
        /// The cells of the header and of each row, as ranges of the source: one for each column, row after row.
        var cells: [Range<Int>] = []
        /// What each of them holds.
        var markups: [PlainText.Markup] = []
    }

    /// Turns every paragraph that is a table into one.
    func readTables() {
        document.source.withUnsafeBufferPointer { source in
            var tables: [Found] = []
            var current = document.rawRoot.firstChild
            while let block = current {
                if block.type == .paragraph, let table = table(block, source) { tables.append(table) }
                current = block.followingBlock
            }
            guard !tables.isEmpty else { return }
            let fragments = InlineFragments(of: document)
            for index in tables.indices {
                tables[index].markups.reserveCapacity(tables[index].cells.count)
                for range in tables[index].cells {
                    let cell = UnsafeBufferPointer(rebasing: source[range])
                    let markup = PlainText.markup(of: cell)
                    if markup == .other { fragments.add(cell: cell) }
                    tables[index].markups.append(markup)
                }
            }
            fragments.parse()
            for table in tables { build(table, from: fragments, source) }
        }
    }

    /// The rows of a table that have more cells than its header, which no page shows: the bytes from the first surplus cell
    /// to the last, how many cells the row has, and how many columns the table.
    func surplusCells(of table: Node) -> [(range: Range<Int>, count: Int, columns: Int)] {
        guard let role = Role(table.raw), role.kind == .table else { return [] }
        let rows = BlockLines(document: document).contents(of: table.raw).dropFirst(role.number)
        return document.source.withUnsafeBufferPointer { source in
            guard let header = rows.first else { return [] }
            var cells: [Range<Int>] = []
            let columns = TableRows.append(source, header, to: &cells)
            return rows.dropFirst(2).compactMap { line in
                cells.removeAll(keepingCapacity: true)
                let count = TableRows.append(source, line, to: &cells)
                guard count > columns, let last = cells.last else { return nil }
                return (cells[columns].lowerBound..<last.upperBound, count, columns)
            }
        }
    }

    /// The bytes of a cell.
    func sourceRange(ofCell cell: Node) -> Range<Int>? {
        guard let row = cell.parent, let table = row.parent, let role = Role(table.raw) else { return nil }
        var rowIndex = 0
        for sibling in table.children {
            if sibling == row { break }
            if sibling.kind == .tableRow { rowIndex += 1 }
        }
        var column = 0
        for sibling in row.children {
            if sibling == cell { break }
            column += 1
        }
        let lines = BlockLines(document: document).contents(of: table.raw)
        // The delimiter row is a line, but no row.
        let line = role.number + (rowIndex == 0 ? 0 : rowIndex + 1)
        guard line < lines.count else { return nil }
        var cells: [Range<Int>] = []
        document.source.withUnsafeBufferPointer { _ = TableRows.append($0, lines[line], to: &cells) }
        return column < cells.count ? cells[column] : nil
    }

    private func table(_ paragraph: RawNode, _ source: UnsafeBufferPointer<UInt8>) -> Found? {
        let first = paragraph.startLine
        let last = paragraph.endLine
        guard first >= 1, last > first,
            let pipe = source.firstOffset(of: UInt8(ascii: "|"), from: document.lines[first].lowerBound),
            pipe < document.lines[last].upperBound
        else { return nil }
        return table(paragraph, BlockLines(document: document).contents(of: paragraph), source)
    }

    private func table(
        _ paragraph: RawNode, _ lines: [Range<Int>], _ source: UnsafeBufferPointer<UInt8>
    ) -> Found? {
        for index in lines.indices.dropFirst() {
            guard let alignments = TableRows.alignments(source, lines[index]) else { continue }
            var found = Found(paragraph: paragraph, alignments: alignments, before: Array(lines[..<(index - 1)]))
            let columns = alignments.count
            found.cells.reserveCapacity((lines.count - index) * columns)
            guard TableRows.append(source, lines[index - 1], to: &found.cells) == columns else { continue }
            for line in lines[(index + 1)...] {
                let count = TableRows.append(source, line, to: &found.cells)
                if count > columns { found.cells.removeLast(count - columns) }
                for _ in 0..<max(0, columns - count) { found.cells.append(line.upperBound..<line.upperBound) }
            }
            return found
        }
        return nil
    }

    private func build(_ found: Found, from fragments: InlineFragments, _ source: UnsafeBufferPointer<UInt8>) {
        let table = found.paragraph
        while let child = table.firstChild { child.free() }
        if !found.before.isEmpty { insertParagraph(of: found.before, before: table) }
        var row: RawNode?
        for (index, range) in found.cells.enumerated() {
            let column = index % found.alignments.count
            if column == 0 {
                if index > 0 { table.appendNew(.softBreak) }
                row = table.appendNew(.customInline)
                row.map { Role.tableRow.set(on: $0) }
            }
            guard let cell = row?.appendNew(.customInline) else { continue }
            Role.tableCell(found.alignments[column]).set(on: cell)
            let markup = found.markups[index]
            let text = (range.lowerBound + markup.width)..<(range.upperBound - markup.width)
            let bytes = UnsafeBufferPointer(rebasing: source[text])
            switch markup {
            case .other: fragments.moveNext(to: cell)
            case .none: if !range.isEmpty { cell.appendNew(.text, bytes) }
            case .code: cell.appendNew(.code, bytes)
            case .emphasis: cell.appendNew(.emphasis)?.appendNew(.text, bytes)
            case .strong: cell.appendNew(.strong)?.appendNew(.text, bytes)
            }
        }
        document.mark(table, as: Role(1, found.before.count))
    }

    private func insertParagraph(of lines: [Range<Int>], before table: RawNode) {
        // Deep indentation keeps a later line from being read as the start of another block.
        let text = lines.map { document.source[$0] }.joined(separator: "\n        ".utf8)
        let fragment = InlineFragments(of: document)
        fragment.add(Array(text)[...], mayDefine: true)
        fragment.parse()
        guard let paragraph = RawNode.new(.paragraph) else { return }
        fragment.moveNext(to: paragraph)
        if paragraph.firstChild == nil || !table.insertBefore(paragraph) { paragraph.free() }
    }
}
