import CommonMark
import Sources

/// Code within the text that differs from the source language's.
struct DifferentInlineCodeCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentInlineCode.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (own, theirs) = (pair.translation.codeSpans, pair.source.codeSpans)
        let (translation, source) = (pair.translation, pair.source)
        let language = source.edition.language.name
        var comparison: CodeComparison?
        return pair.regionIndices.flatMap { index, otherIndex -> [Diagnostic] in
            // Nearly all are the same, one by one.
            if zip(own[index], theirs[otherIndex]).allSatisfy({ translation.bytes[$0] == source.bytes[$1] }),
                own[index].count == theirs[otherIndex].count
            {
                return []
            }
            let mine = translation.codes(own[index], without: source.codes(theirs[otherIndex]))
            if mine.isEmpty || theirs[otherIndex].isEmpty { return [] }
            let others = source.codes(theirs[otherIndex], without: translation.codes(own[index]))
            let compared = comparison ?? CodeComparison(translation, source, as: .script).knowingRenames()
            comparison = compared
            var (surplus, missing) = unsaid(mine, others, pair, (index, otherIndex))
            let blocks = CodeInBlocks(pair, (index, otherIndex), own[index], theirs[otherIndex])
            // What stands in the place of another code stands for it, wherever else that is said.
            var found: [(own: CodeSpan, other: CodeSpan)] = []
            surplus.removeAll { code in
                guard let other = blocks.counterpart(of: code, in: mine) else { return false }
                missing.removeAll { $0.code == other.code }
                if !code.isForm(of: other) { found.append((code, other)) }
                return true
            }
            for code in surplus where !missing.isEmpty {
                // What stands elsewhere and is not even alike has nothing to do with it.
                guard let nearest = NearestName.nearest(to: code.code, in: missing.map(\.code)),
                    let index = missing.firstIndex(where: { $0.code == nearest })
                else { continue }
                found.append((code, missing.remove(at: index)))
            }
            return found.sorted { $0.own.range.lowerBound < $1.own.range.lowerBound }.compactMap { code, other in
                guard !compared.mayBeTranslations(code.range, other.range) else { return nil }
                let problem = DifferentInlineCode(code: code.code, other: other.code, language: language)
                return Diagnostic(
                    problem, at: translation.place(code.range),
                    related: [Diagnostic.Related(source.place(other.range), "in \(language)")])
            }
        }
    }

    /// The codes of one language alone that the other does not say by a word or in another code: there nothing is lost.
    private func unsaid(
        _ own: [CodeSpan], _ theirs: [CodeSpan], _ pair: EditionPair, _ regions: (translation: Int, source: Int)
    ) -> (surplus: [CodeSpan], missing: [CodeSpan]) {
        var (surplus, missing) = (own, theirs)
        surplus.removeAll { pair.source.says($0.code, in: regions.source, but: theirs.map(\.code)) }
        let left = surplus.map(\.code)
        let isCompared = own.count * theirs.count <= Self.mostPairs
        // A name that is said elsewhere is meant all the same where it is misspelt.
        missing.removeAll { other in
            !(isCompared && left.contains { Self.isMisspelt($0, other.code) })
                && pair.translation.says(other.code, in: regions.translation, but: left)
        }
        guard isCompared else { return (surplus, missing) }
        // What one language says in short is said; it may still stand for something else that is missing, if nothing
        // else does.
        let short = surplus.filter { code in theirs.contains { code.isForm(of: $0) } }
        missing.removeAll { other in short.contains { $0.isForm(of: other) } }
        return (surplus.filter { code in !short.contains { $0.code == code.code } } + short, missing)
    }

    /// So many pairs of codes of two regions are compared letter by letter.
    private static let mostPairs = 10_000
    /// A longer code is no name, in bytes.
    private static let longestName = 80

    /// Whether a code is another one with a letter or two wrong.
    private static func isMisspelt(_ code: String, _ other: String) -> Bool {
        guard code.utf8.count <= longestName else { return false }
        let most = min(2, code.count / 4)
        return abs(code.utf8.count - other.utf8.count) <= 2 * most
            && NearestName.distance(from: code, to: other) <= most
    }
}

