import Foundation
import Guides
import Rendering
import Testing

@testable import Workflows

/// Every construct of a page changed, added to, deleted and moved by hand, in both layouts, while a value of the page becomes
/// another: each edit comes home whole, the page reads as its author wrote it with the new value in it, and nothing is left to say.
@Suite struct WikiMatrixTests {
    /// What somebody does to a page.
    struct Edit: Sendable, CustomTestStringConvertible {
        let name: String
        /// Texts that become others.
        let steps: [(old: String, new: String)]

        init(_ name: String, _ old: String, _ new: String) { self.init(name, [(old, new)]) }

        init(_ name: String, _ steps: [(old: String, new: String)]) {
            self.name = name
            self.steps = steps
        }

        var testDescription: String { name }

        /// The same on a page of several languages, where links lead elsewhere.
        func on(_ layout: WikiLayout) -> Edit {
            guard layout == .bilingual else { return self }
            func moved(_ text: String) -> String {
                text.replacing("(Request-too-large#step-", with: "(Requ%C3%AAte-trop-grande#en-step-")
                    .replacing("(Request-too-large)", with: "(Requ%C3%AAte-trop-grande#en)")
                    .replacing("(#open)", with: "(#en-open)")
            }
            return Edit(name, steps.map { (old: moved($0.old), new: moved($0.new)) })
        }

        /// Code is the same in every language: the last text is the English one.
        func apply(_ page: String) throws -> String {
            try steps.reduce(page) { page, step in
                let range = try #require(page.ranges(of: step.old).last, "“\(step.old)” is not in:\n\(page)")
                return page.replacingCharacters(in: range, with: step.new)
            }
        }
    }

    /// Edits of places far from each other are made at once; where one of them fails, each is made alone.
    @Test(arguments: WikiLayout.allCases)
    func editsComeHome(layout: WikiLayout) throws {
        let wiki = EditedWiki(layout)
        let published = try wiki.page(wiki.wikis().published)
        let page = String(decoding: published.bytes, as: UTF8.self)
        #expect(Self.edits.count > 110)
        for round in try Self.rounds(Self.edits.map { $0.on(layout) }, on: page) {
            let edited = try round.reduce(page) { try $1.apply($0) }
            if try wiki.faults(of: edited, published: published).isEmpty { continue }
            for edit in round {
                let faults = try wiki.faults(of: edit.apply(page), published: published)
                #expect(faults == [], "\(edit.name)")
            }
            if round.count > 1 { Issue.record("together: \(round.map(\.name))") }
        }
    }

    /// The edits in groups that touch no lines near each other.
    private static func rounds(_ edits: [Edit], on page: String) throws -> [[Edit]] {
        var rounds: [(edits: [Edit], lines: [ClosedRange<Int>])] = []
        for edit in edits {
            let lines = try edit.steps.map { step in
                let range = try #require(page.ranges(of: step.old).last, "“\(step.old)” is not in:\n\(page)")
                let first = page[..<range.lowerBound].count { $0 == "\n" }
                return (first - 4)...(first + 4 + step.old.count { $0 == "\n" })
            }
            let free = rounds.firstIndex { round in
                !round.lines.contains { taken in lines.contains { $0.overlaps(taken) } }
            }
            if let free {
                rounds[free].edits.append(edit)
                rounds[free].lines += lines
            } else {
                rounds.append(([edit], lines))
            }
        }
        return rounds.map(\.edits)
    }

    static let edits: [Edit] = words + links + items + cells + code + paragraphs + headings + several

