import CommonMark
import Sources

/// Tables that are not of the same size as in the source language.
struct DifferentTablesCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentTables.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let language = source.edition.language.name
        return pair.regions.flatMap { region, other -> [Diagnostic] in
            guard region.tables.count == other.tables.count else {
                let problem = DifferentTables(
                    difference: .tables(region.tables.count, other.tables.count), language: language)
                return [
                    Diagnostic(
                        problem, at: translation.place(of: region),
                        related: other.tables.first.map { [source.note($0, "a table in \(language)")] } ?? [])
                ]
            }
            return zip(region.tables, other.tables).compactMap { table, otherTable in
                let (size, sourceSize) = (Self.size(table), Self.size(otherTable))
                guard size != sourceSize else { return nil }
                return Diagnostic(
                    DifferentTables(difference: .size(size, sourceSize), language: language),
                    at: translation.edition.place(of: table),
                    related: [source.note(otherTable, "the same table in \(language)")])
            }
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
                fr: "## Problème\n\n| A | B |\n|---|---|\n| 1 | 2 |", en: "## ⟦Problem⟧\n\nText.",
                "0 tables, and 1 table in Français"),
        ],
        clean: [CheckExample(fr: "| A | B |\n|---|---|\n| 1 | 2 |", en: "| C | D |\n|:--|--:|\n| 1 | 2 |")])

    let difference: Difference
    let language: String

    var message: String {
        switch difference {
        case .tables(let count, let sourceCount):
            "\(count.counted("table")), and \(sourceCount.counted("table")) in \(language)"
        case .size(let size, let sourceSize):
            "this table has \(size.words), and \(sourceSize.words) in \(language)"
        }
    }
    var help: String? { "make both the same: translate what is missing, or remove it from both" }
}
