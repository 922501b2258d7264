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
            if region.codeBlocks.isEmpty || other.codeBlocks.isEmpty { return [] }
            let isCounted = region.codeBlocks.count == other.codeBlocks.count
            return CodeBlockPairing(region.codeBlocks, other.codeBlocks).pairs.compactMap { match in
                // Where a block is missing, only those that are clearly the same can be compared.
                guard isCounted || match.isSure else { return nil }
                let (block, otherBlock) = (region.codeBlocks[match.own], other.codeBlocks[match.other])
                guard let own = blocks[block], let theirs = others[otherBlock],
                    !translation.bytes[own].elementsEqual(source.bytes[theirs]),
                    var syntax = CodeSyntax.named(otherBlock.fenceInfo)
                else { return nil }
                // Where commands stand behind prompts, the other lines are what a program says.
                if syntax.traits.contains(.words), source.hasPrompt(theirs) { syntax = .unknown }
                let comparison = CodeComparison(translation, source, as: syntax)
                // Names that were translated are looked for only where something differs.
                let difference =
                    comparison.difference(own, theirs) == nil
                    ? comparison.nestingDifference(own, theirs)
                    : comparison.knowingRenames().difference(own, theirs)
                return difference.map {
                    let lines = CodeLineDifference($0, (translation, own), (source, theirs))
                    return diagnostic(lines, in: block, translation, source)
                }
            }
        }
    }

    private func diagnostic(
        _ difference: CodeLineDifference, in block: Node, _ translation: EditionText, _ source: EditionText
    ) -> Diagnostic {
        let language = source.edition.language.name
        let related = difference.other.map {
            [Diagnostic.Related(source.place($0), "the line in \(language)")]
        }
        // A block without a line of its own begins at its fence.
        let place =
            difference.own.isEmpty
            ? translation.edition.file.place(line: max(1, block.startLine)) : translation.place(difference.own)
        return Diagnostic(
            DifferentCode(kind: difference.kind, language: language), at: place, related: related ?? [])
    }
}

extension EditionText {
    /// Whether a line of a block begins with `$ `.
    fileprivate func hasPrompt(_ block: Range<Int>) -> Bool {
        bytes[block].starts(with: "$ ".utf8) || bytes.firstRange(of: Array("\n$ ".utf8), within: block) != nil
    }

