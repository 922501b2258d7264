import Foundation
import Guides
import Rendering
import Sources
import Testing

@testable import Workflows

/// Edits whose place is more than the words that were typed: pictures with a size, links by a value, notes by their numbers, steps
/// that change places, tables that are one value, and what the wiki alone knows.
@Suite struct WikiWholePlaceTests {
    private static let path = "content/a/en.md"

    /// The project with other words in the English text, and a value that is a table.
    private func wiki(
        _ changes: [(old: String, new: String)], flavor: WikiFlavor = .github
    ) -> EditedWiki {
        var wiki = EditedWiki(.pages, flavor: flavor).with(
            "vademecum.yaml", "  wait: {type",
            """
              home: {type: url, value: \"https://example.org/home\", label: {fr: Accueil, en: Home}}
              limits: {type: table, columns: {model: {type: identifier, label: {fr: Modèle, en: Model}}, tpm: {type: integer, label: {fr: Débit, en: Rate}}}, value: [{model: one, tpm: 11}, {model: two, tpm: 22}]}
              wait: {type
            """)
        for change in changes { wiki = wiki.with(Self.path, change.old, change.new) }
        return wiki
    }

    /// What comes of an edit of the page, and of the file.
    private func outcome(
        of wiki: EditedWiki, files: ForeignFiles = .none, _ edit: (String) -> String
    ) throws -> (outcome: PageMerge.Outcome, text: String, page: String, merge: PageMerge) {
        let made = try wiki.wiki()
        let page = try wiki.page(made)
        let text = String(decoding: page.bytes, as: UTF8.self)
        try #require(edit(text) != text, "\(text)")
        let merge = try wiki.merge(edit(text), published: page, into: made)
        let outcome = merge.outcome(files: files)
        let file = outcome.files[Self.path].map { String(decoding: $0, as: UTF8.self) } ?? ""
        return (outcome, file, outcome.page.map { String(decoding: $0, as: UTF8.self) } ?? "", merge)
    }

    private func sentences(_ outcome: PageMerge.Outcome, _ merge: PageMerge) -> [String] {
        outcome.held.compactMap { $0.hold?.sentence(merge.source) }
    }

    @Test func aPicturesSize() throws {
        let picture = wiki([
            ("![The page of limits](limits.png)", "<img src=\"limits.png\" alt=\"Limits\" width=\"320\">")
        ])
        let (outcome, text, _, _) = try outcome(of: picture) { $0.replacing("width=\"320\"", with: "width=\"123\"") }
        #expect(outcome.held.isEmpty)
        #expect(text.contains("<img src=\"limits.png\" alt=\"Limits\" width=\"123\">"))
    }

    @Test func aLinkByAValueMoves() throws {
        let linked = wiki([("The page shows every limit.", "See [the home]({{home}}).")])
        let (outcome, text, _, _) = try outcome(of: linked) {
            $0.replacing("See [the home](https://example.org/home).", with: "See the home.")
                .replacing("Nothing fails.", with: "Nothing fails: [the home](https://example.org/home).")
        }
        #expect(outcome.held.isEmpty)
        #expect(text.contains("See the home.") && text.contains("Nothing fails: [the home]({{home}})."), "\(text)")
    }

    /// A link that leads to a step by its number goes with the step, in whatever way the two are told apart.
    @Test func stepsChangePlaces() throws {
        let linked = wiki([("Last words on", "See [there](#step-2). Last words on")])
        let (outcome, text, _, _) = try outcome(of: linked) { page in
            guard let ask = page.range(of: "<a id=\"step-2\"></a>\n\n### 2. Ask for more"),
                let use = page.range(of: "### 3. Use it"), let end = page.range(of: "## Verification")
            else { return page }
            let (before, after) = (String(page[..<ask.lowerBound]), String(page[end.lowerBound...]))
            let (first, second) = (
                String(page[ask.lowerBound..<use.lowerBound]), String(page[use.lowerBound..<end.lowerBound])
            )
            return [before, second, first, after].joined()
        }
        #expect(outcome.held.isEmpty)
        #expect(text.contains("### Ask for more {#step-2}"), "\(text)")
        #expect(text.ranges(of: "### Use it").count == 1)
    }

