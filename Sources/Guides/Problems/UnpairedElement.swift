import Sources

/// An HTML element that is not closed where it was opened.
struct UnpairedElement: Problem {
    static let description = CheckDescription(
        "unpaired-element", .structure, guardsBuild: true,
        summary: "An HTML element that is not closed where it was opened.",
        why: "It would swallow what stands after it, or end what it did not begin.",
        mending:
            "Close it in the same paragraph, cell or item; a part that folds, before the next heading. Its summary is on one line of its own.",
        faulty: [
            CheckExample("Press ⟦<kbd>⟧Enter.", "`<kbd>` has no counterpart here"),
            CheckExample(
                "Press *⟦<kbd>⟧Enter*⟦</kbd>⟧.", "`<kbd>` has no counterpart here", "`</kbd>` has no counterpart here"),
            CheckExample(
                "⟦<details>\n<summary>More</summary>⟧\n\nText.\n", "`<details>` has no counterpart here"),
        ],
        clean: [
            CheckExample(
                "Press <kbd>Enter</kbd>.\n\n<details>\n<summary>More</summary>\n\nH<sub>2</sub>O\n\n</details>\n\nText."
            )
        ])

    let text: String

    var message: String { "`\(text)` has no counterpart here" }
    var help: String? { "open and close it in the same paragraph, cell or item, or under the same heading" }
}
