import Sources

/// Records of translations that cannot be read, and so are not written over.
struct UnreadableRecords: Problem {
    static let description = CheckDescription(
        "unreadable-records", .commands,
        summary: "A translations.yaml that cannot be read, so that nothing can be added to it.",
        why: "Writing it anew would record everything as current, what is behind included.",
        mending: "Mend the file, or bring an earlier one back from git; the other message says what is wrong with it.")

    let guide: String

    var message: String { "nothing is accepted: what is recorded already cannot be read, and would be lost" }
    var help: String? {
        "fix the file, or restore it with git; to begin anew, remove it, compare the languages, and accept again"
    }
}
