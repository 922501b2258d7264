import Sources

/// Three dots where the language has one sign for them.
struct ThreeDotsCheck: TextCheck {
    static let problems: [any Problem.Type] = [ThreeDots.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        guard let ellipsis = text.edition.language.writing.ellipsis else { return [] }
        let prose = Prose(text, in: context)
        var end = 0
        return prose.places(of: [UInt8(ascii: ".")]).compactMap { index, block in
            guard index >= end else { return nil }
            var stop = index
            while stop < block.upperBound, text.bytes[stop] == UInt8(ascii: ".") { stop += 1 }
            end = stop
            let before = index > block.lowerBound ? text.bytes[index - 1] : 0x20
            let after = stop < block.upperBound ? text.bytes[stop] : 0x20
            // A range of commits, the rest of a list, a call with anything: dots of programs stand between letters, at the
            // beginning of a name, or in brackets behind one.
            guard stop - index == 3, !before.isOne(of: "/\\<{[=,"), !after.isOne(of: "/\\>}]"),
                !after.isASCIIDigit, !(after.isASCIILetter && (before.isSpace || before.isASCIIAlphanumeric)),
                !prose.isCode(prose.word(before: index, in: block)),
                !(before == UInt8(ascii: "(") && index - 1 > block.lowerBound
                    && text.bytes[index - 2].isASCIIAlphanumeric),
                prose.governs(index, in: block)
            else { return nil }
            return Diagnostic(
                ThreeDots(ellipsis: ellipsis), at: text.place(index..<stop),
                fix: prose.fix("write `\(ellipsis)`", index..<stop, with: ellipsis))
        }
    }
}

struct ThreeDots: Problem {
    static let description = CheckDescription(
        "three-dots", .typography, .warning,
        summary: "Three dots where the language has one sign for them.",
        why: "Dots that are three characters can be torn apart at the end of a line, and are read out one by one.",
        mending: "`--fix` writes the sign that the language's file names.",
        faulty: [CheckExample("Wait⟦...⟧ then go on.", "three dots are one sign, `…`")],
        clean: [
            CheckExample(
                "Wait… then go on, from `...` to ../x, .../y and 1...3, main...next, [...], f(...) and ...rest.")
        ])

    let ellipsis: String

    var message: String { "three dots are one sign, `\(ellipsis)`" }
}
