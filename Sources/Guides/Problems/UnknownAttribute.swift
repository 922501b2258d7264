import Sources

/// A word in a heading's braces that means nothing.
struct UnknownAttribute: Problem {
    static let description = CheckDescription(
        "unknown-attribute", .structure, guardsBuild: true,
        summary: "A word in a heading's braces that means nothing.",
        why: "An ID with a capital letter, or a mistyped class, would silently be lost.",
        mending: "Write an ID as `{#lower-case}`, and `.recommended` for the option to take.",
        faulty: [
            CheckExample(
                "## Problem\n\n⟦## More {#More}⟧\n\nText.", "`#More` means nothing in a heading's braces"),
            CheckExample(
                "## Steps\n\n⟦### Look {look-there}⟧\n\nText.", "`look-there` means nothing in a heading's braces"),
        ],
        clean: [
            CheckExample("## Problem\n\nText.\n\n## More {#more}\n\nText."),
            CheckExample("## Problem\n\nText.\n\n### Call /users/{id} and `f {x}`\n\nText.\n\n### {x}\n\nText."),
        ])

    let word: String

    var message: String { "`\(word)` means nothing in a heading's braces" }
    var help: String? {
        let rule = "an ID is `#`, a lower-case letter, then lower-case letters, digits and dashes"
        guard let meant else { return "\(rule); the only class is `.recommended`" }
        return word.hasPrefix("#") ? "\(rule): `{\(meant)}`" : "did you mean `{\(meant)}`?"
    }

    /// What was probably meant; nil where nothing can be told.
    var meant: String? {
        if word.hasPrefix(".") { return NearestName.nearest(to: word, in: [".recommended"]) }
        if word.lowercased() == "recommended" { return ".recommended" }
        var id = word.drop { $0 == "#" || $0 == ":" }.lowercased().map { character in
            character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
        }
        while id.last == "-" { id.removeLast() }
        while let first = id.first, first == "-" { id.removeFirst() }
        guard let first = id.first else { return nil }
        return first.isNumber ? "#n-\(String(id))" : "#\(String(id))"
    }
}
