import CommonMark

/// Values that are more than text: alone in a paragraph, they take its place.
extension Filler {
    mutating func replaceByTable(_ node: Node, _ index: Int) -> Bool {
        guard case .table(let columns) = texts.declarations[index].type, let paragraph = node.parent,
            let table = texts.tables.value(index, { [texts] in TableTexts(columns, number: index, in: texts) }),
            entry(index) != nil
        else { return false }
        let document = node.document
        let header = table.labels.map { [document.makeText($0)] }
        let body = table.rows.map { row in
            row.map { cell in
                cells.append(cell.cell)
                return [document.makeValue(cell.text, number: texts.entries.count + cells.count - 1)]
            }
        }
        paragraph.replace(with: document.makeTable(alignments: table.alignments, rows: [header] + body))
        return true
    }

    mutating func replaceByChart(_ node: Node, _ index: Int) -> Bool {
        guard case .chart(let chart) = texts.declarations[index].type, let paragraph = node.parent,
            entry(index) != nil,
            let drawing = texts.drawings.value(
                index,
                { [texts, edition] in ChartDrawing(chart, number: index, in: texts, edition.language) })
        else { return false }
        // What Markdown shows; the page puts its picture in the place of it.
        let block = node.document.makeCodeBlock(drawing.text, info: "text")
        paragraph.replace(with: block)
        charts.append(FilledChart(node: block, drawing: drawing))
        return true
    }
}