/// The code spans of two regions by the blocks that stand for each other.
private struct CodeInBlocks {
    /// The spans of each block of the translation, and of its counterpart.
    private let pairs: [(own: [CodeSpan], others: [CodeSpan])]

    init(
        _ pair: EditionPair, _ regions: (translation: Int, source: Int), _ own: [Range<Int>], _ theirs: [Range<Int>]
    ) {
        let (translation, source) = (pair.translation, pair.source)
        let counterparts = BlockPairing(translation, regions.translation, source, regions.source).counterparts
        func spans(_ block: Int, _ ranges: [Range<Int>], _ text: EditionText) -> [CodeSpan] {
            text.codes(ranges.filter { text.blocks[block].range.contains($0.lowerBound) })
        }
        pairs = (counterparts ?? [:]).compactMap { otherBlock, block in
            let mine = spans(block, own, translation)
            return mine.isEmpty ? nil : (mine, spans(otherBlock, theirs, source))
        }
    }

    /// What stands in the place of a code that the source says nowhere: of as many codes in the counterpart of its block,
    /// the one at its position.
    ///
    /// - Parameter unknown: all codes that the source does not say.
    func counterpart(of code: CodeSpan, in unknown: [CodeSpan]) -> CodeSpan? {
        guard let pair = pairs.first(where: { $0.own.contains { $0.range == code.range } }),
            pair.own.count == pair.others.count
        else { return nil }
        // In another order only those are compared that the other side lacks.
        let unsaid = pair.own.filter { span in unknown.contains { $0.code == span.code } }
        let missing = pair.others.filter { other in !pair.own.contains { $0.code == other.code } }
        guard unsaid.count == missing.count, let index = unsaid.firstIndex(where: { $0.range == code.range }) else {
            return nil
        }
        return missing[index]
    }
}

/// A code span, or a stretch of one between two values.
private struct CodeSpan {
    let code: String
    let range: Range<Int>

    /// Whether one of two codes is the other in short.
    func isForm(of other: CodeSpan) -> Bool { code.isForm(of: other.code) || other.code.isForm(of: code) }
}

extension EditionText {
    /// The bytes of the code within text, by region.
    fileprivate var codeSpans: [[Range<Int>]] {
        var spans: [[Range<Int>]] = Array(repeating: [], count: regions.count)
        for block in blocks where block.node?.kind != .codeBlock {
            for run in runs[block.runs] where run.kind == .code { spans[block.region].append(run.range) }
        }
        return spans
    }

    fileprivate func codes(_ ranges: [Range<Int>]) -> [CodeSpan] {
        ranges.map { range in
            // What is left out is three dots or one sign for them.
            let code = String(decoding: bytes[range], as: UTF8.self)
            return CodeSpan(code: code.contains("…") ? code.replacing("…", with: "...") : code, range: range)
        }
    }

    /// Those of some spans that others lack, each once.
    fileprivate func codes(_ ranges: [Range<Int>], without others: [CodeSpan]) -> [CodeSpan] {
        if ranges.isEmpty || others.isEmpty { return [] }
        let known = Set(others.map(\.code))
        return codes(ranges).filter { !known.contains($0.code) }.uniqued(by: \.code)
    }

    /// Whether a region says a code: as whole words, or in parts that are codes of their own.
    ///
    /// - Parameter others: codes that have no counterpart; what is but a part of one of these is not said by it.
    fileprivate func says(_ code: String, in region: Int, but others: [String]) -> Bool {
        let blocks = blocks.filter { $0.region == region }
        // A sign alone is in many codes, and no word.
        if code.utf8.allSatisfy(\.isASCIIPunctuation) {
            return blocks.contains { bytes.firstRange(of: Array(code.utf8), within: $0.range) != nil }
        }
        if holds(Array(code.utf8), in: blocks, but: others) { return true }
        let words = code.utf8.split(whereSeparator: \.isSpace)
        return words.count > 1 && words.allSatisfy { isSpan($0, in: blocks) }
    }