    @Test func wordsInThePlaceOfANumber() throws {
        let (outcome, text, _, _) = try outcome(of: wiki([])) {
            $0.replacing("- Budget of 40,000 tokens.", with: "- Budget of some tokens.")
        }
        #expect(outcome.held.isEmpty)
        #expect(text.contains("- Budget of some tokens."))
    }

    /// Its items stand in variants each, and their edges come along.
    @Test func aListOfVariantsMoves() throws {
        let items = "- *(Plan: free)* Free: wait a day.\n- *(Plan: paid)* Paid: wait an hour.\n\n"
        let (outcome, text, _, _) = try outcome(of: wiki([])) {
            $0.replacing(items, with: "").replacing("Send a request.", with: "\(items)Send a request.")
        }
        #expect(outcome.held.isEmpty)
        let variants =
            "<!-- only: plan=free -->\n- Free: wait a day.\n<!-- end -->\n<!-- only: plan=paid -->\n- Paid: wait an hour.\n<!-- end -->"
        #expect(text.contains("## Verification\n\n\(variants)\n\nSend a request."), "\(text)")
        #expect(text.ranges(of: "<!-- end -->").count == 2)
    }

    // MARK: Notes

    private static let notes = [
        ("Nothing fails.", "Nothing fails[^one]."),
        ("and ~~cost~~.", "and ~~cost~~[^two].\n\n[^one]: The first.\n[^two]: The second."),
    ]

    /// `[^1]` is a note of its own where somebody typed one of that name, and not what the page has the number 1 for.
    @Test func aTypedNoteIsNotAnothersNumber() throws {
        let (outcome, text, _, _) = try outcome(of: wiki(Self.notes)) {
            $0.replacing("Last words", with: "Last[^1] words") + "\n[^1]: The third.\n"
        }
        #expect(outcome.held.isEmpty)
        #expect(text.contains("Last[^1] words") && text.contains("[^1]: The third."), "\(text)")
        #expect(text.contains("[^one]: The first."))
    }

    /// When nothing refers to a note any more, publishing gives it no number, and the next one its number.
    @Test func aNoteWithoutAReference() throws {
        let noted = wiki(Self.notes)
        let without = noted.with(Self.path, "Nothing fails[^one].", "Nothing fails.")
        let published = try noted.page(noted.wiki())
        let today = try String(decoding: without.page(without.wiki()).bytes, as: UTF8.self)
        #expect(today.contains("cost~~<sup>1</sup>"), "\(today)")
        let outcome = try noted.merge(today, published: published, into: noted.wiki()).outcome()
        #expect(outcome.held.isEmpty)
        let text = String(decoding: outcome.files[Self.path] ?? [], as: UTF8.self)
        #expect(text.contains("Nothing fails.") && text.contains("~~cost~~[^two]."), "\(text)")
        #expect(text.contains("[^one]: The first.\n[^two]: The second."))
    }

    // MARK: What a wiki knows

    @Test(arguments: ["\n\n> [!TIP]\n> Be quick.", "\n> [!TIP]\n> Be quick."])
    func anAlertOnAWikiWithoutAlerts(typed: String) throws {
        let (outcome, text, page, _) = try outcome(of: wiki([], flavor: .azure)) {
            $0.replacing("Nothing fails.", with: "Nothing fails.\(typed)")
        }
        #expect(outcome.held.isEmpty)
        #expect(text.contains("Nothing fails.\(typed)"), "\(text)")
        #expect(page.contains("> **Tip**\n>\n> Be quick."), "\(page)")
    }

