import Foundation
import Guides
import Sources
import TestSupport
import Testing
import Values

@testable import Workflows

/// `translations sync`: what is the same in every language follows its source, byte for byte, and nothing else changes.
@Suite struct SyncTests {
    /// A block in both languages, with slots for what nobody translates.
    private struct Block {
        let french: String
        let english: String
        /// Whether numbers have groups of digits, as each language writes them.
        let isGrouped: Bool

        init(_ french: String, _ english: String, grouped: Bool = false) {
            (self.french, self.english, isGrouped) = (french, english, grouped)
        }
    }

    private static let blocks = [
        Block("Ouvre `$1` puis va sur [la page]($2).", "Go to [the page]($2), then open *`$1`*."),
        Block("Attends $3 secondes, et pas plus de $4.", "Wait for $3 seconds, and for\nno more than $4."),
        // Two lists would be one where nothing stands between them any more.
        Block(
            "- Un point : <$2>\n- Un autre, `$5`\n\nEt voilà.", "* A point: <$2>\n* Another one, `$5`\n\nThat is it."),
        Block("```sh\ncurl $2\nlimits --max $3\n```", "```sh\ncurl $2\nlimits --max $3\n```"),
        Block("Ta limite est de **{{$6}}**, `$1` aussi.", "Your limit is **{{$6}}**, and so is `$1`."),
        Block("> [!NOTE]\n> Vois ![le schéma]($7), à $4 %.", "> [!NOTE]\n> See ![the figure]($7) at $4%."),
        Block("| Clé | Valeur |\n|---|---|\n| `$5` | $3 |", "| Key | Value |\n|---|---|\n| `$5` | $3 |"),
        Block("Vois aussi [l’autre guide](../b/fr.md#$8).", "See [the other guide](../b/en.md#$8) too."),
        Block("### Étape du milieu", "### A step between"),
        Block(
            "<!-- only: plan=$9 -->\nC’est gratuit : $4.\n<!-- end -->",
            "<!-- only: plan=$9 -->\nIt is free: $4.\n<!-- end -->"),
        // Code within a list and a quote has something before each line.
        Block(
            "- Lance :\n\n  ```sh\n  # la commande\n  $1\n  wait $3\n  ```\n\nPuis attends.",
            "*   Run:\n\n    ```sh\n    # the command\n    $1\n    wait $3\n    ```\n\nThen wait."),
        Block("> Comme ici :\n>\n>     $5\n>     next $4", "> As here:\n>\n>     $5\n>     next $4"),
        Block("Il en faut 4$3, soit 1,$4 de plus.", "That takes 4$3, which is 1.$4 more.", grouped: true),
        Block("Vois **[`$5`]($2 \"Titre\")** et `$1`.", "See **[`$5`]($2 'Title')** and `$1`."),
        Block("- [$0] Fait `$1`\n- [ ] À faire\n\nBien.", "- [$0] Done `$1`\n- [ ] To do\n\nGood."),
    ]

    /// What may come without a translator.
    private static let wordless = [
        Block("```sh\n$1 --limit $3\ncurl $2\n```", "```sh\n$1 --limit $3\ncurl $2\n```"),
        Block("![]($7)", "![]($7)"), Block("`$1` = $3", "`$1` = $3"),
        Block("<$2>", "<$2>"),
    ]

    private struct Generator {
        var state: UInt64

        mutating func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }

        /// Slots that nothing asks for.
        let none = Array(repeating: "", count: 10)

