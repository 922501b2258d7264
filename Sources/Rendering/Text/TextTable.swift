import CommonMark
import Sources

/// A table in columns of spaces, with a line under its header.
struct TextTable {
    /// A cell's text, and on which side it stands.
    struct Cell {
        let text: String
        let alignment: TableAlignment
    }

    /// The rows, the header first.
    let rows: [[Cell]]

    var lines: [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? TerminalText.columns($0[column].text) : 0 }.max() ?? 0
        }
        var lines = rows.map { row in
            let cells = zip(row, widths).map { pad($0, to: $1) }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
        if !lines.isEmpty {
            lines.insert(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), at: 1)
        }
        return lines
    }

    private func pad(_ cell: Cell, to width: Int) -> String {
        let space = width - TerminalText.columns(cell.text)
        let before =
            switch cell.alignment {
            case .right: space
            case .center: space / 2
            case .none, .left: 0
            }
        return String(repeating: " ", count: before) + cell.text + String(repeating: " ", count: space - before)
    }
}
