import Guides
import Sources

/// A table or a chart in the middle of a sentence, where none can stand.
struct TablePlaceholderCheck: GuideCheck {
    static let problems: [any Problem.Type] = [MisplacedTable.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { diagnose($0, context) }
    }

    /// The placeholders of tables and charts in a text that do not stand alone in a paragraph.
    func diagnose(_ edition: Edition, _ context: CheckContext) -> [Diagnostic] {
        let configuration = context.project.configuration
        return edition.uses.compactMap { use in
            guard !use.standsAlone, let index = use.index, configuration.values.isPicture[index] else { return nil }
            let type = configuration.values[index].type
            return Diagnostic(MisplacedTable(name: use.name, type: type.name), at: edition.file.place(use.range))
        }
    }
}

struct MisplacedTable: Problem {
    static let description = CheckDescription(
        "misplaced-table", .values, guardsBuild: true,
        summary: "A table in the middle of a sentence.",
        why: "No table can stand there.",
        mending: "Put the placeholder into a paragraph of its own.",
        faulty: [
            CheckExample("The limits are ⟦{{limits}}⟧.", "`limits` is a table, and a table cannot be part of a text")
        ],
        clean: [CheckExample("The limits are:\n\n{{limits}}")])

    let name: String
    let type: String

    var message: String { "`\(name)` is a \(type), and a \(type) cannot be part of a text" }
    var help: String? { "put `{{\(name)}}` into a paragraph of its own" }
}
