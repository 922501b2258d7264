import CCmark

extension HTMLWriter {
    mutating func writeTable(_ table: RawNode) {
        beginLine()
        html.append("<div class=\"table\"><table>")
        var isHeader = true
        var row = table.firstChild
        while let current = row {
            row = current.next
            // Between two rows there is a line break.
            guard current.type != CMARK_NODE_SOFTBREAK else { continue }
            html.append(isHeader ? "<thead><tr>" : "<tr>")
            var cell = current.firstChild
            while let column = cell {
                writeCell(column, isHeader: isHeader)
                cell = column.next
            }
            html.append(isHeader ? "</tr></thead><tbody>" : "</tr>")
            isHeader = false
        }
        html.append("</tbody></table></div>\n")
    }

    private mutating func writeCell(_ cell: RawNode, isHeader: Bool) {
        html.append(isHeader ? "<th scope=\"col\"" : "<td")
        switch Role(cell)?.alignment {
        case .left?: html.append(" class=\"align-left\"")
        case .center?: html.append(" class=\"align-center\"")
        case .right?: html.append(" class=\"align-right\"")
        default: break
        }
        html.append(UInt8(ascii: ">"))
        writeChildren(of: cell)
        html.append(isHeader ? "</th>" : "</td>")
    }
}
