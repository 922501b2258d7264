import Sources

/// A value of the wrong type.
struct WrongType: Problem {
    static let description = CheckDescription(
        "wrong-type", .values, guardsBuild: true,
        summary: "A value that its type does not take.",
        why: "What is not a number cannot be computed with, or be written as each language writes numbers.",
        mending: "Write the value as the message says, or declare another type.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml", "values:\n  limit.current: {type: integer, value: ⟦many⟧}\n",
                "`limit.current` takes a whole number such as 40000, not `many`")
        ],
        clean: [CheckExample(file: "vademecum.yaml", "values:\n  limit.current: {type: integer, value: 40000}\n")])

    let name: String
    let error: ValueError
    let isPrivate: Bool

    var message: String {
        // What looks like a key is one that was put in the wrong place.
        let isSecret = isPrivate || KeyFormat.mayStand(in: error.got)
        let got = isSecret ? "what was given" : "`\(Self.shortened(error.got))`"
        return switch error.fault {
        case .type: "`\(name)` takes \(error.type.takes), not \(got)"
        case .pattern(let pattern): "`\(name)` must match `\(pattern)`; \(got) does not"
        case .tooLong: "the text for `\(name)` is longer than \(ValueParser.longestMatched) bytes"
        case .digits: "`\(name)` keeps \(Numbers.mostDigits) digits; \(got) has more"
        case .character(0xFFFD): "the text for `\(name)` holds what is not UTF-8, or U+FFFD, which stands for that"
        case .character(let scalar):
            "the text for `\(name)` holds the character U+\(String(scalar, radix: 16, uppercase: true))"
        }
    }

    private static func shortened(_ text: String) -> String {
        text.count > 60 ? "\(text.prefix(57))…" : text
    }
}
