import Sources

/// A file of records that a merge left in conflict.
struct ConflictingRecords: Problem {
    static let description = CheckDescription(
        "conflicting-records", .languages, guardsBuild: true,
        summary: "A translations.yaml that git could not merge.",
        why: "Nobody can tell what it records, or whether any translation of the guide is current.",
        mending: """
            Take the file of either side, and look at what is behind then: only sections that both sides accepted \
            differently are. Compare them, and accept them again.
            """,
        faulty: [
            CheckExample(
                files: [
                    ("fr.md", "Texte."), ("en.md", "Text."),
                    (
                        "translations.yaml",
                        "format: 1\nsource: fr\ntranslations:\n⟦<<<<<<< HEAD⟧\n  en:\n=======\n  en: {}\n>>>>>>> other\n"
                    ),
                ], ["a merge left this file in conflict"])
        ],
        clean: [
            CheckExample(
                files: [
                    ("fr.md", "Texte."), ("en.md", "Text."),
                    ("translations.yaml", "format: 1\nsource: fr\ntranslations:\n"),
                ])
        ])

    let path: String
    let guide: String

    var message: String { "a merge left this file in conflict" }
    var help: String? {
        "take one side, `git checkout --theirs \(path)` or `--ours`; then `vademecum translations status \(guide)` says what to "
            + "compare and accept again"
    }
}
