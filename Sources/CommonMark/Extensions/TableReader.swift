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
    ///
    /// - Parameter most: how many cells there may be in all.
    func readTables(most: Int) throws(ParseLimitError) {
        var overflow: Int?
        document.source.withUnsafeBufferPointer { source in
            var tables: [Found] = []
            var left = most
            var current = document.rawRoot.firstChild
            while let block = current {
                if block.type == .paragraph, let table = table(block, source, &left) { tables.append(table) }
                if left < 0 {
                    overflow = document.lines[block.startLine].lowerBound
                    return
                }
                current = block.followingBlock
            }
            guard !tables.isEmpty else { return }
            let fragments = InlineFragments(of: document)
            for index in tables.indices {
                if !tables[index].before.isEmpty { fragments.add(lines: tables[index].before) }
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
        if let overflow { throw ParseLimitError(limit: .cells, offset: overflow) }
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
        guard let table = cell.parent?.parent, let role = Role(table.raw) else { return nil }
        // All cells of a table are found together.
        if document.tablesWithRanges.insert(table.raw).inserted { findRanges(in: table, linesBefore: role.number) }
        return document.cellRanges[cell.raw]
    }

    private func findRanges(in table: Node, linesBefore: Int) {
        let lines = BlockLines(document: document).contents(of: table.raw)
        var line = linesBefore
        var ranges: [Range<Int>] = []
        for row in table.children where row.kind == .tableRow {
            guard line < lines.count else { return }
            ranges.removeAll(keepingCapacity: true)
            document.source.withUnsafeBufferPointer { _ = TableRows.append($0, lines[line], to: &ranges) }
            for (cell, range) in zip(row.children, ranges) { document.cellRanges[cell.raw] = range }
            // The delimiter row is a line, but no row.
            line += line == linesBefore ? 2 : 1
        }
    }

    /// - Parameter left: how many cells there may be still; fewer than none where there are too many.
    private func table(_ paragraph: RawNode, _ source: UnsafeBufferPointer<UInt8>, _ left: inout Int) -> Found? {
        let first = paragraph.startLine
        let last = paragraph.endLine
        guard first >= 1, last > first,
            let pipe = source.firstOffset(of: UInt8(ascii: "|"), from: document.lines[first].lowerBound),
            pipe < document.lines[last].upperBound
        else { return nil }
        return table(paragraph, BlockLines(document: document).contents(of: paragraph), source, &left)
    }

    private func table(
        _ paragraph: RawNode, _ lines: [Range<Int>], _ source: UnsafeBufferPointer<UInt8>, _ left: inout Int
    ) -> Found? {
        for index in lines.indices.dropFirst() {
            guard let alignments = TableRows.alignments(source, lines[index]) else { continue }
            let columns = alignments.count
            var header: [Range<Int>] = []
            guard TableRows.append(source, lines[index - 1], to: &header) == columns else { continue }
            var found = Found(
                paragraph: paragraph, alignments: alignments, before: Array(lines[..<(index - 1)]), cells: header)
            left -= (lines.count - index) * columns
            guard left >= 0 else { return nil }
            found.cells.reserveCapacity((lines.count - index) * columns)
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
        if !found.before.isEmpty { insertParagraph(from: fragments, before: table) }
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

    private func insertParagraph(from fragments: InlineFragments, before table: RawNode) {
        guard let paragraph = RawNode.new(.paragraph) else { return }
        fragments.moveNext(to: paragraph)
        if paragraph.firstChild == nil || !table.insertBefore(paragraph) { paragraph.free() }
    }
}
