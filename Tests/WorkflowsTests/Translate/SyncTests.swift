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

        init(_ french: String, _ english: String) { (self.french, self.english) = (french, english) }
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
            "<!-- only: plan=free -->\nC’est gratuit : $4.\n<!-- end -->",
            "<!-- only: plan=free -->\nIt is free: $4.\n<!-- end -->"),
    ]

    private struct Generator {
        var state: UInt64

        mutating func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }

        /// What may stand in a slot.
        mutating func filling(_ slot: Int) -> String {
            let number = String(100 + next(8900))
            switch slot {
            case 1, 5: return ["run_\(number)", "--flag=\(number)", "a.b(\(number))"][next(3)]
            case 2: return "https://example.org/\(["limits", "keys"][next(2)])/\(number)?q=\(next(9))"
            case 3, 4: return number
            case 6: return ["limit", "wanted", "used"][next(3)]
            case 7: return ["figure.png", "other.png"][next(2)]
            default: return ["problem", "steps", "step-1"][next(3)]
            }
        }
    }

    /// The slots of each block by itself, so that one thing may be said twice and change once.
    private typealias Text = [(block: Int, slots: [String])]

    private static func text(_ generator: inout Generator) -> Text {
        (0..<(3 + generator.next(5))).map { _ in
            (generator.next(blocks.count), (1...8).map { slot in generator.filling(slot) })
        }
    }

    private static func rendered(_ text: Text, french: Bool) -> String {
        let body = text.map { block, slots -> String in
            var line = french ? blocks[block].french : blocks[block].english
            for slot in 1...8 { line = line.replacing("$\(slot)", with: slots[slot - 1]) }
            return line
        }.joined(separator: "\n\n")
        let (titles, first) =
            french
            ? (["Problème", "Étapes", "Vérification"], "Commencer") : (["Problem", "Steps", "Verification"], "Begin")
        return """
            ---
            title: T
            summary: S.
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
        let edits = try SectionSync("steps", of: before[1], from: before[0], to: after[0]).edits()
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
            for _ in 0...generator.next(2) {
                let index = generator.next(changed.count)
                switch generator.next(5) {
                case 0 where changed.count > 1: changed.remove(at: index)
                case 1 where changed.count > 1:
                    changed.swapAt(index, generator.next(changed.count))
                default:
                    let slot = generator.next(8)
                    changed[index].slots[slot] = generator.filling(slot + 1)
                }
            }
            let (old, new) = (Self.rendered(text, french: true), Self.rendered(changed, french: true))
            let english = Self.rendered(text, french: false)
            do {
                let result = try Self.synced(old, new, english)
                #expect(result == Self.rendered(changed, french: false), "\(seed): \(old)\n→\n\(new)")
            } catch let reason as SectionSync.Reason {
                // Two things that were equal and are not any more cannot be told apart in another language.
                #expect(reason.isDoubt, "\(seed) \(reason): \(old)\n→\n\(new)")
            }
        }
    }

    @Test(arguments: [
        ("Attends 30 secondes.", "Attends 30 minutes.", "Wait for 30 seconds."),
        ("Attends 30 secondes.", "Attends 40 secondes.", "Wait for thirty seconds."),
        ("Attends 30 secondes.", "Attends 30 secondes.\n\nDeux fois.", "Wait for 30 seconds."),
        ("De 5 à 5.", "De 5 à 6.", "From 5 to 5."),
        ("Un.\n\nDeux `a`.", "Un.\n\nDeux `b`.", "One."),
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
