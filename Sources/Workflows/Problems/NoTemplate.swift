import Sources

/// A template that does not come with the program.
struct NoTemplate: Problem {
    static let description = CheckDescription(
        "no-template", .commands,
        summary: "A template that does not come with the program.",
        why: "Only what comes with the program can be printed or written.",
        mending: "`vademecum templates` lists them.")

    let name: String
    let known: [String]

    var message: String { "no template is called `\(name)`" }
    var help: String? { NearestName.suggestion(for: name, in: known) ?? "`vademecum templates` lists them" }
}
