import CommonMark
import Guides

/// A table in the middle of a sentence, where no table can stand.
struct TablePlaceholderCheck: GuideCheck {
    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let configuration = context.project.configuration
        return guide.editions.flatMap { edition -> [Diagnostic] in
            let uses = edition.uses.filter { use in
                guard case .table = configuration.declaration(named: use.name)?.type else { return false }
                return true
            }
            guard !uses.isEmpty else { return [] }
            // A mark is as long as its placeholder, so a paragraph that is nothing else covers the same bytes.
            let alone = Set(
                edition.document.root.descendants.filter { $0.kind == .paragraph }.compactMap(\.sourceRange))
            return uses.filter { !alone.contains($0.range) }.map {
                Diagnostic(MisplacedTable(name: $0.name), at: edition.file.place($0.range))
            }
        }
    }
}

struct MisplacedTable: Problem {
    static let check = "misplaced-table"
    let name: String

    var message: String { "`\(name)` is a table, and a table is no part of a text" }
    var help: String? { "put `{{\(name)}}` into a paragraph of its own" }
}
