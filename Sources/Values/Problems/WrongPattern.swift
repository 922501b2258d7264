import Sources

/// A value that does not match its pattern: a check of its own, for it is the one that teams suppress by path.
struct WrongPattern: Problem {
    static let description = CheckDescription(
        "wrong-pattern", .values, guardsBuild: true,
        summary: "A value that does not match the pattern of its declaration.",
        why: "It would be shown where another sort of name is expected.",
        mending: "Correct the value, or the pattern.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml",
                "values:\n  org.id: {type: identifier, pattern: 'org-[A-Z]+', example: ⟦organization⟧}\n",
                "`org.id` must match `org-[A-Z]+`; `organization` does not")
        ],
        clean: [
            CheckExample(
                file: "vademecum.yaml",
                "values:\n  org.id: {type: identifier, pattern: 'org-[A-Z]+', example: org-EXAMPLE}\n")
        ])

    let wrongType: WrongType

    var message: String { wrongType.message }
}
