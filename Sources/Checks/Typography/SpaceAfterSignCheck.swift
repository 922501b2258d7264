import Sources

/// A sign with another space behind it than the language has.
struct SpaceAfterSignCheck: TextCheck {
    static let problems: [any Problem.Type] = [SpaceAfterSign.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        let rules = text.edition.language.writing.spaceAfter
        if rules.isEmpty { return [] }
        let prose = Prose(text, in: context)
        let firstBytes = Set(rules.keys.compactMap { String($0).utf8.first })
        return prose.places(of: firstBytes).compactMap { index, block in
            guard let (sign, range) = prose.scalar(at: index, in: block), let space = rules[sign],
                let wanted = space.unicodeScalars.first,
                let (after, afterRange) = prose.scalar(at: range.upperBound, in: block), after != wanted,
                prose.governs(index, in: block)
            else { return nil }
            if after.isSpaceOfAnyWidth {
                let fix = prose.fix("write \(wanted.named)", afterRange, with: space)
                let got = text.isBreak(at: afterRange.lowerBound) ? "\n" : after
                return Diagnostic(
                    SpaceAfterSign(sign: sign, space: wanted, got: got), at: text.place(afterRange), fix: fix)
            }
            let fix = prose.fix("put \(wanted.named) after it", range, with: String(sign) + space)
            return Diagnostic(SpaceAfterSign(sign: sign, space: wanted, got: nil), at: text.place(range), fix: fix)
        }
    }
}

struct SpaceAfterSign: Problem {
    static let description = CheckDescription(
        "space-after-sign", .typography, .warning,
        summary: "A sign with the wrong space after it for its language: `«` in French.",
        why: "A plain space leaves the sign alone at the end of a line.",
        mending: "`--fix` puts the right space in. The language's file says which it is.",
        faulty: [
            CheckExample(
                fr: "Clique sur «⟦ ⟧Oui\u{A0}».", "`«` needs a no-break space (U+00A0) after it, not a plain space"),
            CheckExample(fr: "Clique sur ⟦«⟧Oui\u{A0}».", "`«` needs a no-break space (U+00A0) after it"),
        ],
        clean: [CheckExample(fr: "Clique sur «\u{A0}Oui\u{A0}», ou tape `«x»`.")])

    let sign: Unicode.Scalar
    let space: Unicode.Scalar
    let got: Unicode.Scalar?

    var message: String {
        "`\(sign)` needs \(space.named) after it" + (got.map { ", not \($0.named)" } ?? "")
    }
}