        /// What may stand in a slot.
        mutating func filling(_ slot: Int) -> String {
            let number = String(100 + next(8900))
            switch slot {
            case 1, 5: return ["run_\(number)", "--flag=\(number)", "a.b(\(number))"][next(3)]
            case 2: return "https://example.org/\(["limits", "keys"][next(2)])/\(number)?q=\(next(9))"
            case 3, 4: return number
            case 6: return ["limit", "wanted", "used"][next(3)]
            case 7: return ["figure.png", "other.png"][next(2)]
            case 9: return ["free", "paid"][next(2)]
            case 10: return ["x", " "][next(2)]
            default: return ["problem", "steps", "step-1"][next(3)]
            }
        }
    }

    /// The slots of each block by itself, so that one thing may be said twice and change once.
    private typealias Text = [(block: Block, slots: [String])]

    private static func text(_ generator: inout Generator) -> Text {
        (0..<(3 + generator.next(5))).map { _ in
            (blocks[generator.next(blocks.count)], (1...10).map { slot in generator.filling(slot) })
        }
    }

    private static func rendered(_ text: Text, _ title: [String] = ["3", "limit"], french: Bool) -> String {
        let body = text.map { block, slots -> String in
            var line = french ? block.french : block.english
            for slot in 1...9 {
                let group = !block.isGrouped ? "" : slot == 3 ? french ? "\u{202F}" : "," : ""
                let text = slots[slot - 1]
                // 4$3 is a number of five digits.
                line = line.replacing("4$\(slot)", with: "4" + text.prefix(1) + group + text.dropFirst())
                    .replacing("$\(slot)", with: text)
            }
            return line.replacing("$0", with: slots[9])
        }.joined(separator: "\n\n")
        let (titles, first) =
            french
            ? (["Problème", "Étapes", "Vérification"], "Commencer") : (["Problem", "Steps", "Verification"], "Begin")
        return """
            ---
            title: \(french ? "Les" : "The") \(title[0]) \(french ? "étapes" : "steps")
            summary: "\(french ? "Jusqu’à" : "Up to") {{\(title[1])}} !"
            ---

            ## \(titles[0])

            X.

            ## \(titles[1])

            ### \(first)

            \(french ? "Début." : "Start.")

            \(body)

            ## \(titles[2])

            X.

            """
    }

    private static let configuration = """
        title: T
        languages: [fr, en]
        values:
          limit: {type: integer, value: 1}
          wanted: {type: integer, value: 2}
          used: {type: integer, value: 3}
          plan: {type: choice, choices: {free: {fr: gratuit, en: free}, paid: {fr: payant, en: paid}}}

        """

    /// The editions of a guide with these texts.
    private static func editions(_ french: String, _ english: String) throws -> [Edition] {
        let files = [
            "vademecum.yaml": configuration, "content/a/fr.md": french, "content/a/en.md": english,
            "content/a/figure.png": "x", "content/a/other.png": "x",
        ].mapValues { Array($0.utf8) }
        let loaded = try #require(ProjectLoader(ProjectFolder(MemoryFiles(files)), ValueOptions()).load(.guides).value)
        var found: [Diagnostic] = []
        guard let guide = Line(loaded).read(loaded.project.inventory.guides[0], &found) else {
            Issue.record("\(found.map(\.message))")
            return []
        }
        return guide.editions
    }

    /// The English after a change of the French.
    private static func synced(_ old: String, _ new: String, _ english: String) throws -> String {
        let before = try editions(old, english)
        let after = try editions(new, english)
        let edits = try ["front matter", "steps"].flatMap {
            try SectionSync($0, of: before[1], from: before[0], to: after[0]).edits()
        }
        var bytes = Array(english.utf8)
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(edit.range, with: edit.replacement)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: 0..<50) func `what needs no translator follows the source`(_ seed: Int) throws {
        var generator = Generator(state: UInt64(seed) &* 104_729 &+ 3)
        for _ in 0..<20 {
            let text = Self.text(&generator)
            var changed = text
            var title = ["3", "limit"]
            for _ in 0...generator.next(2) {
                let index = generator.next(changed.count)
                switch generator.next(7) {
                case 5: title = [generator.filling(3), generator.filling(6)]
                case 6:
                    let block = Self.wordless[generator.next(Self.wordless.count)]
                    changed.insert((block, (1...10).map { generator.filling($0) }), at: index)
                case 0 where changed.count > 1: changed.remove(at: index)
                case 1 where changed.count > 1:
                    changed.swapAt(index, generator.next(changed.count))
                default:
                    let slot = generator.next(10)
                    changed[index].slots[slot] = generator.filling(slot + 1)
                }
            }
            let (old, new) = (Self.rendered(text, french: true), Self.rendered(changed, title, french: true))
            let english = Self.rendered(text, french: false)
            do {
                let result = try Self.synced(old, new, english)
                #expect(result == Self.rendered(changed, title, french: false), "\(seed): \(old)\n→\n\(new)")
            } catch let reason as SectionSync.Reason {
                // Two things that were equal and are not any more cannot be told apart in another language.
                #expect(reason.isDoubt, "\(seed) \(reason): \(old)\n→\n\(new)")
            }
        }
    }

    /// Items and rows that move, go or come, and what changes in them.
    @Test(arguments: 0..<50) func `items and rows follow the source`(_ seed: Int) throws {
        let words = [("un", "one"), ("deux", "two"), ("trois", "three"), ("quatre", "four"), ("cinq", "five")]
        var generator = Generator(state: UInt64(seed) &* 7_919 &+ 11)
        for _ in 0..<20 {
            typealias Item = (word: (String, String), code: String, number: String)
            var items: [Item] = words.prefix(2 + generator.next(4)).map {
                ($0, generator.filling(1), generator.filling(3))
            }
            let form = generator.next(6)
            func rendered(_ items: [Item], french: Bool) -> String {
                let lines = items.enumerated().map { position, item in
                    let word = french ? item.word.0 : item.word.1
                    return switch form {
                    case 0: "\(french ? "-" : "*") \(word) `\(item.code)` \(item.number)"
                    case 1: "\(position + 1). \(word) \(item.number)\n   `\(item.code)`"
                    case 2: "- \(word)\n\n  ```\n  \(item.code)\n  \(item.number)\n  ```\n"
                    case 3: "| \(word) | `\(item.code)` | \(item.number) |"
                    case 4: "> - \(word) \(item.number)\n>   `\(item.code)`"
                    default: "  \(french ? "-" : "*") \(word): <https://example.org/\(item.number)>"
                    }
                }
                let head = form == 3 ? "| A | B | C |\n|---|---|---|\n" : form == 5 ? "- A\n" : ""
                let list = head + lines.joined(separator: "\n")
                return Self.rendered([(Block(list, list), generator.none)], french: french)
            }
            let (old, english) = (rendered(items, french: true), rendered(items, french: false))
            for _ in 0...generator.next(2) {
                let index = generator.next(items.count)
                switch generator.next(4) {
                case 0 where items.count > 1: items.remove(at: index)
                case 1: items.swapAt(index, generator.next(items.count))
                case 2: items[index].code = generator.filling(1)
                default: items[index].number = generator.filling(3)
                }
            }
            let result = try Self.synced(old, rendered(items, french: true), english)
            #expect(result == rendered(items, french: false), "\(seed) \(form): \(old)")
        }
    }

    @Test(arguments: [
        // A definition that one link refers to; a comment in code that is translated; a line among them.
        (
            "Vois [la page][a].\n\n[a]: https://example.org/a", "Vois [la page][a].\n\n[a]: https://example.net/b",
            "See [the page][p].\n\n[p]: <https://example.org/a>", "See [the page][p].\n\n[p]: <https://example.net/b>"
        ),
        (
            "```sh\n# lance\nrun a\n```", "```bash\n# lance\nexport X=1\nrun b\n```", "```sh\n# run\nrun a\n```",
            "```bash\n# run\nexport X=1\nrun b\n```"
        ),
        ("Plus de 1 000.", "Plus de 40 000,5.", "More than 1,000.", "More than 40,000.5."),
        (
            "Vois <https://example.org/fr/a>.", "Vois <https://example.org/fr/b>.", "See <https://example.org/en/a>.",
            "See <https://example.org/en/b>."
        ),
        ("![x](a-fr.png)", "![x](b-fr.png)", "![x](a-en.png)", "![x](b-en.png)"),
        ("> [!NOTE]\n> Un.", "> [!TIP]\n> Un.", "> [!note]\n> One.", "> [!TIP]\n> One."),
        // Quotes and dashes were set; the address changed as well.
        ("Dis \"a\" - [b](c).", "Dis « a » – [b](d).", "Say “a” – [b](c).", "Say “a” – [b](d)."),
        // Somebody has done it.
        ("Attends 30 s.", "Attends 40 s.", "Wait 40 s.", "Wait 40 s."),
    ]) func `the exact place is found`(_ old: String, _ new: String, _ english: String, _ wanted: String) throws {
        let french = { (body: String) in Self.rendered([], french: true).replacing("Début.", with: body) }
        let text = { (body: String) in Self.rendered([], french: false).replacing("Start.", with: body) }
        #expect(try Self.synced(french(old), french(new), text(english)) == text(wanted))
    }

    @Test(arguments: [
        ("Attends 30 secondes.", "Attends 30 minutes.", "Wait for 30 seconds."),
        ("Attends 30 secondes.", "Attends 40 secondes.", "Wait for thirty seconds."),
        ("Attends 30 secondes.", "Attends 30 secondes.\n\nDeux fois.", "Wait for 30 seconds."),
        ("De 5 à 5.", "De 5 à 6.", "From 5 to 5."),
        ("Un.\n\nDeux `a`.", "Un.\n\nDeux `b`.", "One."),
        ("Un.", "Un.\n\n```sh\n# deux mots\nrun\n```", "One."), ("- a", "- a\n- b", "- a"),
        ("```\na\n```", "```\nb\n```", "```\nc\n```"),
        (
            "[a][x] et [b][x]\n\n[x]: https://a.example", "[a](https://b.example) et [b][x]\n\n[x]: https://a.example",
            "[a][x] and [b][x]\n\n[x]: https://a.example"
        ),
    ]) func `what is not certain is left to a person`(_ old: String, _ new: String, _ english: String) throws {
        let french = { (body: String) in Self.rendered([], french: true).replacing("Début.", with: body) }
        let text = Self.rendered([], french: false).replacing("Start.", with: english)
        #expect(throws: SectionSync.Reason.self) { try Self.synced(french(old), french(new), text) }
    }
}

extension SectionSync.Reason {
    fileprivate var isDoubt: Bool {
        if case .ambiguous = self { return true }
        return false
    }
}
