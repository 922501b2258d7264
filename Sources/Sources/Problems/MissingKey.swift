/// A key that has to be there.
package struct MissingKey: Problem {
    package static let description = CheckDescription(
        "missing-key", .configuration, guardsBuild: true,
        summary: "A key that has to be there.",
        why: "The rest means nothing without it.",
        mending: "Add the key.",
        faulty: [CheckExample(file: "vademecum.yaml", "values:\n  a: ⟦{⟧example: x}\n", "`type` is missing")],
        clean: [CheckExample(file: "vademecum.yaml", "values:\n  a: {type: text, example: x}\n")])

    let key: String

    /// Names the key.
    package init(key: String) { self.key = key }

    package var message: String { "`\(key)` is missing" }
    package var help: String? { "add `\(key): …`" }
}
