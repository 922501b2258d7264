import Sources

/// A title or a summary that ends where YAML takes the rest for a comment.
struct CutText: Problem {
    static let description = CheckDescription(
        "cut-text", .structure, .warning,
        summary: "A title or a summary whose end YAML takes for a comment: what follows ` #`.",
        why: "Readers see half a title, and nothing tells why.",
        mending: "Put the text between quotes, or move the comment to a line of its own.",
        faulty: [
            CheckExample(
                "---\ntitle: Issue ⟦#5 and its way out⟧\nsummary: One sentence.\n---\n\n## Problem\n\nText.",
                "a comment cuts the title to “Issue”")
        ],
        clean: [
            CheckExample("---\ntitle: \"Issue #5\"\nsummary: C# and F#.\n---\n\n## Problem\n\nText."),
            CheckExample("---\n# A comment.\ntitle: An issue\nsummary: One sentence.\n---\n\n## Problem\n\nText."),
        ])

    let key: String
    let text: String

    var message: String {
        text.isEmpty ? "a comment is all that the \(key) has" : "a comment cuts the \(key) to “\(text)”"
    }
    var help: String? { "put it between quotes, or move the comment to a line of its own" }
}
