import Sources

/// A sample whose file is not there.
struct NoSampleFile: Problem {
    static let description = CheckDescription(
        "no-sample-file", .values,
        summary: "A sample of an error whose file is not in the guide's folder, or cannot be read.",
        why: "Nothing is proved by a message that is not there.",
        mending: "Correct the name, or write the message itself: `samples: [\"…\"]`.",
        faulty: [
            CheckExample(
                files: [
                    ("guide.yaml", "errors: [no room]\nsamples: [no room, {file: ⟦gone.txt⟧}]\n"),
                    ("en.md", "`{{error}}`"),
                ], ["the guide’s folder has no `gone.txt`"])
        ],
        clean: [
            CheckExample(
                files: [
                    ("guide.yaml", "errors: [no room]\nsamples: [{file: full.txt}]\n"),
                    ("content/example/full.txt", "12:00 no room\n"), ("en.md", "`{{error}}`"),
                ])
        ])

    let name: String

    var message: String { "the guide’s folder has no `\(name)`" }
    var help: String? { "correct the name, or write the message itself" }
}
