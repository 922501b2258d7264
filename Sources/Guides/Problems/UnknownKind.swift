import Sources

/// A guide of a kind that has no file.
struct UnknownKind: Problem {
    static let description = CheckDescription(
        "unknown-kind", .configuration, guardsBuild: true,
        summary: "A guide of a kind that has no file in `templates/kinds`.",
        why: "The kind says which sections a guide has; without it, the guide cannot be read.",
        mending: "Write one of the kinds that there are, or add its file.",
        faulty: [
            CheckExample(
                files: [("guide.yaml", "kind: ⟦howto⟧\n"), ("en.md", "Text.")], ["no kind is called `howto`"])
        ],
        clean: [CheckExample(files: [("guide.yaml", "kind: how-to\n"), ("en.md", "Text.")])])

    let name: String
    let known: [String]

    var message: String { "no kind is called `\(name)`" }
    var help: String? { "the kinds are \(known.map { "`\($0)`" }.joined(separator: ", "))" }
}