    /// The bytes of every code block.
    fileprivate var codeBlocks: [Node: Range<Int>] {
        var found: [Node: Range<Int>] = [:]
        for block in blocks {
            if let node = block.node, node.kind == .codeBlock { found[node] = block.range }
        }
        return found
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
                fr: "```sh\nmake\nmake test\nmake clean\n```", en: "```sh\n⟦make⟧\nmake clean\n```",
                "a line is missing after this one"),
            CheckExample(
                fr: "```sh\nmake\nmake clean\n```", en: "```sh\nmake\n⟦make test\nmake install⟧\nmake clean\n```",
                "Français has none of these 2 lines"),
            CheckExample(
                fr: "```sh\nmake MAX_SIZE=1\n```", en: "```sh\n⟦make max_size=1⟧\n```",
                "this line differs from Français"),
            CheckExample(
                fr: "```sh\n$ lumen start --now\nDémarre Lumen sur le port 8080\n```",
                en: "```sh\n⟦$ lumen start --new⟧\nStarting Lumen on port 8080\n```",
                "this line differs from Français"),
            CheckExample(
                fr: "```none\n||example.org^\n```", en: "```none\n⟦||example.com^⟧\n```",
                "this line differs from Français"),
            CheckExample(
                fr: "```js\nif (list.indexOf(x)) alert('Trouvé !') // la liste le contient\n```",
                en: "```js\n⟦if (list.includes(x)) alert('Found!') // the list has it⟧\n```",
                "this line differs from Français"),
            CheckExample(
                fr: "```astro\n---\n// Le titre\nimport { Image } from 'astro:assets'\n---\n<h1>Bonjour</h1>\n```",
                en:
                    "```astro\n---\n// The title\n⟦import { Image } from 'astro:asset'⟧\n---\n<h1>Hello</h1>\n```",
                "this line differs from Français"),
            CheckExample(
                fr: "```vue\n<Card :message=\"x\">Bonjour</Card>\n```",
                en: "```vue\n⟦<Card message=\"x\">Hello</Card>⟧\n```", "this line differs from Français"),
            // How far a line is from the edge says what it belongs to.
            CheckExample(
                fr: "```yaml\na:\n  b: 1\n  c: 2\n```", en: "```yaml\na:\n  b: 1\n    ⟦c: 2⟧\n```",
                "this line differs from Français"),
            CheckExample(
                fr: "```py\nfor x in y:\n    f(x)\n    g(x)\n```", en: "```py\nfor x in y:\n    f(x)\n⟦g(x)⟧\n```",
                "this line differs from Français"),
            // Other methods, options and words of the language are no translations, however often.
            CheckExample(
                fr: "```js\nif (a.indexOf(x) || b.indexOf(x)) return f(c);\nreturn f(d)\n```",
                en: "```js\n⟦if (a.includes(x) || b.includes(x)) return f(c);⟧\nreturn f(d)\n```",
                "this line differs from Français"),
            CheckExample(
                fr: "```sh\nmake --all a\nmake --all b\n```", en: "```sh\n⟦make --every a⟧\nmake --every b\n```",
                "this line differs from Français"),
            CheckExample(
                fr: "```js\nreturn `Bonjour, ${input.name} !`\n```",
                en: "```js\n⟦return `Hello, ${input.user}!`⟧\n```", "this line differs from Français"),
            CheckExample(
                fr: "```py\nprint(f\"Encore {count} jours\")\n```", en: "```py\n⟦print(f\"{days} days left\")⟧\n```",
                "this line differs from Français"),
        ],
        clean: [
            CheckExample(
                fr: "```yaml\na:\n- b: 1\n  c: 2 # deux\n- d\n```",
                en: "```yaml\na:\n    - b: 1\n      c: 2 # two\n    - d\n```"),
            CheckExample(
                fr: "```\nBonjour,\nIl reste 3 voiles à hisser.\n```",
                en: "```\nHello,\nThere are 3 sails left to hoist.\n```"),
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
            CheckExample(
                fr:
                    "```none\n! Tout bloquer.\n||a^  // Bloqué.\nRéponse sans autorité :\nva à http://127.0.0.1:80\n```",
                en:
                    "```none\n! Block everything.\n||a^  // Blocked.\nNon-authoritative answer:\ngo to http://127.0.0.1:80\n```"
            ),
            CheckExample(
                fr: "```js\nreturn `Bonjour, ${input.name} !`\n```", en: "```js\nreturn `Hello, ${input.name}!`\n```"),
            // The author's own names, wherever they stand.
            CheckExample(
                fr:
                    "```js\nconst chiens = load({ file: 'src/chiens.json', kind: monType })\n```\n\n```json\n{\"chiens\": []}\n```\n\n```js\nnew monType()\n```",
                en:
                    "```js\nconst dogs = load({ file: 'src/dogs.json', kind: myType })\n```\n\n```json\n{\"dogs\": []}\n```\n\n```js\nnew myType()\n```"
            ),
            CheckExample(
                fr: "```sh\n$ lumen start\nDémarre Lumen (v2.1) sur le port 8080\nLe processus 12 s'est arrêté\n```",
                en: "```sh\n$ lumen start\nStarting Lumen (v2.1) on port 8080\nProcess 12 stopped\n```"),
            CheckExample(fr: "```sql\nselect 1\n```", en: "```sql\nSELECT 1\n```"),
            CheckExample(fr: "```sql\nSELECT 1 -- un\n```", en: "```sql\nSELECT 1 -- one\n```"),
            CheckExample(fr: "```\ncp <votre fichier> /tmp\n```", en: "```\ncp <your file> /tmp\n```"),
        ])

    let kind: CodeLineDifference.Kind
    let language: String

    var message: String {
        switch kind {
        case .other: "this line differs from \(language)"
        case .missing: "a line is missing after this one"
        case .missingBefore: "a line is missing before this one"
        case .added(1): "\(language) has no such line"
        case .added(let count): "\(language) has none of these \(count) lines"
        }
    }
    var help: String? { "make both the same; comments and texts for people may differ" }
}
