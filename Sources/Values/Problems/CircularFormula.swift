import Sources

/// Formulas that need each other.
struct CircularFormula: Problem {
    static let description = CheckDescription(
        "circular-formula", .values, guardsBuild: true,
        summary: "Formulas that need each other.",
        why: "None of them ever has a result.",
        mending: "Give one of them a `value:` instead of a formula.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml",
                "values:\n  a: {type: integer, formula: ⟦b⟧ + 1}\n  b: {type: integer, formula: a - 1}\n",
                "`a` is computed from itself: a → b → a")
        ],
        clean: [
            CheckExample(
                file: "vademecum.yaml",
                "values:\n  a: {type: integer, formula: b + 1}\n  b: {type: integer, value: 1}\n")
        ])

    let circle: [String]

    var message: String {
        "`\(circle[0])` is computed from itself: " + (circle + [circle[0]]).joined(separator: " → ")
    }
    var help: String? { "give one of them a `value:` instead of a formula" }
}
