import Sources

/// A note that nothing refers to.
struct UnusedFootnote: Problem {
    static let description = CheckDescription(
        "unused-footnote", .structure, .warning,
        summary: "A footnote that the text does not refer to.",
        why: "No page shows it.",
        mending: "Refer to it where it belongs, or remove it.",
        faulty: [
            CheckExample("A fact.[^1]\n\n[^1]: Its source.\n⟦[^2]:⟧ Another one.", "nothing refers to the note `2`")
        ],
        clean: [CheckExample("A fact.[^1] Another one.[^Two]\n\n[^1]: Its source.\n[^two]: That one’s.")])

    let name: String

    var message: String { "nothing refers to the note `\(name)`" }
    var help: String? { "write `[^\(name)]` where it belongs, or remove the note" }
}
