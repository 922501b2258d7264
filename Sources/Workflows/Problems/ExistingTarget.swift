import Sources

/// Something stands where an import would write.
struct ExistingTarget: Problem {
    static let description = CheckDescription(
        "existing-target", .commands,
        summary: "An import would write over something that is there.",
        why: "What somebody wrote is never replaced; nothing was written.",
        mending: "Give the guide another name with --guide, or add the text as another language with --into.")

    let source: String

    var message: String { "it is here already, and \(source) would write over it" }
    var help: String? { "give the guide another name with --guide, or add another language to it with --into" }
}
