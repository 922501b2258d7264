import Guides
import Testing

@testable import Workflows

/// What a colleague did on the page while the author of the guide changed something near: it comes home beside the author's
/// words, and is known to be home from then on.
@Suite struct WikiAuthorsChangeTests {
    /// What becomes of some bytes of the page, and of the guide meanwhile.
    struct Both: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let page: [(old: String, new: String)]
        let guide: (old: String, new: String)
        /// What becomes of the author's text, where that is not what the colleague did.
        let meant: (old: String, new: String)?

        init(
            _ name: String, _ page: (old: String, new: String), _ guide: (old: String, new: String),
            meant: (old: String, new: String)? = nil
        ) {
            self.init(name, [page], guide, meant: meant)
        }

        init(
            _ name: String, _ page: [(old: String, new: String)], _ guide: (old: String, new: String),
            meant: (old: String, new: String)? = nil
        ) {
            (testDescription, self.page, self.guide, self.meant) = (name, page, guide, meant)
        }

        /// What the colleague does, on a page or in the guide's own terms.
        func edited(_ text: String) -> String {
            page.reduce(text) { text, step in
                guard let range = text.ranges(of: step.old).last else { return text }
                return text.replacingCharacters(in: range, with: step.new)
            }
        }
    }

    static let all = lines + paragraphs + items + steps

    private static let (sign, shows) = ("Sign in with the account of your team.", "The page shows every limit.")

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

    /// A text whose numbered items have the numbers that readers see.
    private static func counted(_ text: String) -> String {
        var number = 0
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard line.first?.isNumber == true, let end = line.firstIndex(of: ".") else {
                number = 0
                return String(line)
            }
            number = number == 0 ? Int(line[..<end]) ?? 0 : number + 1
            return "\(number)\(line[end...])"
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: all, [WikiLayout.pages, .bilingual])
    func comesHomeOnce(both: Both, layout: WikiLayout) throws {
        let path = "content/a/en.md"
        let project = EditedWiki(layout).with(path, "every limit.\n", "every limit.\n\nAsk your team.\n")
        let published = try project.page(try project.wiki())
        let page = String(decoding: published.bytes, as: UTF8.self)
        let edited = both.edited(page.replacing("=40000", with: "=40,000")).replacing("=40,000", with: "=40000")
        #expect(edited != page)

        var later = project.raised.with(path, both.guide.old, both.guide.new)
        #expect(later.files[path] != project.files[path])
        let outcome = try project.merge(edited, published: published, into: try later.wiki()).outcome()
        #expect(outcome.held.isEmpty)
        let text = String(decoding: try #require(outcome.files[path]), as: UTF8.self)
        // What the colleague did, to the author's words.
        let guide = try #require(project.files[path])
        let meant = both.edited(guide.replacing("{{limit}}", with: "40,000"))
            .replacing(both.guide.old.replacing("{{limit}}", with: "40,000"), with: both.guide.new)
        #expect(
            Self.counted(text.replacing("{{limit}}", with: "40,000"))
                == Self.counted(meant.replacing("{{limit}}", with: "40,000")))

        later.files[path] = text
        let adopted = try later.wiki()
        #expect(outcome.page == (try later.page(adopted)).bytes)
        #expect(try project.merge(edited, published: published, into: adopted).outcome().isHome)
    }

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

    @Test(arguments: moved, [WikiLayout.pages, .bilingual])
    func goesWithTheAuthor(both: Both, layout: WikiLayout) throws {
        let path = "content/a/en.md"
        let project = EditedWiki(layout)
        let (published, later) = (
            try project.page(try project.wiki()), project.raised.with(path, both.guide.old, both.guide.new)
        )
        #expect(later.files[path] != project.files[path])
        let edited = both.edited(String(decoding: published.bytes, as: UTF8.self))
        let outcome = try project.merge(edited, published: published, into: try later.wiki()).outcome()
        #expect(outcome.held.isEmpty)
        let text = outcome.files[path].map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard let meant = both.meant, meant.old != "" else {
            // Once, and below what it belongs to.
            #expect(text.ranges(of: both.guide.new).count == 1, "\(text)")
            return
        }
        #expect(text == later.files[path]?.replacing(meant.old, with: meant.new))
    }

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

    @Test(arguments: undecided, [WikiLayout.pages, .bilingual])
    func isHeldWhole(both: Both, layout: WikiLayout) throws {
        let path = "content/a/en.md"
        let project = EditedWiki(layout)
        let (published, later) = (
            try project.page(try project.wiki()), project.raised.with(path, both.guide.old, both.guide.new)
        )
        #expect(later.files[path] != project.files[path])
        let edited = both.edited(String(decoding: published.bytes, as: UTF8.self))
        let wiki = try later.wiki()
        let outcome = try project.merge(edited, published: published, into: wiki).outcome()
        #expect(!outcome.conflicts.isEmpty)
        #expect(outcome.files.isEmpty, "\(outcome.files.mapValues { String(decoding: $0, as: UTF8.self) })")
        // The page has what the colleague made of the place, with the values of today.
        let page = String(decoding: try #require(outcome.page), as: UTF8.self)
        let meant = edited.replacing("40,000", with: "50,000").replacing("40000", with: "50000")
            .replacing("40\u{202F}000", with: "50\u{202F}000")
        #expect(Array(page.utf8).loosened == Array(meant.utf8).loosened)
    }
}
