import Sources

/// A language that the site does not have.
struct UnknownLanguage: Problem {
    static let description = CheckDescription(
        "unknown-language", .commands,
        summary: "A language on the command line that the site does not have.",
        why: "There is no page to print.",
        mending: "Choose one of the languages that the message names.")

    let name: String
    let known: [String]

    var message: String { "the site has no guides in `\(name)`" }
    var help: String? { "the languages are \(known.joined(separator: ", "))" }
}
