import Sources

/// A sign with another space before it than the language has.
struct SpaceBeforeSignCheck: TextCheck {
    static let problems: [any Problem.Type] = [SpaceBeforeSign.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        let rules = text.edition.language.writing.spaceBefore
        if rules.isEmpty { return [] }
        let prose = Prose(text, in: context)
        let firstBytes = Set(rules.keys.compactMap { String($0).utf8.first })
        return prose.places(of: firstBytes).compactMap { index, block in
            guard let (sign, range) = prose.scalar(at: index, in: block), let space = rules[sign],
                let (before, beforeRange) = prose.scalar(before: index, in: block),
                ends(sign, range, block, prose)
            else { return nil }
            let isSpace = before.isSpaceOfAnyWidth
            let wanted = space.unicodeScalars.first
            if isSpace {
                // The space belongs to a sign before it that has one of its own: `« ? »`.
                guard before != wanted, let last = prose.scalar(before: beforeRange.lowerBound, in: block),
                    text.edition.language.writing.spaceAfter[last.scalar] == nil,
                    !isRatio(beforeRange.lowerBound, range.upperBound, block, prose), prose.governs(index, in: block)
                else { return nil }
                let isBreak = text.isBreak(at: beforeRange.lowerBound)
                // Two spaces in a row: the one that touches the sign is put right, and the other with it.
                let summary = wanted.map { "write \($0.named)" } ?? (isBreak ? "join the lines" : "remove the space")
                let fix =
                    prose.fix(summary, beforeRange, with: space)
                    ?? entityFix(summary, beforeRange, with: space, text)
                return Diagnostic(
                    SpaceBeforeSign(sign: sign, space: wanted, got: isBreak ? "\n" : before, isFixed: fix != nil),
                    at: text.place(beforeRange), fix: fix)
            }
            // Signs in a row, and those in parentheses, are one with what they follow.
            guard let wanted, before != wanted, rules[before] == nil,
                !"([{«“\"'!?.…/-".unicodeScalars.contains(before),
                !isPartOfCode(sign, index, block, prose), prose.governs(index, in: block)
            else { return nil }
            let fix = prose.fix("put \(wanted.named) before it", index..<index, with: space)
            return Diagnostic(
                SpaceBeforeSign(sign: sign, space: wanted, got: nil, isFixed: fix != nil), at: text.place(range),
                fix: fix)
        }
    }

    /// A fix for a space that was written as an entity, `&nbsp;`: the author meant a space that does not break, and gets the
    /// language's own.
    private func entityFix(_ summary: String, _ range: Range<Int>, with space: String, _ text: EditionText) -> Fix? {
        let file = text.edition.file
        let source = text.sourceRange(range)
        guard text.run(at: range.lowerBound)?.kind == .prose,
            Self.entities.contains(String(decoding: file.bytes[source], as: UTF8.self).lowercased())
        else { return nil }
        return Fix(summary, in: file, replacing: source, with: space, keepsTree: true)
    }

    private static let entities: Set<String> = ["&nbsp;", "&#160;", "&#xa0;", "&#8239;", "&#x202f;"]

    /// Whether a sign ends a word rather than being part of one, as in `12:30`, `a?b` and `:)`.
    private func ends(_ sign: Unicode.Scalar, _ range: Range<Int>, _ block: Range<Int>, _ prose: Prose) -> Bool {
        guard let (after, _) = prose.scalar(at: range.upperBound, in: block) else { return true }
        if after.isSpaceOfAnyWidth || "»”\"’!?;.,…".unicodeScalars.contains(after) { return true }
        guard after == ")" else { return false }
        // A smile is no punctuation.
        return sign != ":" && sign != ";"
    }

    /// Whether a sign stands between two numbers, as in `3 : 1` and `12 : 30`.
    private func isRatio(_ start: Int, _ end: Int, _ block: Range<Int>, _ prose: Prose) -> Bool {
        let bytes = prose.text.bytes
        let next = end < block.upperBound && bytes[end] == 0x20 ? end + 1 : end
        return start > block.lowerBound && bytes[start - 1].isASCIIDigit && next < block.upperBound
            && bytes[next].isASCIIDigit
    }

