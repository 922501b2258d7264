import Sources

/// A file that cannot be read.
struct UnreadableFile: Problem {
    static let description = CheckDescription(
        "unreadable-file", .configuration, guardsBuild: true,
        summary: "A file that cannot be read.",
        why: "It is missing, locked, larger than any text, or a link that leads out of the project.",
        mending: "Put the file in its place, and look at its permissions.")

    let reason: String

    var message: String { "cannot read this file: \(reason)" }
}