    private static let words = [
        Edit("a word changed", "Send a request.", "Send one request."),
        Edit("a word added", "Send a request.", "Send a small request."),
        Edit("a word deleted", "A second paragraph, about", "A paragraph, about"),
        Edit("a word moved", "Nothing fails.", "Fails nothing."),
        Edit("a word beside a value changed", "is 40,000 tokens, and", "is 40,000 units, and"),
        Edit("a word before a value", "is 40,000 tokens, and", "is only 40,000 tokens, and"),
        Edit(
            "words around values", "The limit of `org-TEAM` is 40,000 tokens, and",
            "At `org-TEAM`, a limit is 40,000 tokens now, and"),
        Edit(
            "a value moved in its sentence", "The limit of `org-TEAM` is 40,000 tokens, and",
            "40,000 tokens are the limit of `org-TEAM`, and"),
        Edit("a value deleted", "is 40,000 tokens, and", "is low, and"),
        Edit("a value used once more", "Nothing fails.", "Nothing below 40,000 fails."),
        Edit("emphasis added", "Send a request.", "Send *a* request."),
        Edit("emphasis taken away", "about *time* and", "about time and"),
        Edit("strong text changed", "**you need more** of them", "**you want more** of them"),
        Edit("strikethrough changed", "~~cost~~", "~~money~~"),
        Edit("the first word of a text", "Send a request.", "Please send a request."),
        Edit("the last word of a page", "of the cases.", "of the cases, so far."),
        Edit("a sign", "Send a request.", "Send a request!"),
        Edit("a sign that means something", "Nothing fails.", "Nothing fails: `ok` & <https://example.org/>."),
        Edit("braces", "Nothing fails.", "Nothing fails, not even {{name}}."),
        Edit("a word in the summary", "Get more than 40,000 tokens.", "Get many more than 40,000 tokens."),
        Edit("a colon in the summary", "Get more than 40,000 tokens.", "Limits: more than 40,000 tokens."),
        Edit("a word in an alert", "Ask early: it takes", "Ask very early: it takes"),
    ]

    private static let links = [
        Edit("a link’s words", "[the other guide]", "[the second guide]"),
        Edit("a link’s address", "(Request-too-large#step-2)", "(Request-too-large#step-1)"),
        Edit("a link’s address outside", "https://example.org/limits \"Limits\"", "https://example.org/new \"Limits\""),
        Edit("a link’s title", "\"Limits\"", "\"All limits\""),
        Edit("a link deleted", "[the site](https://example.org/limits \"Limits\")", "the site"),
        Edit("a link to a guide deleted", "[the other guide](Request-too-large#step-2)", "the other guide"),
        Edit("a link to a guide", "Nothing fails.", "Nothing fails, see [there](Request-too-large)."),
        Edit("a link to a place of the page", "Nothing fails.", "Nothing fails, see [there](#open)."),
        Edit(
            "a link moved",
            [
                ("See [the other guide](Request-too-large#step-2), or", "See"),
                ("Nothing fails.", "Nothing fails: [the other guide](Request-too-large#step-2)."),
            ]),
        Edit("an image’s words", "![The page of limits]", "![The page of all limits]"),
        Edit("an image deleted", "![The page of limits](images/a/limits.png)\n\n", ""),
        Edit(
            "an image moved",
            [
                ("![The page of limits](images/a/limits.png)\n\n", ""),
                ("Nothing fails.\n", "Nothing fails.\n\n![The page of limits](images/a/limits.png)\n"),
            ]),
        Edit("an image once more", "Nothing fails.\n", "Nothing fails.\n\n![Limits](images/a/limits.png)\n"),
        Edit("an address between angle brackets", "<help@example.org>", "<team@example.org>"),
    ]

    private static let items = [
        Edit("an item changed", "- Region: Europe.", "- Region: Africa."),
        Edit("a first item", "- Model: `gpt`.", "- Account: yours.\n- Model: `gpt`."),
        Edit("an item between", "- Region: Europe.", "- Zone: any.\n- Region: Europe."),
        Edit("a last item", "- Budget of 40,000 tokens.", "- Budget of 40,000 tokens.\n- Anything else."),
        Edit("an item with a value", "- Region: Europe.", "- Region: Europe.\n- At most 40,000."),
        Edit("an item with another sign", "- Region: Europe.", "- Region: Europe.\n- Zone: `b`."),
        Edit("a first item deleted", "- Model: `gpt`.\n", ""),
        Edit("an item deleted", "- Region: Europe.\n", ""),
        Edit("a last item deleted", "- Region: Europe.\n- Budget of 40,000 tokens.", "- Region: Europe."),
        Edit("items moved", "- Model: `gpt`.\n- Region: Europe.", "- Region: Europe.\n- Model: `gpt`."),
        Edit(
            "an item with a value moved", "- Model: `gpt`.\n- Region: Europe.\n- Budget of 40,000 tokens.",
            "- Budget of 40,000 tokens.\n- Model: `gpt`.\n- Region: Europe."),
        Edit("an item below another", "- Region: Europe.", "- Region: Europe.\n  - Or Africa."),
        Edit("a number’s item changed", "2. Choose the region.", "2. Choose a region."),
        Edit(
            "a number’s item added", "2. Choose the region.\n3. Confirm.",
            "2. Choose the region.\n3. Wait.\n4. Confirm."),
        Edit("a number’s item deleted", "2. Choose the region.\n3. Confirm.", "2. Confirm."),
        Edit(
            "numbers’ items moved", "1. Choose the model.\n2. Choose the region.",
            "1. Choose the region.\n2. Choose the model."),
        Edit("a task done", "- [ ] Tell the team.", "- [x] Tell the team."),
        Edit("a task changed", "Tell the team.", "Tell the whole team."),
        Edit("a task added", "- [x] Read the page.", "- [x] Read the page.\n- [ ] Rest."),
        Edit("a task deleted", "- [x] Read the page.\n", ""),
        Edit("an item of a variant changed", "Free: wait a day.", "Free: wait two days."),
        Edit("an item behind a variant", "Paid: wait an hour.", "Paid: wait an hour.\n- All: be patient."),
        Edit("a list added", "Nothing fails.\n", "Nothing fails.\n\n- One.\n- Two.\n"),
        Edit("a list made of a paragraph", "Send a request. Nothing fails.", "- Send a request.\n- Nothing fails."),
    ]

