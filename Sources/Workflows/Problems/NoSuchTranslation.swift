import Sources

/// A language that nothing is translated into.
struct NoSuchTranslation: Problem {
    static let description = CheckDescription(
        "no-such-translation", .languages,
        summary: "A language on the command line that nothing is translated into.",
        why: "There is nothing to compare or to accept.",
        mending: "Name one of the languages of vademecum.yaml but the first.")

    let language: String
    let languages: [String]

    var message: String {
        language == languages.first
            ? "`\(language)` is the language that the others are translated from"
            : "`\(language)` is not one of the site’s languages"
    }
    var help: String? {
        let translations = languages.dropFirst()
        return translations.isEmpty
            ? "add a language to `languages:` in vademecum.yaml"
            : "guides are translated into \(translations.joined(separator: ", "))"
    }
}
