import Sources

/// A suppression of a check whose findings refuse the build.
struct UnsuppressibleCheck: Problem {
    static let description = CheckDescription(
        "unsuppressible-check", .hygiene,
        summary: "A suppression of a check that guards what is written.",
        why: "Content with such a fault is not built, whatever is said about it.",
        mending: "Fix the fault, and remove the suppression.",
        faulty: [
            CheckExample(
                "⟦<!-- check: ignore raw-html because we need it -->⟧\nText.",
                "`raw-html` refuses the build, and cannot be ignored")
        ],
        clean: [CheckExample("Text.")])

    let check: String

    var message: String { "`\(check)` refuses the build, and cannot be ignored" }
    var help: String? { "fix the fault, and remove this" }
}
