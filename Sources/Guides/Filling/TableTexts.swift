import CommonMark
import Values

/// A table value worded for one language: made once, for every page that shows it.
struct TableTexts: Sendable {
    /// What readers call the columns.
    let labels: [String]
    /// How the columns are aligned: numbers stand at the right.
    let alignments: [TableAlignment]
    /// The cells, with what each prints in prose.
    let rows: [[(text: String, cell: FilledEdition.Cell)]]

    /// Nil where the table has no value.
    init?(_ columns: [ValueType.Column], number: Int, in texts: ValueTexts) {
        guard let entry = texts.entries[number], case .table(let rows) = entry.resolved.value else { return nil }
        labels = columns.map { $0.label[texts.language] }
        alignments = columns.map { $0.type.isNumeric ? .right : .none }
        self.rows = rows.map { row in
            zip(columns, row).map { column, value in
                let text = texts.formatter.prose(value, type: column.type, decimals: column.decimals)
                let cell = FilledEdition.Cell(
                    name: "\(entry.name).\(column.name)", key: value.key(type: column.type),
                    isExample: entry.resolved.isExample)
                return (text, cell)
            }
        }
    }
}
