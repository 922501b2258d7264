import Sources

/// A message that no guide is about. It is not repeated: it may hold anything.
struct UnknownMessage: Problem {
    static let description = CheckDescription(
        "unknown-message", .commands,
        summary: "A pasted message that no guide is about.",
        why: "Guides are found by the error patterns in their guide.yaml.",
        mending: "Paste the whole message, or add its pattern to a guide.")

    let guides: [String]

    var message: String { "no guide is about this message" }
    var help: String? {
        guides.isEmpty
            ? "no guide says in its guide.yaml which errors it is about"
            : "name the guide instead, if you know it; those that are about errors: \(guides.joined(separator: ", "))"
    }
}
