import Sources

extension CheckDescription {
    /// What is found while a guide's files are read.
    static let reading = [
        CheckDescription(
            "bad-character", .hygiene, guardsBuild: true,
            summary: "A byte that is no UTF-8, or a character that nobody sees.",
            why: """
                Control characters, zero-width spaces and characters that reverse the text around them show something \
                else than what is there. A command that is copied with one of them does not work, or does something else.
                """,
            mending: "Remove the character. Save the file as UTF-8.",
            faulty: [
                CheckExample(
                    "Copy the⟦\u{200B}⟧ command.", "an invisible character, U+200B"),
                CheckExample(
                    "Copy the ⟦\u{202E}⟧command.", "a character that reverses the text around it, U+202E"),
            ],
            clean: [CheckExample("Copy the command, با سلام.")]),
        CheckDescription(
            "malformed-placeholder", .structure, guardsBuild: true,
            summary: "Double braces that are no placeholder, or are never closed.",
            why: "The reader would see the braces instead of the value.",
            mending:
                "Write `{{name}}` on one line. For literal braces write `\\{{`, or put `verbatim` behind the fence of code.",
            faulty: [
                CheckExample("Your limit is ⟦{{limit current}}⟧.", "double braces that are no placeholder"),
                CheckExample("Your limit is ⟦{{limit.current.⟧", "double braces that are no placeholder"),
            ],
            clean: [
                CheckExample("Write \\{{name}} and `${{ secrets.KEY }}`."),
                CheckExample("```yaml verbatim\nkey: {{ value }}\n```"),
            ]),
        CheckDescription(
            "too-large", .hygiene, guardsBuild: true,
            summary: "A file with more of something than a text that a person wrote ever has.",
            why: "Such files take a parser hours; Vademecum does not hand them to one.",
            mending: "Split the text.",
            faulty: [
                CheckExample(
                    String(repeating: "[", count: 2000) + "⟦[⟧", "more brackets than one file may hold")
            ],
            clean: [CheckExample(String(repeating: "[a]\n\n", count: 2000))]),
        CheckDescription(
            "unknown-kind", .configuration, guardsBuild: true,
            summary: "A guide of a kind that has no file in `templates/kinds`.",
            why: "The kind says which sections a guide has, so nothing of the guide can be read without.",
            mending: "Write one of the kinds that there are, or add its file.",
            faulty: [
                CheckExample(
                    files: [("guide.yaml", "kind: ⟦howto⟧\n"), ("en.md", "Text.")], ["no kind is called `howto`"])
            ],
            clean: [CheckExample(files: [("guide.yaml", "kind: how-to\n"), ("en.md", "Text.")])]),
        CheckDescription(
            "unknown-attribute", .structure, guardsBuild: true,
            summary: "A word in a heading's braces that means nothing.",
            why: "An ID with a capital letter or a mistyped class would be lost without a word.",
            mending: "Write an ID as `{#lower-case}`, and `.recommended` for the option to take.",
            faulty: [
                CheckExample(
                    "## Problem\n\n⟦## More {#More}⟧\n\nText.", "`#More` means nothing in a heading's braces")
            ],
            clean: [CheckExample("## Problem\n\nText.\n\n## More {#more}\n\nText.")]),
        CheckDescription(
            "misplaced-heading", .structure, guardsBuild: true,
            summary: "A heading where the structure has no room for one.",
            why: "Sections, steps and options are headings of level 2, 3 and 4; others break the outline of the page.",
            mending: "Put the title into the front matter, steps into their section, options into their step.",
            faulty: [
                CheckExample("⟦# Title⟧\n\n## Problem\n\nText.", "a heading of level 1"),
                CheckExample(
                    "## Problem\n\nText.\n\n## Steps\n\n⟦#### By form⟧\n\nText.", "an option before the first step"),
                CheckExample("- An item\n\n  ### ⟦A heading⟧", "a heading inside a list or a quote"),
            ],
            clean: [CheckExample("## Problem\n\nText.\n\n### Detail\n\nText.")]),
        CheckDescription(
            "text-before-sections", .structure, guardsBuild: true,
            summary: "Text that belongs to no section.",
            why: "It has no anchor, and no place that is the same in every guide.",
            mending: "Move it under a heading of level 2, or into the `summary` of the front matter.",
            faulty: [CheckExample("⟦A word before.⟧\n\n## Problem\n\nText.", "text before the first section")],
            clean: [CheckExample("<!-- A note to the authors. -->\n\n## Problem\n\nText.")]),
        CheckDescription(
            "repeated-anchor", .structure, guardsBuild: true,
            summary: "Two headings with the same anchor, such as one section twice.",
            why: "A link to the anchor can only lead to one of them.",
            mending: "Merge the two, or give one of them another ID.",
            faulty: [
                CheckExample(
                    "## Problem\n\nText.\n\n⟦## Problem⟧\n\nText.", "two headings have the anchor `#problem`")
            ],
            clean: [CheckExample("## Problem\n\nText.\n\n## Problem again {#again}\n\nText.")]),
        CheckDescription(
            "raw-html", .structure, guardsBuild: true,
            summary: "HTML in Markdown.",
            why:
                "It never reaches a page: it would let content do what only templates may, and Markdown output could not show it.",
            mending: "Write Markdown. Put HTML that is meant to be read between backticks.",
            faulty: [
                CheckExample(
                    "Press ⟦<kbd>⟧Enter⟦</kbd>⟧.", "raw HTML never reaches a page", "raw HTML never reaches a page")
            ],
            clean: [CheckExample("Press **Enter**, and write `<kbd>`. <!-- A note. -->")]),
        CheckDescription(
            "bad-variant", .structure, guardsBuild: true,
            summary: "Markers of a part for some readers that make no pair, or no sense.",
            why: "The part would show to everybody, or to nobody.",
            mending: "Write `<!-- only: NAME=KEY -->` before it and `<!-- end -->` behind it, each alone on its line.",
            faulty: [
                CheckExample("⟦<!-- only: plan=free -->⟧\n\nText.", "this variant is never closed"),
                CheckExample("Text.\n\n⟦<!-- end -->⟧", "an end without a beginning"),
                CheckExample(
                    "⟦<!-- only: plan=fre -->⟧\n\nText.\n\n<!-- end -->", "`fre` is none of the choices"),
            ],
            clean: [CheckExample("<!-- only: plan=free -->\n\nText.\n\n<!-- end -->")]),
        CheckDescription(
            "front-matter", .structure, guardsBuild: true,
            summary: "A file that does not begin with its title and summary.",
            why: "The title heads the page; the summary is what home, search and previews show.",
            mending: "Begin with a line of `---`, then `title: …` and `summary: …`, then a line of `---`.",
            faulty: [
                CheckExample("⟦---⟧\ntitle: A title\n---\n\n## Problem\n\nText.", "the front matter has no `summary`"),
                CheckExample(
                    "---\ntitle: ⟦\"⟧\"\nsummary: One sentence.\n---\n\n## Problem\n\nText.", "`title` is empty"),
            ],
            clean: [CheckExample("---\ntitle: A title\nsummary: One sentence.\n---\n\n## Problem\n\nText.")]),
        CheckDescription(
            "bad-error-pattern", .values, guardsBuild: true,
            summary: "An error pattern that cannot be read.",
            why: "The guide would not be found by the error that it is about.",
            mending:
                "Close brackets and braces, escape literal brackets as `\\[` and `\\]`, and name values that there are.",
            faulty: [
                CheckExample(
                    files: [
                        ("guide.yaml", "errors:\n  - \"Limit reached⟦[⟧ in {{org.id}}\"\n"), ("en.md", "Text."),
                    ], ["this bracket has no other half"]),
                CheckExample(
                    files: [("guide.yaml", "errors:\n  - \"Limit for ⟦{{modle}}⟧\"\n"), ("en.md", "Text.")],
                    ["no value is called `modle`"]),
            ],
            clean: [
                CheckExample(
                    files: [
                        ("guide.yaml", "errors:\n  - \"Limit for {{model}}[ in {{org.id}}]\"\n"), ("en.md", "Text."),
                    ])
            ]),
    ]
}
