import Sources

/// A name that the program has a use for.
struct ReservedName: Problem {
    static let description = BadName.description
    let name: String

    var message: String { "`\(name)` prints the guide's first error pattern" }
    var help: String? { "choose another name" }
}
