import Sources

/// A typewriter's apostrophe between letters.
struct StraightApostropheCheck: TextCheck {
    static let problems: [any Problem.Type] = [StraightApostrophe.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        guard let apostrophe = text.edition.language.writing.apostrophe else { return [] }
        let prose = Prose(text, in: context)
        return prose.places(of: [UInt8(ascii: "'")]).compactMap { index, block in
            guard index > block.lowerBound, index + 1 < block.upperBound,
                prose.scalar(before: index, in: block)?.scalar.properties.isAlphabetic == true,
                prose.scalar(at: index + 1, in: block)?.scalar.properties.isAlphabetic == true,
                text.run(at: index - 1)?.kind == .prose, !prose.isCode(prose.word(before: index, in: block)),
                prose.governs(index, in: block)
            else { return nil }
            let range = index..<(index + 1)
            return Diagnostic(
                StraightApostrophe(apostrophe: apostrophe), at: text.place(range),
                fix: prose.fix("write `\(apostrophe)`", range, with: apostrophe))
        }
    }
}

struct StraightApostrophe: Problem {
    static let description = CheckDescription(
        "straight-apostrophe", .typography, .warning,
        summary: "A typewriter's apostrophe between letters.",
        why: "Both signs in one guide look careless, and a search for the one does not find the other.",
        mending: "`--fix` writes the apostrophe that the language's file names.",
        faulty: [
            CheckExample(fr: "C⟦'⟧est l⟦'⟧**erreur**.", "the apostrophe is `’`", "the apostrophe is `’`"),
            CheckExample("It doesn⟦'⟧t work.", "the apostrophe is `’`"),
        ],
        clean: [
            CheckExample("It doesn’t; `don't` and 'quoted' stay, like {{model}}'s."),
            CheckExample(fr: "L’été d’`l'x`, <https://example.org/l'a> et example.org/l'a."),
        ])

    let apostrophe: String

    var message: String { "the apostrophe is `\(apostrophe)`" }
}
