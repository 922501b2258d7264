import Sources

/// A project without a guide.
struct NoContent: Problem {
    static let description = CheckDescription(
        "no-content", .configuration, guardsBuild: true,
        summary: "No guide, or a guide without a text.",
        why: "There is nothing to check or to build, which is never what was meant.",
        mending: "A guide is a folder in `content/` with a file for each language.")

    var message: String { "there is no guide" }
    var help: String? {
        "a guide is a folder in `content/` with a file for each language, such as `content/first-guide/en.md`"
    }
}
