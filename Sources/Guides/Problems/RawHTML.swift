import Sources

/// HTML in Markdown.
struct RawHTML: Problem {
    static let description = CheckDescription(
        "raw-html", .structure, guardsBuild: true,
        summary: "HTML in Markdown.",
        why:
            "It never reaches a page: it would let content do what only templates may, and Markdown output could not show it.",
        mending: "Write Markdown. Put HTML that is meant to be read between backticks.",
        faulty: [
            CheckExample(
                "Press ⟦<kbd>⟧Enter⟦</kbd>⟧.", "raw HTML never reaches a page", "raw HTML never reaches a page")
        ],
        clean: [CheckExample("Press **Enter**, and write `<kbd>`. <!-- A note. -->")])

    let text: String

    var message: String { "raw HTML never reaches a page" }
    var help: String? { "write Markdown, or put code between backticks" }
}
