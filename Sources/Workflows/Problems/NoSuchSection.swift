import Sources

/// A section that is named on the command line and that the guides do not have.
struct NoSuchSection: Problem {
    static let description = CheckDescription(
        "no-such-section", .commands,
        summary: "`--section` names a section that no guide in question has.",
        why: "Nothing would be accepted, and nobody would notice.",
        mending: "Write one of the IDs that the message names.")

    let id: String
    let known: [String]

    var message: String { "no section has the ID `\(id)`" }
    var help: String? {
        NearestName.suggestion(for: id, in: known)
            ?? "the sections are \(known.map { "`\($0)`" }.joined(separator: ", "))"
    }
}
