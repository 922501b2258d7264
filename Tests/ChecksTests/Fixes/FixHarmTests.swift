import Checks
import Sources
import TestSupport
import Testing

@testable import Workflows

/// `check --fix` over pages of whatever people write: the tree stays the same but for characters that a finding named, and a
/// second run changes nothing.
@Suite struct FixHarmTests {
    /// What prose holds that is no prose, and what is.
    private static let french = [
        "C’est fait :tada: et :+1: pour tous", "Un rapport de 3 : 1, à 12:30", "Note[^1]", "[^1]: Une note",
        "std::vector et a::b", "Vois [l'aide] ou [l'autre][l'aide]", "[l'aide]: https://example.org/l'aide",
        "[![Licence: MIT](form-example.png)](https://example.org/?a=b)", "<https://example.org/?>",
        "Vois https://example.org/l'a?",
        "`a ?` et config.yaml: oui", "The team must answer: who owns it; what does it cost?", "Pourquoi? Parce que...",
        "Une liste\n: la suite", "Est-ce clair\n?", "> Une citation\n> : la suite", "- Un point\n  : la suite",
        "Il dit «oui» et « non »", "**Attention**: c'est chaud !", "Un texte\\\n: une fin", "A&amp;: et &nbsp;: fin",
        "| a: | b ! |\n|---|---|\n| l'un | ... |", "(voir l'aide ...)", "f(...) et [...] et main...dev",
        "Bonjour... au revoir",
        "Le “what is this: yours?” reste", "{{model}}: un modèle, l'{{model}}", "***l'été***: *fin*!", "C++: oui; non",
        "Un mot :\tune tabulation", "L'`x`: 'y'", "![L'écran : noir](form-example.png)", "Fin ;", "« l'un »: l'autre",
    ]
    private static let english = [
        "Done :tada: and :+1: for all", "A scale of 1 : 50 000", "It's done...", "Two things : this", "See [it's here]",
        "[it's here]: https://example.org", "La page des limites : c'est celle du compte", "Wait\n: stop", "`it's`",
        "a ; b", "Don't!",
    ]

    private struct Generator {
        var state: UInt64

        mutating func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }

        mutating func text(of pieces: [String]) -> String {
            (0..<(2 + next(6))).map { _ in
                let paragraph = (0..<(1 + next(3))).map { _ in pieces[next(pieces.count)] }
                return next(4) == 0 ? "- " + paragraph[0] : paragraph.joined(separator: [". ", "\n", " "][next(3)])
            }.joined(separator: "\n\n")
        }
    }

    @Test(arguments: 0..<60) func `only characters that a finding named change`(_ seed: Int) throws {
        var generator = Generator(state: UInt64(seed) &* 7919 &+ 11)
        let (french, english) = (generator.text(of: Self.french), generator.text(of: Self.english))
        let project = ExampleProject(CheckExample(fr: french, en: english))
        let folder = ProjectFolder(MemoryFiles(project.files))
        let check = ContentCheck(folder, ValueOptions(), CheckOptions())
        // What changes links and titles is no typography, and has tests of its own.
        let named = check.check().diagnostics.filter { $0.fix?.keepsTree == true }
        let plan = FixPlan(named) { project.files[$0] }
        for change in plan.changes {
            let (old, new) = (String(decoding: change.old, as: UTF8.self), String(decoding: change.new, as: UTF8.self))
            #expect(try Self.bare(Outline.of(old)) == Self.bare(Outline.of(new)), "\(seed): \(old)")
            try expectNamed(change, by: named)
        }
        var files = project.files
        for change in plan.changes { files[change.path] = change.new }
        // Fixes that stood in each other's way come with the next look; after a few there is none left.
        let again = ProjectFolder(MemoryFiles(files))
        let writer = FixWriter(again)
        let second = ContentCheck(again, ValueOptions(), CheckOptions())
        _ = writer.mend(second)
        #expect(writer.mend(second).count == 0, "\(seed): \(french) \(english)")
    }

    /// What changed is what findings named, and every byte outside of that is as it was.
    private func expectNamed(_ change: FixPlan.Change, by findings: [Diagnostic]) throws {
        let named = Set(findings.flatMap { $0.fix?.edits ?? [] })
        #expect(Set(change.edits).isSubset(of: named))
        var rebuilt: [UInt8] = []
        var start = 0
        for edit in change.edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            rebuilt += change.old[start..<edit.range.lowerBound] + edit.replacement
            start = edit.range.upperBound
        }
        #expect(rebuilt + change.old[start...] == change.new)
    }

    /// An outline without what typography may change.
    private static func bare(_ outline: String) -> String {
        let plain = outline.replacing("’", with: "'").replacing("…", with: "...").replacing("⏎", with: "")
        return String(plain.filter { !$0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" })
    }
}
