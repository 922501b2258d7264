import Guides
import Sources

/// A step with a single option.
struct LonelyOptionCheck: GuideCheck {
    static let problems: [any Problem.Type] = [LonelyOption.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            edition.parts.flatMap(\.steps).filter { $0.options.count == 1 }.map { step in
                Diagnostic(LonelyOption(step: step.title), at: edition.place(of: step.options[0].heading))
            }
        }
    }
}

struct LonelyOption: Problem {
    static let description = CheckDescription(
        "lonely-option", .structure, .warning, guardsBuild: false,
        summary: "A step with a single option.",
        why: "Options are for choosing between; “Option A” alone makes readers look for option B.",
        mending: "Write the other option, or put the text under the step itself, without the heading.",
        faulty: [CheckExample("## Steps\n\n### Ask\n\n#### ⟦By form⟧\n\nText.", "the step “Ask” has only one option")],
        clean: [CheckExample("## Steps\n\n### Ask\n\n#### By form\n\nText.\n\n#### By mail\n\nText.")])

    let step: String

    var message: String { "the step “\(step)” has only one option" }
    var help: String? { "write another one, or put its text under the step without a heading" }
}
