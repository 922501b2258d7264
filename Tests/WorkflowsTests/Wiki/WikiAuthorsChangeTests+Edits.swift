/// What a colleague did, and what the author did near it.
extension WikiAuthorsChangeTests {
    static let all = lines + paragraphs + items + steps

    static let (sign, shows) = ("Sign in with the account of your team.", "The page shows every limit.")

    private static let lines = [
        Both(
            "a paragraph taken apart before a line that the author changed",
            (sign + "\n" + shows, sign + "\n\n" + shows),
            ("every limit", "each limit")),
        Both(
            "a paragraph taken apart behind a line that the author changed",
            (sign + "\n" + shows, sign + "\n\n" + shows),
            ("with the account", "with an account")),
        Both(
            "lines in another order, one of them in other words", (sign + "\n" + shows, shows + "\n" + sign),
            ("every limit", "each limit")),
        Both(
            "lines in another order, the other of them in other words", (sign + "\n" + shows, shows + "\n" + sign),
            ("with the account", "with an account")),
        Both(
            "lines in another order, one of them longer", (sign + "\n" + shows, shows + "\n" + sign),
            ("every limit.", "every limit. Read it.")),
        Both(
            "words at the end of a line that the author changed", ("of your team.\n", "of your team. Ask for one.\n"),
            ("with the account", "with an account")),
        Both("a line made an item", ("\n" + shows, "\n\n- " + shows), ("every limit", "each limit")),
        Both(
            "a paragraph made a list, sentence by sentence",
            ("Send a request. Nothing fails.", "- Send a request.\n- Nothing fails."),
            ("Nothing fails", "Nothing breaks")),
        Both("a line made a quote", ("\n" + shows, "\n\n> " + shows), ("every limit", "each limit")),
    ]

    private static let paragraphs = [
        Both(
            "paragraphs joined, and a word elsewhere", ("limit.\n\nAsk your team.", "limit.\nAsk your team."),
            ("Choose the region", "Pick the region")),
        Both(
            "paragraphs joined, the first in other words", ("limit.\n\nAsk your team.", "limit.\nAsk your team."),
            ("every limit", "each limit")),
        Both(
            "paragraphs joined, the second in other words", ("limit.\n\nAsk your team.", "limit.\nAsk your team."),
            ("Ask your team", "Ask the team")),
        Both(
            "paragraphs in another order",
            (sign + "\n" + shows + "\n\nAsk your team.", "Ask your team.\n\n" + sign + "\n" + shows),
            ("Ask your team", "Ask the team")),
        Both(
            "paragraphs in another order, the longer in other words",
            (sign + "\n" + shows + "\n\nAsk your team.", "Ask your team.\n\n" + sign + "\n" + shows),
            ("every limit", "each limit")),
        Both(
            "a paragraph taken to another section",
            [
                ("Send a request. Nothing fails.\n\n", ""),
                ("of the cases.", "of the cases.\n\nSend a request. Nothing fails."),
            ],
            ("Nothing fails", "Nothing breaks")),
        Both(
            "a paragraph taken to another section, with a word",
            [
                ("A second paragraph, about *time* and ~~cost~~.\n\n", ""),
                ("of the cases.", "of the cases.\n\nA last paragraph, about *time* and ~~cost~~."),
            ], ("about *time*", "on *time*")),
    ]

    private static let items = [
        Both(
            "items moved", ("- Model: `gpt`.\n- Region: Europe.", "- Region: Europe.\n- Model: `gpt`."),
            ("Region: Europe", "Region: Asia")),
        Both(
            "items moved, the other in other words",
            ("- Model: `gpt`.\n- Region: Europe.", "- Region: Europe.\n- Model: `gpt`."), ("Model:", "The model:")),
        Both(
            "an item with a value moved",
            (
                "- Model: `gpt`.\n- Region: Europe.\n- Budget of 40,000 tokens.",
                "- Budget of 40,000 tokens.\n- Model: `gpt`.\n- Region: Europe."
            ), ("Budget of {{limit}} tokens", "Budget of {{limit}} tokens a day")),
        Both(
            "numbers’ items moved",
            ("1. Choose the model.\n2. Choose the region.", "1. Choose the region.\n2. Choose the model."),
            ("Choose the region", "Pick the region")),
        Both(
            "an item taken apart", ("1. Choose the model.", "1. Choose\n2. the model."), ("the model.", "a model.")),
        Both("an item below another", ("- Region: Europe.", "  - Region: Europe."), ("Region: Europe", "Region: Asia")),
        Both(
            "items joined", ("- Model: `gpt`.\n- Region: Europe.", "- Model: `gpt`. Region: Europe."),
            ("Region: Europe", "Region: West Europe")),
        Both(
            "rows moved", ("| small | 40,000 |\n| large | 90 |", "| large | 90 |\n| small | 40,000 |"),
            ("| large | 90 |", "| large | 95 |")),
        Both(
            "lines of code moved", ("export LIMIT=40,000\nrun --all", "run --all\nexport LIMIT=40,000"),
            ("run --all", "run --all --now")),
        Both(
            "a blank line in code", ("LIMIT=40,000\nrun --all", "LIMIT=40,000\n\nrun --all"),
            ("run --all", "run --all --now")),
        Both("a line of code set in", ("\nrun --all", "\n  run --all"), ("run --all", "run --all --now")),
        Both(
            "tasks moved",
            ("- [ ] Tell the team.\n- [x] Read the page.", "- [x] Read the page.\n- [ ] Tell the team."),
            ("Read the page", "Read all the page")),
    ]

    private static let steps = [
        Both(
            "a section moved",
            [
                ("## Verification", "## Notes\n\nLast words on 100% of the cases.\n\n## Verification"),
                ("and ~~cost~~.\n\n## Notes\n\nLast words on 100% of the cases.\n", "and ~~cost~~.\n"),
            ], ("Last words", "Some words"))
    ]
}
