import Sources

/// A word under `wiki:` that means nothing.
struct UnknownWikiSetting: Problem {
    static let description = CheckDescription(
        "unknown-wiki-setting", .configuration, guardsBuild: true,
        summary: "A flavour or a layout of wikis that does not exist.",
        why: "Each flavour names pages and writes links in its own way.",
        mending: "Write one of those that the message names.")

    let key: String
    let value: String
    let known: [String]

    var message: String { "`\(value)` is not a \(key) of a wiki" }
    var help: String? {
        NearestName.suggestion(for: value, in: known)
            ?? "write one of \(known.map { "`\($0)`" }.joined(separator: ", "))"
    }
}
