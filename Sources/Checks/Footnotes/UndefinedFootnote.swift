import Sources

/// A reference to a note that there is none of.
struct UndefinedFootnote: Problem {
    static let description = CheckDescription(
        "undefined-footnote", .structure,
        summary: "A reference to a footnote that is not there.",
        why: "Readers see the brackets.",
        mending:
            "Write the note at the beginning of a line, out of lists and quotes: `[^1]: Its text.` Brackets that are meant go between backticks, or after a backslash.",
        faulty: [
            CheckExample("A fact.⟦[^1]⟧", "there is no note `1`"),
            CheckExample("A fact.⟦[^1]⟧\n\n- ⟦[^1]:⟧ Its source.", "there is no note `1`", "there is no note `1`"),
        ],
        clean: [
            CheckExample("A fact.[^1] Write `[^2]`, \\[^3] or [^a-z].\n\n[^1]: Its source.\n\n    More of it.")
        ])

    /// `[^1]` or `[^1]:`.
    let text: String

    private var name: Substring { text.dropFirst(2).prefix { $0 != "]" } }

    var message: String { "there is no note `\(name)`" }
    var help: String? { "write it at the beginning of a line: `[^\(name)]: …`" }
}
