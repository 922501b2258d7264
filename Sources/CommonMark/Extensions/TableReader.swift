import CCmark

/// Finds pipe tables in a parsed tree. libcmark takes a table for a paragraph; its cells are cut from the source's
/// lines and read by libcmark again, together with the document's reference definitions.
struct TableReader {
    let document: Document

    /// A table that was found, before its cells are read.
    private struct Found {
        let paragraph: Node
        let alignments: [TableAlignment]
        /// The paragraph's lines before the header.
        let before: [Range<Int>]
        /// The cells of the header and of each row, as ranges of the source, one for each column.
        let rows: [[Range<Int>]]
    }

    /// Turns every paragraph that is a table into one.
    func readTables() {
        let tables = document.root.descendants(.paragraph).compactMap(table)
        guard !tables.isEmpty else { return }
        let fragments = tables.flatMap { $0.rows.joined() }.map {
            TableRows.unescapePipes(document.source[$0])
        }
        guard let parsed = InlineFragments(fragments, definitionsOf: document.source) else { return }
        var next = 0
        for table in tables { build(table, from: parsed, &next) }
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
        let cells = TableRows.cells(document.source[lines[line]])
        return column < cells.count ? cells[column] : nil
    }

    private func table(_ paragraph: Node) -> Found? {
        guard paragraph.endLine > paragraph.startLine else { return nil }
        let lines = BlockLines(document: document).contents(of: paragraph.raw)
        for index in lines.indices.dropFirst() {
            guard let alignments = TableRows.alignments(document.source[lines[index]]) else { continue }
            let header = TableRows.cells(document.source[lines[index - 1]])
            guard header.count == alignments.count else { continue }
            let rows: [[Range<Int>]] = lines[(index + 1)...].map { line in
                let cells = TableRows.cells(document.source[line]).prefix(alignments.count)
                return Array(cells)
                    + Array(repeating: line.upperBound..<line.upperBound, count: alignments.count - cells.count)
            }
            let before = Array(lines[..<(index - 1)])
            return Found(paragraph: paragraph, alignments: alignments, before: before, rows: [header] + rows)
        }
        return nil
    }

    private func build(_ found: Found, from parsed: InlineFragments, _ next: inout Int) {
        let paragraph = found.paragraph
        for child in paragraph.children { child.remove() }
        if !found.before.isEmpty { insertParagraph(of: found.before, before: paragraph) }
        let rows = found.rows.map { row in
            row.map { _ in
                defer { next += 1 }
                return parsed.takeInlines(of: next, into: document)
            }
        }
        let table = document.makeTable(alignments: found.alignments, rows: rows)
        table.moveChildren(to: paragraph)
        Role(1, found.before.count).set(on: paragraph.raw)
    }

    private func insertParagraph(of lines: [Range<Int>], before table: Node) {
        // Deep indentation keeps a later line from being read as the start of another block.
        let text = lines.map { Array(document.source[$0]) }.joined(separator: Array("\n        ".utf8))
        guard let parsed = InlineFragments([Array(text)], definitionsOf: document.source, mayDefine: true) else {
            return
        }
        let inlines = parsed.takeInlines(of: 0, into: document)
        guard !inlines.isEmpty else { return }
        let paragraph = document.makeParagraph()
        inlines.forEach(paragraph.append)
        table.insertBefore(paragraph)
    }
}
