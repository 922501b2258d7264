import Sources

/// A name that no guide can have.
struct BadGuideName: Problem {
    static let description = CheckDescription(
        "bad-guide-name", .commands,
        summary: "A name that no guide can have.",
        why: "A guide's name is the path of its folder below `content/`, and its address.",
        mending: "Write words with hyphens, and slashes between folders: `printers/load-paper`.")

    let name: String

    var message: String { "no guide can be called `\(name)`" }
    var help: String? { "write words with hyphens, and slashes between folders: `printers/load-paper`" }
}
