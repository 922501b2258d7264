import Sources

/// A page named on the command line that the wiki does not have.
struct UnknownWikiPage: Problem {
    static let description = CheckDescription(
        "unknown-page", .commands,
        summary: "A page on the command line that the wiki does not have.",
        why: "Edits are discarded and brought home by name, and this one names nothing.",
        mending: "Write the name that the message offers.")

    let name: String
    let known: [String]

    var message: String { "`\(name)` is not a page of the guides on the wiki" }
    var help: String? {
        NearestName.suggestion(for: name, in: known)
            ?? "name a page as its file is called, with or without `.md`, or by its title"
    }
}
