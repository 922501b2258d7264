import Sources

/// A private value that would leave a hole in public pages.
struct MissingExample: Problem {
    static let description = CheckDescription(
        "missing-example", .values, guardsBuild: true,
        summary: "A private value without an example.",
        why: "Public pages show the example in its place, and would have a hole.",
        mending: "Add `example:` to its declaration.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml", "values:\n  ⟦org.id⟧: {type: identifier, private: true}\n",
                "`org.id` is private and has no example")
        ],
        clean: [
            CheckExample(
                file: "vademecum.yaml",
                "values:\n  org.id: {type: identifier, private: true, example: org-XXXX}\n")
        ])

    let name: String

    var message: String { "`\(name)` is private and has no example" }
    var help: String? { "add `example:`, which public pages show in its place" }
}
