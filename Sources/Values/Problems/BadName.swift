import Sources

/// A name that no placeholder could ask for.
struct BadName: Problem {
    static let description = CheckDescription(
        "bad-name", .values, guardsBuild: true,
        summary: "A value under a name that no placeholder could ask for.",
        why:
            "Names are lower-case letters and digits with dots, so that they work in placeholders and as variables.",
        mending: "Rename it: `limit.current`.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml", "values:\n  ⟦Limit⟧: {type: integer}\n", "`Limit` is not a name for a value")
        ],
        clean: [CheckExample(file: "vademecum.yaml", "values:\n  limit.current2: {type: integer, value: 1}\n")])

    let name: String

    var message: String { "`\(name)` is not a name for a value" }
    var help: String? { "write lower-case letters and digits, with dots between the words: `limit.current`" }
}
