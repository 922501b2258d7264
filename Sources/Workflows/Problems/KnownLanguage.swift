import Sources

/// A language whose file is to be begun, though the program has it.
struct KnownLanguage: Problem {
    static let description = CheckDescription(
        "known-language", .commands,
        summary: "A language that comes with the program.",
        why: "Its words are all there; a file with the same words would only grow old.",
        mending: "Name it under `languages` in `vademecum.yaml`.")

    let tag: String

    var message: String { "`\(tag)` comes with the program and needs no file" }
    var help: String? {
        "name it under `languages` in vademecum.yaml; to change words, `vademecum templates languages/\(tag).yaml --write`"
    }
}