    /// Whether a sign right behind a word is one with it: an emoji's `:tada:`, a footnote's `[^1]:`, an entity that failed,
    /// a word of programs.
    private func isPartOfCode(_ sign: Unicode.Scalar, _ index: Int, _ block: Range<Int>, _ prose: Prose) -> Bool {
        let bytes = prose.text.bytes
        let word = prose.word(before: index, in: block)
        guard let last = bytes[word].last else { return false }
        if sign == ":" {
            if last == UInt8(ascii: "]") { return true }
            var start = index
            while start > word.lowerBound, bytes[start - 1].isShortcodePart { start -= 1 }
            if start < index, start > word.lowerBound, bytes[start - 1] == UInt8(ascii: ":") { return true }
        }
        if sign == ";", bytes[word].contains(UInt8(ascii: "&")) { return true }
        return prose.isCode(word)
    }
}

extension UInt8 {
    /// What an emoji's name between two colons is made of.
    fileprivate var isShortcodePart: Bool { isASCIIAlphanumeric || self.isOne(of: "_+-") }
}

extension EditionText {
    /// Whether a line of the source ends at a place.
    func isBreak(at offset: Int) -> Bool {
        guard case .node(let node, _)? = run(at: offset)?.origin else { return false }
        return node.kind == .softBreak || node.kind == .lineBreak
    }
}

struct SpaceBeforeSign: Problem {
    static let description = CheckDescription(
        "space-before-sign", .typography, .warning,
        summary: "A sign with the wrong space before it for its language, or none where there should be one.",
        why: """
            In French a plain space lets the sign fall to the next line by itself, and none looks like a mistake; in \
            English a space before a colon does. The language's file says what goes where.
            """,
        mending:
            "`--fix` puts the right space in. A language of its own, such as `fr-CH`, may have other rules in its file.",
        faulty: [
            CheckExample(
                fr: "Attends⟦ ⟧! Pourquoi⟦?⟧ Parce que⟦ ⟧: c’est ainsi.",
                "`!` needs a narrow no-break space (U+202F) before it, not a plain space",
                "`?` needs a narrow no-break space (U+202F) before it",
                "`:` needs a no-break space (U+00A0) before it, not a plain space"),
            CheckExample(
                fr: "Clique sur «\u{A0}Oui⟦ ⟧», **puis**⟦ ⟧: rien.",
                "`»` needs a no-break space (U+00A0) before it, not a plain space",
                "`:` needs a no-break space (U+00A0) before it, not a plain space"),
            CheckExample(
                fr: "Attends⟦&nbsp;⟧; ou pars.",
                "`;` needs a narrow no-break space (U+202F) before it, not a no-break space (U+00A0)"),
            CheckExample("Two things⟦ ⟧: this and that.", "no space before `:`"),
            CheckExample(
                fr: "Le port est pris par un autre programme\n⟦:⟧ arrête-le.",
                "`:` needs a no-break space (U+00A0) before it, not a line break"),
        ],
        clean: [
            CheckExample(
                fr: "Attends\u{202F}! Ah\u{202F}?! À 12:30, va sur example.org/a?b:c, `a : b`, {{model}}\u{A0}: (!)"),
            CheckExample("Two things: this and that. At 12:30 :) as in {{model}}: yes! A scale of 1 : 50 and 3 : 1."),
            CheckExample(
                fr: """
                    Elle finit par «\u{A0}?\u{A0}» ou «\u{A0}:\u{A0}».

                    C’est fait :tada: et :+1: pour config.yaml: [^1]: std::x, `a:` et tail(): voir <https://example.org/?>.

                    [![Licence: MIT](form-example.png)](https://example.org)

                    Le message est “what is the name of the account: yours?”, rien d’autre.

                    - Don't:

                    The team must answer three questions: who owns the service; what does it cost?
                    """),
        ])

    let sign: Unicode.Scalar
    /// The space that should be there; nil for none.
    let space: Unicode.Scalar?
    let got: Unicode.Scalar?
    /// Whether `--fix` puts the space in.
    let isFixed: Bool

    var message: String {
        guard let space else { return "no \(got == "\n" ? "line break" : "space") before `\(sign)`" }
        return "`\(sign)` needs \(space.named) before it" + (got.map { ", not \($0.named)" } ?? "")
    }
    var help: String? {
        guard let space, space.value > 0x7F, !isFixed else { return nil }
        return "type the character, or write `&#\(space.value);`"
    }
}