    private func holds(_ wanted: [UInt8], in blocks: [Block], but others: [String]) -> Bool {
        blocks.contains { block in
            var start = block.range.lowerBound
            while let found = bytes.firstRange(of: wanted, within: start..<block.range.upperBound) {
                start = found.lowerBound + 1
                guard isWhole(found, in: block.range) else { continue }
                guard let run = run(at: found.lowerBound), run.kind == .code, block.node?.kind != .codeBlock,
                    others.contains(String(decoding: bytes[run.range], as: UTF8.self))
                else { return true }
            }
            return false
        }
    }

    /// Whether a word is a code of its own.
    private func isSpan(_ word: Substring.UTF8View.SubSequence, in blocks: [Block]) -> Bool {
        blocks.contains { block in
            block.node?.kind != .codeBlock
                && runs[block.runs].contains { $0.kind == .code && bytes[$0.range].elementsEqual(word) }
        }
    }

    /// Whether bytes are no part of a longer word or code: `80` of `8080`, `/` of `/tmp`, `x` of `--x`.
    private func isWhole(_ range: Range<Int>, in block: Range<Int>) -> Bool {
        func isWord(_ index: Int) -> Bool {
            guard block.contains(index) else { return false }
            if bytes[index] < 0x80 { return bytes[index].isASCIIAlphanumeric || bytes[index] == UInt8(ascii: "_") }
            // Spaces and quotation marks of several bytes part words.
            let lead = bytes[...index].lastIndex { $0 & 0xC0 != 0x80 } ?? index
            return bytes[lead] != 0xC2 && bytes[lead] != 0xE2
        }
        func isJoint(_ index: Int) -> Bool { block.contains(index) && bytes[index].isOne(of: "-./=:@#+$\\&%") }
        if isWord(range.lowerBound - 1) || isWord(range.upperBound) { return false }
        return !isJoint(range.lowerBound - 1) && !(isJoint(range.upperBound) && isWord(range.upperBound + 1))
    }
}

extension String {
    /// Whether a code is a longer one in short: `sin` for `sin()`, `now` for `--now`, `enabled` for `app.enabled`.
    fileprivate func isForm(of long: String) -> Bool {
        long == self + "()" || long.hasSuffix("." + self) || long.hasPrefix("-") && long.drop { $0 == "-" } == self
    }
}