    private static let cells = [
        Edit("a cell changed", "| large | 90 |", "| large | 91 |"),
        Edit("a cell’s words changed", "| large | 90 |", "| huge | 90 |"),
        Edit("a heading cell changed", "| Model | Tokens |", "| Model | All tokens |"),
        Edit("a row added", "| large | 90 |", "| large | 90 |\n| huge | 900 |"),
        Edit("a first row added", "| small | 40,000 |", "| tiny | 1 |\n| small | 40,000 |"),
        Edit("a row deleted", "| large | 90 |\n", ""),
        Edit("a row with a value deleted", "| small | 40,000 |\n", ""),
        Edit("rows moved", "| small | 40,000 |\n| large | 90 |", "| large | 90 |\n| small | 40,000 |"),
        Edit("a cell beside a value", "| small | 40,000 |", "| little | 40,000 |"),
    ]

    private static let code = [
        Edit("code in a line changed", "Model: `gpt`.", "Model: `gpt-2`."),
        Edit("code added", "Nothing fails.", "Nothing fails: `ok`."),
        Edit("code deleted", "- Model: `gpt`.", "- Model: gpt."),
        Edit("a line of code changed", "run --all", "run --some"),
        Edit("a line of code with a value changed", "export LIMIT=40000", "export MOST=40000"),
        Edit("a line of code added", "run --all\n", "run --all\nrun --again\n"),
        Edit("a first line of code added", "export LIMIT=40000", "set -e\nexport LIMIT=40000"),
        Edit("a line of code deleted", "run --all\n", ""),
        Edit("a blank line in code", "export LIMIT=40000\n", "export LIMIT=40000\n\n"),
        Edit("a line of code set in", "\nrun --all", "\n    run --all"),
        Edit("lines of code moved", "export LIMIT=40000\nrun --all", "run --all\nexport LIMIT=40000"),
        Edit("a block of code added", "Nothing fails.\n", "Nothing fails.\n\n```sh\ncurl --head\n```\n"),
        Edit("code with a value beside words", "The limit of `org-TEAM` is", "The top of `org-TEAM` is"),
    ]

    private static let paragraphs = [
        Edit("a paragraph changed", "Send a request. Nothing fails.", "All is well when no request fails."),
        Edit("a paragraph added", "Nothing fails.\n", "Nothing fails.\n\nAsk Léa otherwise.\n"),
        Edit("a first paragraph added", "Send a request.", "First things first.\n\nSend a request."),
        Edit("a paragraph with a value added", "Nothing fails.\n", "Nothing fails.\n\nThe limit is 40,000.\n"),
        Edit("a last paragraph added", "of the cases.\n", "of the cases.\n\nThe end.\n"),
        Edit("a paragraph deleted", "A second paragraph, about *time* and ~~cost~~.\n\n", ""),
        Edit("a first paragraph deleted", "Send a request. Nothing fails.\n\n", ""),
        Edit(
            "paragraphs moved", "Send a request. Nothing fails.\n\nA second paragraph, about *time* and ~~cost~~.",
            "A second paragraph, about *time* and ~~cost~~.\n\nSend a request. Nothing fails."),
        Edit("a paragraph taken apart", "Send a request. Nothing fails.", "Send a request.\n\nNothing fails."),
        Edit("paragraphs joined", "Nothing fails.\n\nA second", "Nothing fails. A second"),
        Edit("a line in a paragraph changed", "The page shows every limit.", "The page shows all limits."),
        Edit("a line added to a paragraph", "The page shows every limit.", "The page shows every limit.\nIt is long."),
        Edit("a line of a paragraph deleted", "\nThe page shows every limit.", ""),
        Edit("an alert added", "Nothing fails.\n", "Nothing fails.\n\n> [!TIP]\n> Be quick.\n"),
        Edit("a line added to an alert", "> Ask early: it takes", "> Really.\n> Ask early: it takes"),
        Edit("a quote added", "Nothing fails.\n", "Nothing fails.\n\n> Well said.\n"),
        Edit("a paragraph in an option", "Fill in the form, then", "Fill in the whole form, then"),
    ]

