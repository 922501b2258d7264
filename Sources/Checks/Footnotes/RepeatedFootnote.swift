import Sources

/// A note whose name another one has.
struct RepeatedFootnote: Problem {
    static let description = CheckDescription(
        "repeated-footnote", .structure,
        summary: "Two footnotes of one name.",
        why: "Readers see the first one, wherever the text refers to either.",
        mending: "Give one of them another name, and refer to it by that.",
        faulty: [
            CheckExample(
                "A fact.[^1]\n\n[^1]: Its source.\n⟦[^1]:⟧ Another source.", "there is a note `1` already")
        ],
        clean: [CheckExample("A fact.[^1][^2]\n\n[^1]: Its source.\n[^2]: Another source.")])

    let name: String

    var message: String { "there is a note `\(name)` already" }
    var help: String? { "give it another name" }
}
