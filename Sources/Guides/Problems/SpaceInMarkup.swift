import Sources

/// A space of another sort where Markdown takes a plain one.
struct SpaceInMarkup: Problem {
    static let description = CheckDescription(
        "space-in-markup", .structure, guardsBuild: true,
        summary: "A no-break or other space where Markdown takes a plain one: after `##`, `-`, `1.` or `>`.",
        why: """
            What looks like a heading or a list is plain text, and nobody sees why: on many keyboards the space is typed \
            with the key that is held down for the sign before it.
            """,
        mending: "`--fix` writes a plain space.",
        faulty: [
            CheckExample(
                "##⟦\u{A0}⟧Problem\n\nText.",
                "there is a no-break space (U+00A0) next to `##`, where Markdown takes a plain one"
            ),
            CheckExample(
                "-⟦\u{A0}⟧One\n-⟦\u{202F}⟧Two",
                "there is a no-break space (U+00A0) next to `-`, where Markdown takes a plain one",
                "there is a narrow no-break space (U+202F) next to `-`, where Markdown takes a plain one"),
            CheckExample(
                "> [!NOTE]\n>⟦\u{3000}⟧Text.",
                "there is an ideographic space (U+3000) next to `>`, where Markdown takes a plain one"),
        ],
        clean: [
            CheckExample(
                "```sh\n#\u{A0}comment\n-\u{A0}x\n```\n\n10\u{A0}000 and #\u{A0}5, 3.\u{A0}5 in a line\u{A0}: yes.")
        ])

    let marker: String
    let space: UInt32

    var message: String { "there is \(name) next to `\(marker)`, where Markdown takes a plain one" }
    var help: String? { "write a plain space; `--fix` does" }

    private var name: String {
        let number = String(space, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
        return switch space {
        case 0xA0: "a no-break space (\(code))"
        case 0x202F: "a narrow no-break space (\(code))"
        case 0x3000: "an ideographic space (\(code))"
        default: "another space (\(code))"
        }
    }
}
