import Sources

/// A sign with another space before it than the language has.
struct SpaceBeforeSignCheck: TextCheck {
    static let problems: [any Problem.Type] = [SpaceBeforeSign.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        let rules = text.edition.language.writing.spaceBefore
        if rules.isEmpty { return [] }
        let prose = Prose(text: text)
        let firstBytes = Set(rules.keys.compactMap { String($0).utf8.first })
        return prose.places(of: firstBytes).compactMap { index, block in
            guard let (sign, range) = prose.scalar(at: index, in: block), let space = rules[sign],
                let (before, beforeRange) = prose.scalar(before: index, in: block),
                ends(sign, range, block, prose)
            else { return nil }
            let isSpace = before.isSpaceOfAnyWidth
            if space.isEmpty {
                guard isSpace, prose.scalar(before: beforeRange.lowerBound, in: block) != nil else { return nil }
                let fix = prose.fix("remove the space", beforeRange, with: "")
                return Diagnostic(
                    SpaceBeforeSign(sign: sign, space: nil, got: before), at: text.place(beforeRange), fix: fix)
            }
            guard let wanted = space.unicodeScalars.first, before != wanted else { return nil }
            if isSpace {
                // Two spaces in a row: the one that touches the sign is put right, and the other with it.
                let fix = prose.fix("write \(wanted.named)", beforeRange, with: space)
                return Diagnostic(
                    SpaceBeforeSign(sign: sign, space: wanted, got: before), at: text.place(beforeRange), fix: fix)
            }
            // Signs in a row, and those in parentheses, are one with what they follow.
            if rules[before] != nil || "([{«“\"'!?.…/-".unicodeScalars.contains(before) { return nil }
            let fix = prose.fix("put \(wanted.named) before it", index..<index, with: space)
            return Diagnostic(SpaceBeforeSign(sign: sign, space: wanted, got: nil), at: text.place(range), fix: fix)
        }
    }

    /// Whether a sign ends a word rather than being part of one, as in `12:30`, `a?b` and `:)`.
    private func ends(_ sign: Unicode.Scalar, _ range: Range<Int>, _ block: Range<Int>, _ prose: Prose) -> Bool {
        guard let (after, _) = prose.scalar(at: range.upperBound, in: block) else { return true }
        if after.isSpaceOfAnyWidth || "»”\"’!?;.,…".unicodeScalars.contains(after) { return true }
        guard after == ")" else { return false }
        // A smile is no punctuation.
        return sign != ":" && sign != ";"
    }
}

struct SpaceBeforeSign: Problem {
    static let description = CheckDescription(
        "space-before-sign", .typography, .warning,
        summary: "A sign with another space before it than its language has, or none where there should be one.",
        why: """
            In French a plain space lets the sign fall to the next line by itself, and none looks like a mistake; in \
            English a space before a colon does. The language's file says what goes where.
            """,
        mending:
            "`--fix` puts the right space in. A language of its own, such as `fr-CH`, may have other rules in its file.",
        faulty: [
            CheckExample(
                fr: "Attends⟦ ⟧! Pourquoi⟦?⟧ Parce que⟦ ⟧: c’est ainsi.",
                "before `!` stands a narrow no-break space (U+202F), not a plain space",
                "before `?` stands a narrow no-break space (U+202F)",
                "before `:` stands a no-break space (U+00A0), not a plain space"),
            CheckExample(
                fr: "Clique sur «\u{A0}Oui⟦ ⟧», **puis**⟦ ⟧: rien.",
                "before `»` stands a no-break space (U+00A0), not a plain space",
                "before `:` stands a no-break space (U+00A0), not a plain space"),
            CheckExample("Two things⟦ ⟧: this and that.", "no space before `:`"),
        ],
        clean: [
            CheckExample(
                fr: "Attends\u{202F}! Ah\u{202F}?! À 12:30, va sur example.org/a?b:c, `a : b`, {{model}}\u{A0}: (!)"),
            CheckExample("Two things: this and that. At 12:30 :) as in {{model}}: yes!"),
        ])

    let sign: Unicode.Scalar
    /// The space that should be there; nil for none.
    let space: Unicode.Scalar?
    let got: Unicode.Scalar?

    var message: String {
        guard let space else { return "no space before `\(sign)`" }
        return "before `\(sign)` stands \(space.named)" + (got.map { ", not \($0.named)" } ?? "")
    }
}
