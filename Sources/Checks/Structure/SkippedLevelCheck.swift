import Guides
import Sources

/// A heading two or more levels below the one before.
struct SkippedLevelCheck: GuideCheck {
    static let problems: [any Problem.Type] = [SkippedLevel.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.kind.isFree
            ? []
            : guide.editions.flatMap { edition in
                var previous: Part?
                return edition.parts.flattened.compactMap { part -> Diagnostic? in
                    defer { previous = part }
                    guard let before = previous, part.level > before.level + 1 else { return nil }
                    let problem = SkippedLevel(level: part.level, before: before.level)
                    let related = Diagnostic.Related(edition.place(of: before.heading), "the heading before")
                    return Diagnostic(problem, at: edition.place(of: part.heading), related: [related])
                }
            }
    }
}

struct SkippedLevel: Problem {
    static let description = CheckDescription(
        "skipped-level", .structure,
        summary: "A heading two or more levels below the one before.",
        why: "People who use a screen reader move from level to level, and think that they have missed something.",
        mending: "Use the next level down.",
        faulty: [
            CheckExample(
                "## Problem\n\nText.\n\n#### ⟦Detail⟧\n\nText.", "a heading of level 4 follows one of level 2")
        ],
        clean: [CheckExample("## Problem\n\nText.\n\n### Detail\n\n#### More\n\nText.\n\n## Notes\n\nText.")])

    let level: Int
    let before: Int

    var message: String { "a heading of level \(level) follows one of level \(before)" }
    var help: String? { "begin it with `\(String(repeating: "#", count: before + 1))`" }
}
