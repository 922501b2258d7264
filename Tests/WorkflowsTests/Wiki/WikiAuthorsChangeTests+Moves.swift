/// What one of both moved or deleted while the other changed it.
extension WikiAuthorsChangeTests {
    /// What the author moved while a colleague edited it: the edit goes with it.
    static let moved = [
        Both(
            "a word in a line that the author moved", ("every limit", "each limit"),
            (sign + "\n" + shows, shows + "\n" + sign), meant: ("every limit", "each limit")),
        Both(
            "a word in an item that the author moved", ("Region: Europe", "Region: Asia"),
            ("- Model: `gpt`.\n- Region: Europe.", "- Region: Europe.\n- Model: `gpt`."), meant: ("Europe", "Asia")),
        Both(
            "an item deleted that the author moved", ("- Region: Europe.\n", ""),
            ("- Model: `gpt`.\n- Region: Europe.\n", "- Region: Europe.\n- Model: `gpt`.\n"),
            meant: ("- Region: Europe.\n", "")),
        Both(
            "a word in a paragraph that the author moved to another section", ("Nothing fails", "Nothing breaks"),
            (
                "Send a request. Nothing fails.\n\nA second paragraph, about *time* and ~~cost~~.\n\n## Notes\n",
                "A second paragraph, about *time* and ~~cost~~.\n\n## Notes\n\nSend a request. Nothing fails.\n"
            ), meant: ("Nothing fails", "Nothing breaks")),
        Both(
            "words at the end of a line that the author moved", ("every limit.", "every limit. Read it."),
            (sign + "\n" + shows, shows + "\n" + sign), meant: ("every limit.", "every limit. Read it.")),
        Both(
            "words at the end of a line behind which the author put another",
            ("every limit.\n", "every limit. Read it.\n"),
            (shows + "\n", shows + "\nIt is long.\n"), meant: ("every limit.", "every limit. Read it.")),
        Both(
            "a line behind one that the author made longer", (shows + "\n", shows + "\nIt is long.\n"),
            ("every limit.\n", "every limit. Read it.\n"), meant: ("Read it.\n", "Read it.\nIt is long.\n")),
        Both(
            "a section moved at whose end the author put a paragraph",
            [
                ("## Verification", "## Notes\n\nLast words on 100% of the cases.\n\n## Verification"),
                ("and ~~cost~~.\n\n## Notes\n\nLast words on 100% of the cases.\n", "and ~~cost~~.\n"),
            ], ("of the cases.\n", "of the cases.\n\nThe very end.\n")),
        Both(
            "an option moved at whose end the author put a paragraph",
            [
                (
                    "#### Option A: By form (recommended)\n\nFill in the form, then [check it](#verification).\n\n#### Option B: By mail\n\nWrite to <help@example.org>.\n\n",
                    "#### Option A: By mail\n\nWrite to <help@example.org>.\n\n"
                ),
                (
                    "### 3. Use it",
                    "#### Option B: By form (recommended)\n\nFill in the form, then [check it](#verification).\n\n### 3. Use it"
                ),
            ], ("[check it](#verification).\n", "[check it](#verification).\n\nAsk for a copy.\n"),
            meant: ("", "")),
    ]

    /// What nobody can decide: nothing of it is placed, and all of it stays on the page.
    static let undecided = [
        Both(
            "a word emphasised where the author puts one behind it", ("Last words", "*Last* words"),
            ("Last words", "Last few words")),
        Both("a line moved that the author deleted", (sign + "\n" + shows, shows + "\n" + sign), ("\n" + shows, "")),
        Both(
            "a paragraph moved that the author moved elsewhere",
            [
                ("Send a request. Nothing fails.\n\n", ""),
                ("of the cases.", "of the cases.\n\nSend a request. Nothing fails."),
            ],
            (
                "Send a request. Nothing fails.\n\nA second paragraph, about *time* and ~~cost~~.\n",
                "A second paragraph, about *time* and ~~cost~~.\n\nSend a request. Nothing fails.\n"
            )),
        Both(
            "an item deleted that the author made longer", ("- Region: Europe.\n", ""),
            ("- Region: Europe.\n", "- Region: Europe. Or Asia.\n")),
        Both(
            "a last item deleted that the author made longer",
            ("- Region: Europe.\n- Budget of 40,000 tokens.", "- Region: Europe."),
            ("of {{limit}} tokens.\n\n1.", "of {{limit}} tokens. Or more.\n\n1.")),
        Both(
            "a paragraph taken elsewhere with other words where the author has others too",
            [
                ("Send a request. Nothing fails.\n\n", ""),
                ("of the cases.", "of the cases.\n\nSend a request. Nothing ever breaks."),
            ], ("Nothing fails", "Nothing fails here")),
        Both(
            "a section deleted at whose end the author put a paragraph",
            ("## Notes\n\nLast words on 100% of the cases.\n", ""),
            ("of the cases.\n", "of the cases.\n\nThe very end.\n")),
    ]
}
