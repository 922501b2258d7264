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
            var surplus = translation.codes(own[index], without: source.codes(theirs[otherIndex]))
            var missing = source.codes(theirs[otherIndex], without: translation.codes(own[index]))
            // Where one language says by a word what the other shows as code, nothing is lost.
            if surplus.isEmpty || missing.isEmpty { return [] }
            surplus.removeAll { source.says($0.code, in: otherIndex) }
            missing.removeAll { translation.says($0.code, in: index) }
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
}

extension EditionText {
    /// A code span, or a stretch of one between two values.
    fileprivate struct CodeSpan {
        let code: String
        let range: Range<Int>
    }

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

    /// Whether a region has some words, whatever they are.
    fileprivate func says(_ code: String, in region: Int) -> Bool {
        let wanted = Array(code.utf8)
        return blocks.contains { $0.region == region && bytes.firstRange(of: wanted, within: $0.range) != nil }
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
                "`make --never` here, and `make --now` in Français")
        ],
        clean: [
            CheckExample(fr: "Lance `make` dans `src`, puis `make`.", en: "In `src`, run `make`."),
            CheckExample(fr: "Écris `votre-nom` ou `Bonjour à tous`.", en: "Write `your-name` or `Hello everybody`."),
            CheckExample(fr: "La valeur `true`.", en: "The value true."),
            CheckExample(fr: "Appelle `send(…)`.", en: "Call `send(...)`."),
            CheckExample(fr: "Un `exemple de code`, de `462 × 147`.", en: "A `code sample`, of `462×147`."),
        ])

    let code: String
    let other: String
    let language: String

    var message: String { "`\(code)` here, and `\(other)` in \(language)" }
    var help: String? { "write the same code in both languages" }
}
