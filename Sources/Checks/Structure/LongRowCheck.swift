import CommonMark
import Guides
import Sources

/// A row of a table with more cells than its header.
struct LongRowCheck: GuideCheck {
    static let problems: [any Problem.Type] = [LongRow.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            edition.document.root.descendants(.paragraph).filter { $0.kind == .table }.flatMap { table in
                table.surplusCells.map { cells in
                    Diagnostic(
                        LongRow(cells: cells.count, columns: cells.columns), at: edition.file.place(cells.range))
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
                "| Key | Use |\n|---|---|\n| `a|b` | ⟦either⟧ |", "this row has 3 cells, but the table has 2 columns"),
        ],
        clean: [CheckExample("| Key | Use |\n|---|---|\n| `a\\|b` | either |\n| a |\n\n`a|b`, a | b | c")])

    let cells: Int
    let columns: Int

    var message: String { "this row has \(cells.counted("cell")), but the table has \(columns.counted("column"))" }
    var help: String? { "write `\\|` for a bar that is text, in code too, or give the header another column" }
}
