import Sources

/// A key in what was pasted. It is not repeated, and no value is taken from it.
struct KeyInMessage: Problem {
    static let description = CheckDescription(
        "key-in-message", .commands, .warning,
        summary: "A pasted message that holds what looks like an API key.",
        why: "Messages are pasted from logs and chats, where others may have read the key.",
        mending: "Replace the key where it was issued; nothing of it was kept.")

    var message: String { "the message holds what looks like an API key" }
    var help: String? { "it was not kept; if others have seen the message, replace the key" }
}