struct DifferentInlineCode: Problem {
    static let description = CheckDescription(
        "different-inline-code", .languages, .warning,
        summary: "Code within the text that differs from the source language's.",
        why: "An option, a file or a key of that name does not exist, or does something else.",
        mending: "Write the same in both. What is to be translated is not code: put it between quotation marks.",
        faulty: [
            CheckExample(
                fr: "Lance `make --now`.", en: "Run `⟦make --never⟧`.",
                "`make --never` here, and `make --now` in Français"),
            CheckExample(fr: "Par défaut : `8080`.", en: "Default: `⟦80⟧`.", "`80` here, and `8080` in Français"),
            CheckExample(
                fr: "Lance `rm -rf /tmp`.", en: "Run `⟦rm -rf /⟧`.", "`rm -rf /` here, and `rm -rf /tmp` in Français"),
            CheckExample(
                fr: "Lance `make test`.", en: "Run `⟦make⟧`.", "`make` here, and `make test` in Français"),
            CheckExample(
                fr: "`gem` est à `rails` : `gem search -r rails`.",
                en: "`gem` is for `rails`: `⟦rails search -r rails⟧`.",
                "`rails search -r rails` here, and `gem search -r rails` in Français"),
            CheckExample(
                fr: "Règle `MAX_SIZE`, puis `getUser()`.", en: "Set `⟦MAX_size⟧`, then `⟦getuser()⟧`.",
                "`MAX_size` here, and `MAX_SIZE` in Français", "`getuser()` here, and `getUser()` in Français"),
            // What is said elsewhere is missing in its place.
            CheckExample(
                fr: "Appelle la fonction `next()`.\n\nSans `next()`, rien.",
                en: "Call the function `⟦following()⟧`.\n\nWithout `next()`, nothing.",
                "`following()` here, and `next()` in Français"),
            CheckExample(
                fr: "Appelle `suivant()`.", en: "Call `⟦next()⟧`.", "`next()` here, and `suivant()` in Français"),
            CheckExample(
                fr: "| A | B |\n|---|---|\n| `a:router` | `router` |\n| `a:router:x` | `router:x` |",
                en: "| A | B |\n|---|---|\n| `a:router` | `⟦rooter⟧` |\n| `a:router:x` | `⟦rooter:x⟧` |",
                "`rooter` here, and `router` in Français", "`rooter:x` here, and `router:x` in Français"),
            CheckExample(
                files: [
                    ("vademecum.yaml", "placeholders: declared"),
                    ("fr.md", "Lance `git push {{branche}} --force`."),
                    ("en.md", "Run `⟦git push {{branch}} --fierce⟧`."),
                ], ["`git push {{branch}} --fierce` here, and `git push {{branche}} --force` in Français"]),
            CheckExample(
                fr: "Lance `make --verbose`.", en: "Run `⟦make --Verbose⟧`.",
                "`make --Verbose` here, and `make --verbose` in Français"),
            CheckExample(
                fr: "Ajoute `lumen-opentelemetry` :\n\n```\nlumen-opentelemetry\n```",
                en: "Add `⟦lumen-opentelemtry⟧`:\n\n```\nlumen-opentelemetry\n```",
                "`lumen-opentelemtry` here, and `lumen-opentelemetry` in Français"),
        ],
        clean: [
            CheckExample(fr: "Lance `make` dans `src`, puis `make`.", en: "In `src`, run `make`."),
            CheckExample(fr: "Écris `votre-nom` ou `Bonjour à tous`.", en: "Write `your-name` or `Hello everybody`."),
            CheckExample(fr: "La valeur `true`.", en: "The value true."),
            CheckExample(fr: "Le champ `Nom`, ou `Name`.", en: "The field `Name`, or `name`."),
            CheckExample(fr: "Envoie `GET /users`.", en: "Send `GET` to `/users`."),
            CheckExample(
                fr: "Appelle `sin`, règle `app.enabled`, `--now` et `ri List#méthode`.",
                en: "Call `sin()`, set `enabled`, `now` and `ri List#some_method`."),
            CheckExample(fr: "Appelle `send(…)`.", en: "Call `send(...)`."),
            // What is put in the place of a name, and the edition for a language.
            CheckExample(files: [
                ("vademecum.yaml", "placeholders: declared"),
                (
                    "fr.md",
                    "Lance `cp {{[-r|--recursive]}} {{chemin/vers/dossier1}} {{...}}` ou `git push <nom-du-depot>`."
                ),
                ("en.md", "Run `cp {{[-r|--recursive]}} {{path/to/directory1}} {{...}}` or `git push <name-of-repo>`."),
            ]),
            CheckExample(fr: "Comme `/fr/guides/markdown`.", en: "As in `/en/guides/markdown`."),
            // A name that was translated wherever code has it.
            CheckExample(
                fr: "La collection `chiens`.\n\n```js\nconst chiens = load('src/chiens.json')\n```",
                en: "The collection `dogs`.\n\n```js\nconst dogs = load('src/dogs.json')\n```"),
            CheckExample(fr: "Un `exemple de code`, de `462 × 147`.", en: "A `code sample`, of `462×147`."),
        ])

    let code: String
    let other: String
    let language: String

    var message: String { "`\(code)` here, and `\(other)` in \(language)" }
    var help: String? { "write the same code in both languages" }
}
