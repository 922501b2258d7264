import Sources

/// A suppression that is not needed.
struct UnusedSuppression: Problem {
    static let description = CheckDescription(
        "unused-suppression", .hygiene, .warning,
        summary: "A suppression that suppresses nothing.",
        why: "What it was for has been fixed, and the next finding at its place would be hidden.",
        mending: "Remove it.",
        faulty: [
            CheckExample(
                "⟦<!-- check: ignore unrecorded-translation as an example -->⟧\nText.",
                "there is no `unrecorded-translation` here to ignore")
        ],
        clean: [CheckExample("Text.")])

    let check: String

    var message: String { "there is no `\(check)` here to ignore" }
    var help: String? { "remove it" }
}
