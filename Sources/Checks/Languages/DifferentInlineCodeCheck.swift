import CommonMark
import Sources

/// Code within the text that differs from the source language's.
struct DifferentInlineCodeCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentInlineCode.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (own, theirs) = (pair.translation.codeSpans, pair.source.codeSpans)
        let (translation, source) = (pair.translation, pair.source)
        let language = source.edition.language.name
        let comparison = CodeComparison(translation, source, as: .script)
        return pair.regionIndices.flatMap { index, otherIndex -> [Diagnostic] in
            // Nearly all are the same, one by one.
            if zip(own[index], theirs[otherIndex]).allSatisfy({ translation.bytes[$0] == source.bytes[$1] }),
                own[index].count == theirs[otherIndex].count
            {
                return []
            }
            let mine = translation.codes(own[index], without: source.codes(theirs[otherIndex]))
            let others = source.codes(theirs[otherIndex], without: translation.codes(own[index]))
            if mine.isEmpty || others.isEmpty { return [] }
            var (surplus, missing) = unsaid(mine, others, pair, (index, otherIndex))
            return surplus.compactMap { code -> Diagnostic? in
                guard !missing.isEmpty else { return nil }
                let nearest = NearestName.nearest(to: code.code, in: missing.map(\.code))
                let other = missing.remove(at: missing.firstIndex { $0.code == nearest } ?? 0)
                guard !comparison.mayBeTranslations(code.range, other.range) else { return nil }
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
        func isJoint(_ index: Int) -> Bool { block.contains(index) && "-./=:@#+$\\&%".utf8.contains(bytes[index]) }
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
            CheckExample(fr: "Un `exemple de code`, de `462 × 147`.", en: "A `code sample`, of `462×147`."),
        ])

    let code: String
    let other: String
    let language: String

    var message: String { "`\(code)` here, and `\(other)` in \(language)" }
    var help: String? { "write the same code in both languages" }
}
