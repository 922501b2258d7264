import CommonMark
import Sources

/// A code block that says something else than in the source language.
struct DifferentCodeCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentCode.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        guard pair.regions.contains(where: { !$0.translation.codeBlocks.isEmpty }) else { return [] }
        let (blocks, others) = (translation.codeBlocks, source.codeBlocks)
        return pair.regions.flatMap { region, other -> [Diagnostic] in
            guard region.codeBlocks.count == other.codeBlocks.count else { return [] }
            return zip(region.codeBlocks, other.codeBlocks).compactMap { block, otherBlock in
                guard let own = blocks[block], let theirs = others[otherBlock],
                    !translation.bytes[own].elementsEqual(source.bytes[theirs]),
                    let syntax = CodeSyntax.named(otherBlock.fenceInfo)
                else { return nil }
                return CodeComparison(translation, source, as: syntax).difference(own, theirs).map {
                    diagnostic($0, in: own, translation, source)
                }
            }
        }
    }

    private func diagnostic(
        _ difference: CodeComparison.Difference, in block: Range<Int>, _ translation: EditionText, _ source: EditionText
    ) -> Diagnostic {
        let language = source.edition.language.name
        let related = difference.other.map {
            [Diagnostic.Related(source.place(source.line(around: $0)), "the line in \(language)")]
        }
        let line = difference.own.map { translation.line(around: $0) }
        return Diagnostic(
            DifferentCode(isMissing: line == nil, language: language),
            at: translation.place(line ?? translation.line(around: translation.lastWord(of: block))),
            related: related ?? [])
    }
}

extension EditionText {
    /// The bytes of every code block.
    fileprivate var codeBlocks: [Node: Range<Int>] {
        var found: [Node: Range<Int>] = [:]
        for block in blocks {
            if let node = block.node, node.kind == .codeBlock { found[node] = block.range }
        }
        return found
    }

    /// The last byte of a block that is no space; its first where there is none.
    fileprivate func lastWord(of block: Range<Int>) -> Range<Int> {
        let last = bytes[block].lastIndex { !$0.isSpace } ?? block.lowerBound
        return last..<min(last + 1, block.upperBound)
    }

    /// The whole line, without the space around it, that some bytes stand in.
    fileprivate func line(around range: Range<Int>) -> Range<Int> {
        let start = bytes[..<range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[range.lowerBound...].firstIndex(of: 0x0A) ?? bytes.count
        let first = bytes[start..<end].firstIndex { !$0.isSpace } ?? start
        return first..<max(first, (bytes[first..<end].lastIndex { !$0.isSpace } ?? first - 1) + 1)
    }
}

struct DifferentCode: Problem {
    static let description = CheckDescription(
        "different-code", .languages, .warning,
        summary: "A code block that differs from the source language's.",
        why: "Commands are the same in every language; one of the two does not work, or does something else.",
        mending:
            """
            Copy the line from the other language. Comments may differ, by the signs of the fence's language, and texts for \
            people: strings of several words, what is printed, the text between tags, code marked as `text`.
            """,
        faulty: [
            CheckExample(
                fr: "```sh\nmake\nmake test --all\n```", en: "```sh\nmake\n⟦make tset --all⟧\n```",
                "this line differs from Français"),
            CheckExample(
                fr: "```sh\nmake\nmake test\n```", en: "```sh\n⟦make⟧\n```", "a line is missing after this one"),
            CheckExample(
                fr: "```js\nif (list.indexOf(x)) alert('Trouvé !') // la liste le contient\n```",
                en: "```js\n⟦if (list.includes(x)) alert('Found!') // the list has it⟧\n```",
                "this line differs from Français"),
            CheckExample(
                fr: "```vue\n<Card :message=\"x\">Bonjour</Card>\n```",
                en: "```vue\n⟦<Card message=\"x\">Hello</Card>⟧\n```", "this line differs from Français"),
            CheckExample(
                fr: "```py\nprint(f\"Encore {count} jours\")\n```", en: "```py\n⟦print(f\"{days} days left\")⟧\n```",
                "this line differs from Français"),
        ],
        clean: [
            CheckExample(fr: "```text\nTrop de requêtes\n```", en: "```text\nToo many requests\n```"),
            CheckExample(
                fr: "```sh\n# Construire\nmake {{limit.current}}\n```",
                en: "```sh\n# Build\nmake {{limit.current}}\n```"),
            CheckExample(
                fr: "```js\nsend(x) // envoyer\nalert('C’est fait.')\n```",
                en: "```js\nsend(x) // send it\nalert('It is done.')\n```"),
            CheckExample(
                fr: "```html\n<!-- le titre -->\n<h1 class=\"a b\">Bonjour</h1>\n```",
                en: "```html\n<!-- the title -->\n<h1 class=\"a b\">Hello</h1>\n```"),
            CheckExample(
                fr: "```html\n<a href=\"https://example.org/fr/guide/\">Le guide</a>\n```",
                en: "```html\n<a href=\"https://example.org/en/guide/\">The guide</a>\n```"),
            CheckExample(
                fr: "```yaml\ntitle: Le guide # de l’équipe\non: [push]\n```",
                en: "```yaml\ntitle: The guide # of the team\non: [push]\n```"),
            CheckExample(fr: "```sql\nSELECT 1 -- un\n```", en: "```sql\nSELECT 1 -- one\n```"),
            CheckExample(fr: "```\ncp <votre fichier> /tmp\n```", en: "```\ncp <your file> /tmp\n```"),
        ])

    let isMissing: Bool
    let language: String

    var message: String {
        isMissing ? "a line is missing after this one" : "this line differs from \(language)"
    }
    var help: String? { "make both the same; comments and texts for people may differ" }
}
