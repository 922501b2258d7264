import Sources

/// A text that several guides are about.
struct AmbiguousMessage: Problem {
    static let description = CheckDescription(
        "ambiguous-message", .commands,
        summary: "A pasted message that several guides are about.",
        why: "Nobody can tell which of them helps.",
        mending: "Name the guide, or make the error patterns more exact.")

    let guides: [String]

    var message: String { "several guides are about this text: \(guides.joined(separator: ", "))" }
    var help: String? {
        "paste one message only, or name the guide as well: `vademecum personalise \(guides[0]) --error …`"
    }
}
