import Guides
import Sources

/// A section with nothing in it, or one of steps without a step.
struct EmptySectionCheck: GuideCheck {
    static let problems: [any Problem.Type] = [EmptySection.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        // A heading alone may be all that a free page has to say there.
        guide.kind.isFree
            ? []
            : guide.editions.flatMap { edition in
                edition.parts.filter { $0.isEmpty || $0.holdsSteps && $0.steps.isEmpty }.map { section in
                    let problem = EmptySection(title: section.title, lacksSteps: !section.isEmpty)
                    return Diagnostic(problem, at: edition.place(of: section.heading))
                }
            }
    }
}

struct EmptySection: Problem {
    static let description = CheckDescription(
        "empty-section", .structure, guardsBuild: true,
        summary: "A section with nothing in it, or one of steps without a step.",
        why: "Readers open it and find nothing.",
        mending: "Write something under the heading, or remove it. Each step is a heading of level 3.",
        faulty: [
            CheckExample("## ⟦Problem⟧\n\n## Notes\n\nText.", "the section “Problem” is empty"),
            CheckExample("## Problem\n\nText.\n\n## ⟦Steps⟧\n\nText.", "the section “Steps” has no step"),
        ],
        clean: [CheckExample("## Problem\n\nText.\n\n## Steps\n\n### Wait\n\nText.")])

    let title: String
    let lacksSteps: Bool

    var message: String { lacksSteps ? "the section “\(title)” has no step" : "the section “\(title)” is empty" }
    var help: String? { lacksSteps ? "each step is a heading of level 3" : "write something under it, or remove it" }
}
