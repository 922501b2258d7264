import Sources

/// Nothing where a message was expected.
struct EmptyMessage: Problem {
    static let description = CheckDescription(
        "empty-message", .commands,
        summary: "A pasted message that says nothing.",
        why: "A guide is found by what the message says.",
        mending: "Paste the message, or name the guide.")

    var message: String { "the message is empty" }
    var help: String? { "paste the error that you got, or name the guide instead" }
}
