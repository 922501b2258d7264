import Sources
import Values

/// A pair of typewriter's quotation marks where the language has its own.
struct StraightQuoteCheck: TextCheck {
    static let problems: [any Problem.Type] = [StraightQuote.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        guard let quotes = text.edition.language.writing.quotes else { return [] }
        let prose = Prose(text, in: context)
        var found: [Diagnostic] = []
        var places = prose.places(of: [UInt8(ascii: "\"")])[...]
        while let first = places.first {
            let all = places.prefix { $0.block == first.block }.map(\.index)
            places = places.dropFirst(all.count)
            // Of an odd number one is something else, an inch or a mistake: nobody can say which.
            guard all.count.isMultiple(of: 2), !all.contains(where: { isCode(around: $0, first.block, text) }) else {
                continue
            }
            for pair in stride(from: 0, to: all.count, by: 2) {
                if let one = quotation(all[pair], all[pair + 1], first.block, quotes, prose) { found.append(one) }
            }
        }
        return found
    }

    /// Whether a sign of programs stands beside a mark: `{"a": "b"}`, `name="x"`.
    private func isCode(around index: Int, _ block: Range<Int>, _ text: EditionText) -> Bool {
        let before = index > block.lowerBound ? text.bytes[index - 1] : 0x20
        let after = index + 1 < block.upperBound ? text.bytes[index + 1] : 0x20
        return before.isOne(of: "{}=<>\\") || after.isOne(of: "{}=<>\\")
    }

    private func quotation(
        _ open: Int, _ close: Int, _ block: Range<Int>, _ quotes: WritingRules.Quotes, _ prose: Prose
    ) -> Diagnostic? {
        let bytes = prose.text.bytes
        let before = open > block.lowerBound ? bytes[open - 1] : 0x20
        let after = close + 1 < block.upperBound ? bytes[close + 1] : 0x20
        guard close > open + 1, before.isSpace || "([—–".utf8.contains(before) || before >= 0x80,
            !bytes[open + 1].isSpace, !bytes[close - 1].isSpace,
            after.isSpace || after.isASCIIPunctuation || after >= 0x80,
            !prose.isCode(prose.word(before: open, in: block)), prose.governs(open, in: block)
        else { return nil }
        var edits: [Fix.Edit] = []
        for (index, mark) in [(open, quotes.open), (close, quotes.close)] {
            guard let fix = prose.fix("", index..<(index + 1), with: mark) else {
                edits = []
                break
            }
            edits += fix.edits
        }
        let fix = edits.isEmpty ? nil : Fix("write \(quotes.open)…\(quotes.close)", edits: edits, keepsTree: true)
        return Diagnostic(StraightQuote(quotes: quotes), at: prose.text.place(open..<(close + 1)), fix: fix)
    }
}

struct StraightQuote: Problem {
    static let description = CheckDescription(
        "straight-quote", .typography, .warning,
        summary: "A typewriter's quotation marks where the language has its own.",
        why: "Two kinds in one guide look careless.",
        mending: "`--fix` writes the marks that the language's file names. Code stays as it is.",
        faulty: [
            CheckExample("Click ⟦\"Send\"⟧ now.", "the quotation marks are “…”"),
            CheckExample(fr: "Clique sur ⟦\"Oui\"⟧.", "the quotation marks are «\u{A0}…\u{A0}»"),
        ],
        clean: [CheckExample("Click “Send”, write `\"x\"`, a 5\" screen, name=\"x\".\n\nIt is {\"a\": \"b\"}.")])

    let quotes: WritingRules.Quotes

    var message: String { "the quotation marks are \(quotes.open)…\(quotes.close)" }
}
