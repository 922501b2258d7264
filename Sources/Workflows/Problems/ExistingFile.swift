import Sources

/// A file where a new one was to be made.
struct ExistingFile: Problem {
    static let description = CheckDescription(
        "existing-file", .commands,
        summary: "A file where a new one was to be made.",
        why: "Nothing that exists is overwritten.",
        mending: "Take another name or another folder, or remove the file yourself.")

    var message: String { "this is here already; nothing was written" }
    var help: String? { "take another name or another folder, or remove it yourself" }
}
