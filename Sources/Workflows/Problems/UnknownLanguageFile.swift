import Sources

/// A Markdown file that no language of the configuration claims.
struct UnknownLanguageFile: Problem {
    static let description = CheckDescription(
        "unknown-language-file", .configuration, .warning, guardsBuild: true,
        summary: "A Markdown file that no language of the configuration claims.",
        why: "It is not read, so what it says reaches nobody.",
        mending: "Name it after one of the languages, or add the language to `languages:` in vademecum.yaml.")

    let name: String
    let known: [String]

    var message: String { "`\(name)` is none of the site’s languages, so this file is not read" }
    var help: String? { "the languages are \(known.joined(separator: ", ")); add it to `languages:` in vademecum.yaml" }
}
