import CommonMark
import Sources

/// Tables that are not of the same size as in the source language.
struct DifferentTablesCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentTables.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let language = source.edition.language.name
        return zip(pair.regions, pair.regionIndices).flatMap { regions, indices -> [Diagnostic] in
            let (region, other) = regions
            guard region.tables.count == other.tables.count else {
                let problem = DifferentTables(
                    difference: .tables(region.tables.count, other.tables.count), language: language)
                let missing = pair.missing(region.tables, other.tables, in: indices) {
                    Self.size($0) == Self.size($1)
                }
                let surplus = region.tables.indices.first {
                    $0 >= other.tables.count || Self.size(region.tables[$0]) != Self.size(other.tables[$0])
                }
                let place =
                    region.tables.count < other.tables.count
                    ? missing?.place : surplus.map { translation.place(ofBlock: region.tables[$0]) }
                return [
                    Diagnostic(
                        problem, at: place ?? translation.place(of: region),
                        related: (missing?.node ?? other.tables.first).map {
                            [source.note($0, "a table in \(language)")]
                        } ?? [])
                ]
            }
            return zip(region.tables, other.tables).flatMap { table, otherTable -> [Diagnostic] in
                let (size, sourceSize) = (Self.size(table), Self.size(otherTable))
                if size == sourceSize { return emptyCells(table, otherTable, pair) }
                // A header that is too short is told by its rows.
                if size.rows == sourceSize.rows, !table.surplusCells.isEmpty { return [] }
                return [
                    Diagnostic(
                        DifferentTables(difference: .size(size, sourceSize), language: language),
                        at: translation.edition.place(of: table),
                        related: [source.note(otherTable, "the same table in \(language)")])
                ]
            }
        }
    }

    /// The cells that say nothing, of which the other language's say something; one a row.
    private func emptyCells(_ table: Node, _ other: Node, _ pair: EditionPair) -> [Diagnostic] {
        let rows = zip(table.children.filter { $0.kind == .tableRow }, other.children.filter { $0.kind == .tableRow })
        return rows.compactMap { row, otherRow -> Diagnostic? in
            let cells = Array(zip(row.children, otherRow.children))
            // A row that is empty on one side alone is no table's; one that is longer there has another order.
            guard let empty = cells.first(where: { $0.firstChild == nil && $1.firstChild != nil }),
                !cells.contains(where: { $0.firstChild != nil && $1.firstChild == nil }),
                let first = cells.first(where: { $0.0.firstChild != nil })?.0,
                let own = pair.translation.blocks.first(where: { $0.node == first }),
                let theirs = pair.source.blocks.first(where: { $0.node == empty.1 })
            else { return nil }
            let language = pair.source.edition.language.name
            return Diagnostic(
                DifferentTables(difference: .emptyCell, language: language),
                at: pair.translation.edition.file.place(line: pair.translation.place(of: own).line),
                related: [Diagnostic.Related(pair.source.place(of: theirs), "the cell in \(language)")])
        }
    }

    private static func size(_ table: Node) -> DifferentTables.Size {
        let rows = table.children.filter { $0.kind == .tableRow }
        return DifferentTables.Size(rows: rows.count, columns: rows.first.map { $0.children.count } ?? 0)
    }
}

struct DifferentTables: Problem {
    struct Size: Sendable, Equatable {
        let rows: Int
        let columns: Int

        var words: String { "\(rows.counted("row")) and \(columns.counted("column"))" }
    }

    enum Difference: Sendable {
        case tables(Int, Int)
        case size(Size, Size)
        case emptyCell
    }

    static let description = CheckDescription(
        "different-tables", .languages,
        summary: "A table of another size than in the source language, or one that a language lacks.",
        why: "A row that is missing is a fact that readers of one language do not get.",
        mending: "Translate the row, column or table that is missing, or remove it from both.",
        faulty: [
            CheckExample(
                fr: "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |", en: "⟦| A | B |\n|---|---|\n| 1 | 2 |⟧",
                "this table has 2 rows and 2 columns, and 3 rows and 2 columns in Français"),
            CheckExample(
                fr: "| A | B |\n|---|---|\n| Un | Deux |\n| Trois | Quatre |",
                en: "| A | B |\n|---|---|\n⟦| One |⟧\n| Three | Four |",
                "a cell of this row is empty, or missing, and not in Français"),
            CheckExample(
                fr: "## Problème\n\nTexte.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nFin.",
                en: "## Problem\n\n⟦Text.⟧\n\nEnd.", "0 tables, and 1 table in Français"),
            CheckExample(
                fr: "## Problème\n\n| A | B |\n|---|---|\n| 1 | 2 |", en: "## ⟦Problem⟧\n\nText.",
                "0 tables, and 1 table in Français"),
        ],
        clean: [
            CheckExample(fr: "| A | B |\n|---|---|\n| 1 | 2 |", en: "| C | D |\n|:--|--:|\n| 1 | 2 |"),
            CheckExample(fr: "| A | B |\n|---|---|\n| Un | |", en: "| A | B |\n|---|---|\n| One |"),
        ])

    let difference: Difference
    let language: String

    var message: String {
        switch difference {
        case .tables(let count, let sourceCount):
            "\(count.counted("table")), and \(sourceCount.counted("table")) in \(language)"
        case .size(let size, let sourceSize):
            "this table has \(size.words), and \(sourceSize.words) in \(language)"
        case .emptyCell: "a cell of this row is empty, or missing, and not in \(language)"
        }
    }
    var help: String? { "make both the same: translate what is missing, or remove it from both" }
}
