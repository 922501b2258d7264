import Sources

/// A suppression of nothing that there is.
struct UnknownCheck: Problem {
    static let description = CheckDescription(
        "unknown-check", .hygiene,
        summary: "A suppression of a check that does not exist.",
        why: "It is mistyped and suppresses nothing, or its check is gone.",
        mending: "Write the ID between the brackets of the finding.",
        faulty: [
            CheckExample(
                "⟦<!-- check: ignore unused-supression because it is an example -->⟧\nText.",
                "no check is called `unused-supression`")
        ],
        clean: [CheckExample("Text.")])

    let check: String
    let known: [String]

    var message: String { "no check is called `\(check)`" }
    var help: String? { NearestName.suggestion(for: check, in: known) }
}
