import CommonMark
import Guides

/// A heading two or more levels below the one before.
struct SkippedLevelCheck: GuideCheck {
    static let description = CheckDescription(
        SkippedLevel.self, .structure,
        summary: "A heading two or more levels below the one before.",
        why: "Who reads with a screen reader moves from level to level, and takes the gap for something missed.",
        mending: "Use the next level down.",
        faulty: [
            CheckExample(
                "## Problem\n\nText.\n\n#### ⟦Detail⟧\n\nText.", "a heading of level 4 follows one of level 2")
        ],
        clean: [CheckExample("## Problem\n\nText.\n\n### Detail\n\n#### More\n\nText.\n\n## Notes\n\nText.")])

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            // An option before the first step is reported where it is read.
            let stepSections = Set(edition.sections.filter(\.holdsSteps).map(\.heading))
            var previous: Node?
            return edition.document.root.children.filter { $0.kind == .heading }.compactMap { heading -> Diagnostic? in
                defer { previous = heading }
                guard let before = previous, heading.headingLevel > before.headingLevel + 1,
                    !(stepSections.contains(before) && heading.headingLevel == 4)
                else { return nil }
                let problem = SkippedLevel(level: heading.headingLevel, before: before.headingLevel)
                let related = Diagnostic.Related(edition.place(of: before), "the heading before")
                return Diagnostic(problem, at: edition.place(of: heading), related: [related])
            }
        }
    }
}

struct SkippedLevel: Problem {
    static let check = "skipped-level"
    let level: Int
    let before: Int

    var message: String { "a heading of level \(level) follows one of level \(before)" }
    var help: String? { "begin it with `\(String(repeating: "#", count: before + 1))`" }
}
