import Sources

/// A pattern that is not a regular expression.
struct BadPattern: Problem {
    static let description = CheckDescription(
        "bad-pattern", .values, guardsBuild: true,
        summary: "A pattern that is not a regular expression.",
        why: "Nothing could be compared with it.",
        mending: "Close brackets, and put a backslash before signs that are meant as such.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml", "values:\n  a: {type: text, pattern: '⟦[a-z⟧'}\n",
                "this is not a regular expression")
        ],
        clean: [CheckExample(file: "vademecum.yaml", "values:\n  a: {type: text, pattern: '[a-z]+', value: x}\n")])

    var message: String { "this is not a regular expression" }
    var help: String? {
        "look for brackets that are not closed, and put a backslash before signs that are meant as such"
    }
}
