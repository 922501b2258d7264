import Sources

/// HTML in Markdown.
struct RawHTML: Problem {
    static let description = CheckDescription(
        "raw-html", .structure, guardsBuild: true,
        summary: "HTML in Markdown.",
        why:
            "It never reaches a page: it would let content do what only templates may, and Markdown output could not show it.",
        mending:
            "Write Markdown, or an element of the short list, without other attributes. Put HTML that is meant to be read between backticks.",
        faulty: [
            CheckExample(
                "Press ⟦<span>⟧Enter⟦</span>⟧.", "raw HTML never reaches a page", "raw HTML never reaches a page")
        ],
        clean: [
            CheckExample(
                "Press **Enter**, and write `<span>`: H<sub>2</sub>O, <abbr title=\"in short\">i. s.</abbr> <!-- A note. -->\n\n<img src=\"form-example.png\" alt=\"The form\" width=\"320\">"
            )
        ])

    let text: String

    var message: String { "raw HTML never reaches a page" }
    var help: String? {
        "write Markdown, or put code between backticks; of HTML there are br, kbd, sub, sup, abbr with a title, img with src, alt, title, width and height in pixels, details with a summary, dl with dt and dd, and in cells ul, ol and li"
    }
}
