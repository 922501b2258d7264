import Sources

/// A file or a guide where a page is written.
struct TakenName: Problem {
    static let description = CheckDescription(
        "taken-name", .configuration, guardsBuild: true,
        summary: "A file or a guide where a page is written.",
        why: "One of the two would overwrite the other.",
        mending: "Give it another name.")

    var message: String { "a page of this name is written here" }
    var help: String? { "give it another name" }
}
