import Sources

/// A guide without records of its translations, where other guides have them.
struct MissingRecords: Problem {
    static let description = CheckDescription(
        "missing-records", .languages,
        summary: "A guide that has translations and no translations.yaml, where other guides have one.",
        why: "The file was left out of a commit, or lost; when the source changes, nobody will be told.",
        mending:
            "Bring the file back from git, or compare the guide's languages and run `vademecum translations accept`.",
        faulty: [
            CheckExample(
                files: [("fr.md", "Texte."), ("en.md", "Text.")],
                ["the guide has no translations.yaml, and others have one"])
        ],
        clean: [
            CheckExample(
                files: [
                    ("fr.md", "Texte."), ("en.md", "Text."),
                    ("translations.yaml", "format: 1\nsource: fr\ntranslations:\n"),
                ])
        ])

    let guide: String

    var message: String { "the guide has no translations.yaml, and others have one" }
    var help: String? {
        "bring it back from git; or, if the translations are current, run `vademecum translations accept \(guide)` and commit it"
    }
}
