import Sources

/// Neither a guide nor a message.
struct NoGuideNamed: Problem {
    static let description = CheckDescription(
        "no-guide-named", .commands,
        summary: "Neither a guide nor an error to find one by.",
        why: "There is nothing to personalise.",
        mending: "Name a guide, or paste an error with `--error`.")

    let known: [String]

    var message: String { "name a guide, or paste an error with `--error`" }
    var help: String? { "the guides are \(known.prefix(20).joined(separator: ", "))\(known.count > 20 ? " …" : "")" }
}
