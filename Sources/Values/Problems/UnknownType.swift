import Sources

/// A type that there is none of.
struct UnknownType: Problem {
    static let description = CheckDescription(
        "unknown-type", .values, guardsBuild: true,
        summary: "A value of a type that does not exist.",
        why: "The type says how a value is read, computed with and shown.",
        mending: "Choose one of the types that the message names.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml", "values:\n  limit: {type: ⟦interger⟧}\n", "no type is called `interger`")
        ],
        clean: [CheckExample(file: "vademecum.yaml", "values:\n  limit: {type: integer, value: 1}\n")])

    let name: String
    let known: [String]

    var message: String { "no type is called `\(name)`" }
    var help: String? {
        NearestName.suggestion(for: name, in: known)
            ?? "the types are \(known.joined(separator: ", "))"
    }
}
