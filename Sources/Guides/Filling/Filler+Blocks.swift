import CommonMark

/// Values that are more than text: alone in a paragraph, they take its place.
extension Filler {
    mutating func replaceByTable(_ node: Node, _ index: Int) -> Bool {
        guard case .table(let columns) = texts.declarations[index].type, let paragraph = node.parent,
            let entry = entry(index), case .table(let rows) = entry.resolved.value
        else { return false }
        let document = node.document
        let header = columns.map { [document.makeText($0.label[texts.language])] }
        let body = rows.map { row in
            zip(columns, row).map { column, value in
                let text = texts.formatter.prose(value, type: column.type, decimals: column.decimals)
                let name = "\(entry.name).\(column.name)"
                cells.append(
                    FilledEdition.Cell(
                        name: name, key: value.key(type: column.type), isExample: entry.resolved.isExample))
                return [document.makeValue(text, number: texts.entries.count + cells.count - 1)]
            }
        }
        let alignments = columns.map { $0.type.isNumeric ? TableAlignment.right : .none }
        paragraph.replace(with: document.makeTable(alignments: alignments, rows: [header] + body))
        return true
    }

    mutating func replaceByChart(_ node: Node, _ index: Int) -> Bool {
        guard case .chart(let chart) = texts.declarations[index].type, let paragraph = node.parent,
            entry(index) != nil,
            let drawing = texts.drawings.value(
                index, { ChartDrawing(chart, number: index, in: texts, edition.language) })
        else { return false }
        // What Markdown shows; the page puts its picture in the place of it.
        let block = node.document.makeCodeBlock(drawing.text, info: "text")
        paragraph.replace(with: block)
        charts.append(FilledChart(node: block, drawing: drawing))
        return true
    }
}
