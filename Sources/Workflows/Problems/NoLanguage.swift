import Sources

/// A language of which nothing is known.
struct NoLanguage: Problem {
    static let description = CheckDescription(
        "no-language", .configuration, guardsBuild: true,
        summary: "A language of which nothing is known.",
        why: "The titles of sections and the words of the pages come from the language's file.",
        mending: "Write `templates/languages/TAG.yaml`; `vademecum new language TAG` begins it.")

    let tag: String
    /// What was probably meant by it.
    let meant: String?

    var message: String { "nothing is known of the language `\(tag)`" }
    var help: String? {
        if let meant { return "did you mean `\(meant)`?" }
        return
            "write this file: its `name`, the titles of the `sections`, and the `terms` of the pages; `vademecum new language \(tag)` begins it"
    }
}
