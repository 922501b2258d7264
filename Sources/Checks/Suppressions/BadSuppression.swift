import Sources

/// A comment to the checks that they do not understand.
struct BadSuppression: Problem {
    static let description = CheckDescription(
        "bad-suppression", .hygiene,
        summary: "A comment that begins with `check:` and does not say what to ignore, and why.",
        why: "Without a reason nobody knows later whether the exception still holds.",
        mending: "Write `<!-- check: ignore CHECK reason -->` on a line of its own before the block.",
        faulty: [
            CheckExample(
                "⟦<!-- check: ignore literal-markup -->⟧\nText.",
                "there is no reason why `literal-markup` is to be ignored"),
            CheckExample("⟦<!-- check: off -->⟧\nText.", "this comment tells the checks nothing"),
        ],
        clean: [CheckExample("<!-- check what the button is called -->\nText.")])

    /// The check that is to be ignored without a reason; nil where there is not even one.
    let check: String?

    var message: String {
        check.map { "there is no reason why `\($0)` is to be ignored" } ?? "this comment tells the checks nothing"
    }
    var help: String? { "write `<!-- check: ignore \(check ?? "CHECK") reason -->`" }
}
