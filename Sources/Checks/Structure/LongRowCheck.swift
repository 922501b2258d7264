import CommonMark
import Guides
import Sources

/// A row of a table with more cells than its header.
struct LongRowCheck: GuideCheck {
    static let problems: [any Problem.Type] = [LongRow.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            edition.document.root.descendants(.paragraph).filter { $0.kind == .table }.flatMap { table in
                let rows = table.surplusCells
                // Where all rows are as long, the header is what is wrong.
                if let first = rows.first, rows.count > 1,
                    rows.count == table.children.count(where: { $0.kind == .tableRow }) - 1,
                    rows.allSatisfy({ $0.count == first.count })
                {
                    let problem = LongRow(cells: first.count, columns: first.columns, isEveryRow: true)
                    return [Diagnostic(problem, at: edition.file.place(line: max(1, table.startLine)))]
                }
                return rows.map { cells in
                    Diagnostic(
                        LongRow(cells: cells.count, columns: cells.columns, isEveryRow: false),
                        at: edition.file.place(cells.range))
                }
            }
        }
    }
}

struct LongRow: Problem {
    static let description = CheckDescription(
        "long-row", .structure,
        summary: "A row of a table with more cells than its header.",
        why: "What the extra cells say is in no output.",
        mending: "Write `\\|` for a bar that is text, in code too, or give the header another column.",
        faulty: [
            CheckExample(
                "| Key | Use |\n|---|---|\n| a | b | ⟦either of the two⟧ |",
                "this row has 3 cells, but the table has 2 columns"),
            CheckExample(
                "⟦| Key | Use |⟧\n|---|---|\n| a | b | c |\n| d | e | f |",
                "every row has 3 cells, but the header has 2"),
            CheckExample(
                "| Key | Use |\n|---|---|\n| `a|b` | ⟦either⟧ |", "this row has 3 cells, but the table has 2 columns"),
        ],
        clean: [CheckExample("| Key | Use |\n|---|---|\n| `a\\|b` | either |\n| a |\n\n`a|b`, a | b | c")])

    let cells: Int
    let columns: Int
    /// Whether all rows of the table are as long, so that its header is too short.
    let isEveryRow: Bool

    var message: String {
        let cells = cells.counted("cell")
        if isEveryRow { return "every row has \(cells), but the header has \(columns)" }
        return "this row has \(cells), but the table has \(columns.counted("column"))"
    }
    var help: String? {
        if isEveryRow { return "give the header another column, or take the cells away" }
        return "write `\\|` for a bar that is text, in code too, or give the header another column"
    }
}
