import Guides
import Sources

/// A section that stands before one that the kind puts first.
struct MisplacedSectionCheck: GuideCheck {
    static let problems: [any Problem.Type] = [MisplacedSection.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let order = Dictionary(
            guide.kind.sections.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return guide.editions.flatMap { edition in
            var furthest: (position: Int, section: Part)?
            return edition.parts.compactMap { section -> Diagnostic? in
                guard let position = order[section.id] else { return nil }
                guard let before = furthest, position < before.position else {
                    furthest = (position, section)
                    return nil
                }
                let related = Diagnostic.Related(edition.place(of: before.section.heading), "it belongs before this")
                return Diagnostic(
                    MisplacedSection(title: section.title, before: before.section.title),
                    at: edition.place(of: section.heading), related: [related])
            }
        }
    }
}

struct MisplacedSection: Problem {
    static let description = CheckDescription(
        "misplaced-section", .structure,
        summary: "A section in another order than the kind's.",
        why: "Every guide of a kind reads in the same order, so that readers know where to look.",
        mending: "Move the section to where the message says.",
        faulty: [
            CheckExample(
                "## Steps\n\n### Wait\n\nText.\n\n## ⟦Problem⟧\n\nText.", "“Problem” comes after “Steps”")
        ],
        clean: [
            CheckExample("## Problem\n\nText.\n\n## Background {#background}\n\nText.\n\n## Steps\n\n### Wait\n\nText.")
        ])

    let title: String
    let before: String

    var message: String { "“\(title)” comes after “\(before)”" }
    var help: String? { "move it before “\(before)”" }
}
