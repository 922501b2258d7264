import Sources

/// A word in a heading's braces that means nothing.
struct UnknownAttribute: Problem {
    static let description = CheckDescription(
        "unknown-attribute", .structure, guardsBuild: true,
        summary: "A word in a heading's braces that means nothing.",
        why: "An ID with a capital letter or a mistyped class would be lost without a word.",
        mending: "Write an ID as `{#lower-case}`, and `.recommended` for the option to take.",
        faulty: [
            CheckExample(
                "## Problem\n\n⟦## More {#More}⟧\n\nText.", "`#More` means nothing in a heading's braces")
        ],
        clean: [CheckExample("## Problem\n\nText.\n\n## More {#more}\n\nText.")])

    let word: String

    var message: String { "`\(word)` means nothing in a heading's braces" }
    var help: String? {
        "an ID is `#` and lower-case letters, digits and dashes; the only class is `.recommended`"
    }
}
