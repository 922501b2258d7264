import Sources

/// A language of which nothing is known.
struct NoLanguage: Problem {
    static let description = CheckDescription(
        "no-language", .configuration, guardsBuild: true,
        summary: "A language of which nothing is known.",
        why: "The titles of sections and the words of the pages come from the language's file.",
        mending: "Write `templates/languages/TAG.yaml`; take another language's for a model.")

    let tag: String

    var message: String { "nothing is known of the language `\(tag)`" }
    var help: String? {
        "write this file: its `name`, the titles of the `sections`, and the `terms` of the pages; take another language’s for a model"
    }
}
