import Guides
import Sources
import Values

/// Words that the site's rules want to be others: names written otherwise, and terms to avoid.
struct TermCheck: TextCheck {
    static let problems: [any Problem.Type] = [MisspeltName.self, AvoidedTerm.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        let terms = context.project.configuration.terms
        let writing = text.edition.language.writing
        let names = terms.kept + writing.kept
        let avoided = (terms.avoided[text.edition.language.tag] ?? []) + writing.avoided
        if names.isEmpty, avoided.isEmpty { return [] }
        let words = TermWords(text)
        return misspelt(names, words, text) + self.avoided(avoided, words, Prose(text, in: context))
    }

    /// Names of one word that are written in another case, in two words, or with a dash.
    private func misspelt(_ names: [String], _ words: TermWords, _ text: EditionText) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for name in names where !name.contains(" ") {
            let key = TermWords(of: name).words.map(\.text).joined()
            guard !key.isEmpty else { continue }
            for start in words.words.indices where key.hasPrefix(words.words[start].text) {
                var joined = ""
                var end = start
                while end < words.words.count, joined.count < key.count,
                    words.words[end].block == words.words[start].block
                {
                    joined += words.words[end].text
                    end += 1
                }
                let range = words.words[start].range.lowerBound..<words.words[end - 1].range.upperBound
                let written = String(decoding: text.bytes[range], as: UTF8.self)
                guard joined == key, written != name, !text.isPartOfName(range), !names.contains(written),
                    written.utf8.count <= name.utf8.count + 3
                else { continue }
                let source = text.sourceRange(range)
                let isPlain = text.edition.file.bytes[source].elementsEqual(text.bytes[range])
                let fix =
                    isPlain
                    ? Fix("write “\(name)”", in: text.edition.file, replacing: source, with: name, keepsTree: true)
                    : nil
                found.append(Diagnostic(MisspeltName(written: written, name: name), at: text.place(range), fix: fix))
            }
        }
        return found
    }

    private func avoided(_ rules: [TermRules.Avoided], _ words: TermWords, _ prose: Prose) -> [Diagnostic] {
        rules.flatMap { rule in
            words.places(of: TermWords(of: rule.term)).filter { range in
                let block = prose.text.blocks.first { $0.range.contains(range.lowerBound) }?.range ?? range
                return !prose.text.isPartOfName(range) && prose.governs(range.lowerBound, in: block)
            }.map { range in
                let written = String(decoding: prose.text.bytes[range], as: UTF8.self)
                return Diagnostic(AvoidedTerm(written: written, instead: rule.instead), at: prose.text.place(range))
            }
        }
    }
}

extension EditionText {
    /// Whether some words are a part of an address, a path, or a longer name.
    fileprivate func isPartOfName(_ range: Range<Int>) -> Bool {
        let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
        let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
        let next = range.upperBound + 1 < bytes.count ? bytes[range.upperBound + 1] : 0x20
        if before.isOne(of: "/@_.\\") || after.isOne(of: "/@_\\") { return true }
        return (after == UInt8(ascii: ".") || after == UInt8(ascii: "-")) && next.isASCIIAlphanumeric
    }
}

struct MisspeltName: Problem {
    static let description = CheckDescription(
        "misspelt-name", .languages, .warning,
        summary: "A name of the site's list that is written in another way.",
        why: "Names of products and persons are spelt in one way, and a search finds only that.",
        mending:
            "`--fix` writes it as `terms:` in vademecum.yaml has it, or the language's file under `writing: keep:`.",
        faulty: [
            CheckExample(
                files: [
                    ("vademecum.yaml", "terms: {keep: [OpenAI, GitHub]}\n"),
                    ("en.md", "Ask ⟦Open AI⟧ or ⟦Github⟧."),
                ], ["the name is “OpenAI”, not “Open AI”", "the name is “GitHub”, not “Github”"])
        ],
        clean: [
            CheckExample(
                files: [
                    ("vademecum.yaml", "terms: {keep: [OpenAI, GitHub]}\n"),
                    ("en.md", "Ask OpenAI, see `github` and <https://github.com/openai>."),
                ])
        ])

    let written: String
    let name: String

    var message: String { "the name is “\(name)”, not “\(written)”" }
}

struct AvoidedTerm: Problem {
    static let description = CheckDescription(
        "avoided-term", .languages, .warning,
        summary: "A word that the site's rules avoid.",
        why: "One thing has one name throughout a site, and some words are no help to readers.",
        mending:
            "Say what the message offers. The rules stand under `terms:` in vademecum.yaml, and under `writing:` in the language's file.",
        faulty: [
            CheckExample(
                files: [
                    ("vademecum.yaml", "terms:\n  avoid:\n    en: {utilize: use, token limit: rate limit}\n"),
                    ("en.md", "⟦Utilize⟧ it, and mind the ⟦token limits⟧."),
                ], ["this site does not say “Utilize”", "this site does not say “token limits”"])
        ],
        clean: [
            CheckExample(
                files: [
                    ("vademecum.yaml", "terms:\n  avoid:\n    en: {utilize: use}\n"),
                    ("en.md", "Use it, or `utilize`."),
                ])
        ])

    let written: String
    let instead: String

    var message: String { "this site does not say “\(written)”" }
    var help: String? { instead.isEmpty ? nil : "say “\(instead)”" }
}