    @Test func theKindOfAnAlertOnAWikiWithoutAlerts() throws {
        let (outcome, text, _, _) = try outcome(of: wiki([], flavor: .azure)) {
            $0.replacing("> **Note**", with: "> [!CAUTION]")
        }
        #expect(outcome.held.isEmpty)
        #expect(text.contains("> [!CAUTION]\n"), "\(text)")
    }

    @Test(arguments: ["[[_TOC_]]", "[[_TOSP_]]"])
    func aSignOfTheWikiStays(sign: String) throws {
        let signed = wiki([])
        let published = try signed.page(signed.wiki())
        let typed = String(decoding: published.bytes, as: UTF8.self).replacing(
            "Nothing fails.", with: "Nothing fails.\n\n\(sign)")
        let outcome = try signed.merge(typed, published: published, into: signed.raised.wiki()).outcome()
        #expect(outcome.isWikisOwn && outcome.held.isEmpty && outcome.files.isEmpty)
        let page = String(decoding: outcome.page ?? [], as: UTF8.self)
        #expect(page.contains("Nothing fails.\n\n\(sign)\n") && page.contains("50,000"))
    }

    @Test(arguments: ["[[Their own]]", "[there](Their-own)", "[there](Their-own#place)"])
    func aLinkToAPageOfTheWikiAlone(link: String) throws {
        let foreign = ForeignFiles(paths: ["Their-own.md"]) { _ in nil }
        let (outcome, text, page, merge) = try outcome(of: wiki([]), files: foreign) {
            $0.replacing("Nothing fails.", with: "Nothing fails \(link).").replacing("Send a", with: "Send one")
        }
        #expect(sentences(outcome, merge).allSatisfy { $0.contains("is no page of the guides") })
        #expect(outcome.held.count == 1)
        #expect(text.contains("Send one request. Nothing fails."), "\(text)")
        #expect(page.contains("Send one request. Nothing fails \(link)."), "\(page)")
    }

    // MARK: Tables

    private static let table = "| Model | Rate |\n| --- | --: |\n| one | 11 |\n| two | 22 |"

    /// The rows of a table that is a value are not the guide’s, and the page keeps all of them as somebody left them.
    @Test(arguments: [
        "| Model | Rate |\n| --- | --: |\n| one | 11 |",
        "| Model | Rate |\n| --- | --: |\n| one | 11 |\n| two | 22 |\n| three | 3 |",
        "| Model | Rate | Old |\n| --- | --: | --- |\n| one | 11 | yes |\n| two | 22 | no |",
        "| Rate | Model |\n| --: | --- |\n| 11 | one |\n| 22 | two |",
        "| Model | Rate |\n| --- | --: |\n| two | 22 |\n| one | 11 |",
        "| Model | Rate |\n| :-: | --: |\n| one | 11 |\n| two | 22 |",
    ])
    func aPartOfATableThatIsAValue(edited: String) throws {
        let (outcome, text, page, merge) = try outcome(of: wiki([("Nothing fails.", "Nothing fails.\n\n{{limits}}")])) {
            $0.replacing(Self.table, with: edited).replacing("Send a", with: "Send the")
        }
        #expect(
            sentences(outcome, merge) == [
                "this is the table or chart `limits`, given in vademecum.yaml:7; change it there"
            ])
        #expect(text.contains("Send the request. Nothing fails.\n\n{{limits}}\n"), "\(text)")
        #expect(page.contains("Nothing fails.\n\n\(edited)\n\n"), "\(page)")
    }

    @Test func aTableThatIsAValueMoves() throws {
        let tabled = wiki([("Nothing fails.", "Nothing fails.\n\n{{limits}}")])
        let (outcome, text, _, _) = try outcome(of: tabled) {
            $0.replacing("\n\n\(Self.table)", with: "").replacing("Last words", with: "\(Self.table)\n\nLast words")
        }
        #expect(outcome.held.isEmpty)
        #expect(text.contains("## Notes\n\n{{limits}}\n\nLast words"), "\(text)")
        #expect(text.ranges(of: "{{limits}}").count == 1)
    }
}
