import Guides
import Sources

/// A step or an option with nothing under its heading.
struct EmptyStepCheck: GuideCheck {
    static let problems: [any Problem.Type] = [EmptyStep.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            edition.parts.flatMap(\.steps).flatMap { step -> [Diagnostic] in
                var found: [Diagnostic] = []
                if step.isEmpty {
                    let problem = EmptyStep(title: step.title, isOption: false)
                    found.append(Diagnostic(problem, at: edition.place(of: step.heading)))
                }
                for option in step.options where option.isEmpty {
                    let problem = EmptyStep(title: option.title, isOption: true)
                    found.append(Diagnostic(problem, at: edition.place(of: option.heading)))
                }
                return found
            }
        }
    }
}

struct EmptyStep: Problem {
    static let description = CheckDescription(
        "empty-step", .structure,
        summary: "A step or an option with nothing under its heading.",
        why: "A title says what to do, but not how; readers are left to guess.",
        mending: "Write what to do under the heading, or remove it.",
        faulty: [
            CheckExample(
                "## Steps\n\n### ⟦Open the page⟧\n\n### Wait\n\nText.", "the step “Open the page” says nothing"),
            CheckExample(
                "## Steps\n\n### Ask\n\n#### By form\n\nText.\n\n#### ⟦By mail⟧\n\n## Notes\n\nText.",
                "the option “By mail” says nothing"),
        ],
        clean: [CheckExample("## Steps\n\n### Ask\n\n#### By form\n\nText.\n\n#### By mail\n\nText.")])

    let title: String
    let isOption: Bool

    var message: String { "the \(isOption ? "option" : "step") “\(title)” says nothing" }
    var help: String? { "write under the heading what to do, or remove it" }
}
