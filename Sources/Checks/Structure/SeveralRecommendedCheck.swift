import Guides
import Sources

/// A step of which more than one option is recommended.
struct SeveralRecommendedCheck: GuideCheck {
    static let problems: [any Problem.Type] = [SeveralRecommended.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            edition.parts.flatMap(\.steps).flatMap { step in
                step.options.filter(\.isRecommended).dropFirst().map {
                    Diagnostic(SeveralRecommended(step: step.title), at: edition.place(of: $0.heading))
                }
            }
        }
    }
}

struct SeveralRecommended: Problem {
    static let description = CheckDescription(
        "several-recommended", .structure, .warning,
        summary: "A step of which more than one option is recommended.",
        why: "One is enough; two recommendations are none at all.",
        mending: "Leave `{.recommended}` on the option that most readers should take.",
        faulty: [
            CheckExample(
                "## Steps\n\n### Ask\n\n#### By form {.recommended}\n\nText.\n\n#### ⟦By mail {.recommended}⟧\n\nText.",
                "the step “Ask” recommends more than one option")
        ],
        clean: [
            CheckExample("## Steps\n\n### Ask\n\n#### By form {.recommended}\n\nText.\n\n#### By mail\n\nText.")
        ])

    let step: String

    var message: String { "the step “\(step)” recommends more than one option" }
    var help: String? { "leave `{.recommended}` on one of them" }
}
