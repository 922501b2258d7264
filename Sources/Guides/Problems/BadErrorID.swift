import Sources

/// An `error-id` that cannot stand in an address.
struct BadErrorID: Problem {
    static let description = CheckDescription(
        "bad-error-id", .configuration, guardsBuild: true,
        summary: "An `error-id` that is not made of lower-case letters, digits and dashes.",
        why: "It is part of an address that programs print and people type, and that must be the same everywhere.",
        mending: "Use lower-case letters and digits, with dashes between them, at most 64 characters.",
        faulty: [
            CheckExample(
                files: [
                    ("guide.yaml", "errors: [cannot push]\nsamples: [cannot push]\nerror-id: ⟦Cannot Push⟧\n"),
                    ("en.md", "`{{error}}`"),
                ], ["this cannot be part of an address"])
        ],
        clean: [
            CheckExample(
                files: [
                    ("guide.yaml", "errors: [cannot push]\nsamples: [cannot push]\nerror-id: cannot-push\n"),
                    ("en.md", "`{{error}}`"),
                ])
        ])

    var message: String { "this cannot be part of an address" }
    var help: String? { "use lower-case letters and digits, with dashes between them, at most 64 characters" }
}