    private static let byMail =
        "By mail\n\nWrite to <help@example.org>.\n\n- *(Plan: free)* Free: wait a day.\n- *(Plan: paid)* Paid: wait an hour.\n\n"

    private static let headings = [
        Edit("a step’s title", "### 3. Use it", "### 3. Use it well"),
        Edit("the title of a step with an ID", "### 1. Open the page", "### 1. Open this page"),
        Edit("a section’s title", "## Notes", "## More notes"),
        Edit("a section’s title with a line below it", "## Notes", "More notes\n----------"),
        Edit("an option’s title", "By mail\n", "By letter\n"),
        Edit("the title of the option that is advised", "By form (recommended)", "By web form (recommended)"),
        Edit("a step added", "### 3. Use it", "### 3. Wait\n\nA day or two.\n\n### 4. Use it"),
        Edit("a step without a number added", "### 3. Use it", "### Wait\n\nA day or two.\n\n### 3. Use it"),
        Edit("a first step added", "### 1. Open the page", "### 1. Breathe\n\nDeeply.\n\n### 2. Open the page"),
        Edit(
            "a last step added", "- [x] Read the page.\n",
            "- [x] Read the page.\n\n### 4. Rest\n\nFor 40,000 seconds.\n"),
        Edit(
            "an option added", "Write to <help@example.org>.\n",
            "Write to <help@example.org>.\n\n#### Option C: By phone\n\nCall.\n"),
        Edit("a section added", "of the cases.\n", "of the cases.\n\n## Contacts\n\nAsk Léa.\n"),
        Edit("a section added in the middle", "## Notes", "## Contacts\n\nAsk Léa.\n\n## Notes"),
        Edit("a section deleted", "## Notes\n\nLast words on 100% of the cases.\n", ""),
        Edit("a heading below a section", "of the cases.\n", "of the cases.\n\n### Costs\n\nNone.\n"),
        Edit(
            "an option with variants moved",
            [
                (old: "#### Option B: \(byMail)", new: ""),
                (old: "#### Option A: By form", new: "#### Option A: \(byMail)#### Option B: By form"),
            ]),
        Edit("the advice moved", [("By form (recommended)", "By form"), ("By mail\n", "By mail (recommended)\n")]),
        Edit("the advice gone", "By form (recommended)", "By form"),
    ]

    private static let several = [
        Edit(
            "several at once",
            [
                ("Send a request.", "Send one request."), ("- Region: Europe.\n", ""), ("run --all", "run --some"),
                ("### 3. Use it", "### 3. Use it now"),
            ]),
        Edit(
            "other line ends and a word",
            [("Send a request.", "Send one request.\r"), ("| large | 90 |", "| large | 90 |\r")]),
        Edit(
            "another hand and a word",
            [("- Model: `gpt`.\n- Region: Europe.\n- Budget of", "* Model: `gpt`.\n* Region: Asia.\n* Budget of")]),
        Edit(
            "rewrapped with a word", "Sign in with the account of your team.\nThe page shows every limit.",
            "Sign in with the account\nof your own team. The page shows every limit."),
        Edit(
            "a table lined up with a word", "| Model | Tokens |\n| --- | --: |\n| small | 40,000 |\n| large | 90 |",
            "| Model | Tokens |\n| ----- | -----: |\n| small | 40,000 |\n| vast  |     90 |"),
    ]
}
