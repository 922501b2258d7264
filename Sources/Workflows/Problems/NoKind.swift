import Sources

/// A kind that there is none of.
struct NoKind: Problem {
    static let description = CheckDescription(
        "no-kind", .commands,
        summary: "A kind of guide that there is none of.",
        why: "The sections of a new guide are those of its kind.",
        mending: "Name a kind of the program or of `templates/kinds/`.")

    let name: String
    let known: [String]

    var message: String { "there is no kind `\(name)`" }
    var help: String? {
        NearestName.suggestion(for: name, in: known) ?? "the kinds are \(known.joined(separator: ", "))"
    }
}
