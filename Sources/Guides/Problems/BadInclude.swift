import Sources

/// A snippet that cannot be taken in.
struct BadInclude: Problem {
    enum Fault: Sendable {
        case missing(String, path: String, known: [String])
        case language(String, String, path: String)
        case name(String)
        case circle([String])
        case notAlone
    }

    static let description = CheckDescription(
        "bad-include", .structure, guardsBuild: true,
        summary: "A snippet that cannot be taken in.",
        why: "Readers would miss what it says.",
        mending: """
            Write `<!-- include: shared/name -->` alone on a line, for a snippet that lies in `content/shared` with a file for \
            each language, as `content/shared/name.en.md`.
            """,
        faulty: [
            CheckExample("⟦<!-- include: shared/contact -->⟧", "there is no snippet `shared/contact`"),
            CheckExample("⟦<!-- include: ../secret -->⟧", "`../secret` is no name of a snippet"),
            CheckExample(
                "Ask us ⟦<!-- include: shared/contact -->⟧ first.", "this takes in a snippet in the middle of a text"),
            CheckExample(
                files: [
                    ("en.md", "⟦<!-- include: shared/contact -->⟧"),
                    ("content/shared/contact.fr.md", "Écris-nous.\n"),
                ], ["the snippet `shared/contact` is not written in English"]),
            CheckExample(
                files: [
                    ("en.md", "<!-- include: shared/contact -->"),
                    ("content/shared/contact.en.md", "<!-- include: shared/hours -->\n"),
                    ("content/shared/hours.en.md", "⟦<!-- include: shared/contact -->⟧\n"),
                ], ["a snippet takes in itself: `shared/contact` takes in `shared/hours` takes in `shared/contact`"]),
        ],
        clean: [
            CheckExample(files: [
                ("en.md", "<!-- include: shared/contact -->"), ("content/shared/contact.en.md", "Write to us.\n"),
            ]),
            CheckExample("    <!-- include: shared/contact -->"),
        ])

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .missing(let name, _, _): "there is no snippet `\(name)`"
        case .language(let name, let language, _): "the snippet `\(name)` is not written in \(language)"
        case .name(let name): "`\(name)` is no name of a snippet"
        case .circle(let names):
            "a snippet takes in itself: \(names.map { "`\($0)`" }.joined(separator: " takes in "))"
        case .notAlone: "this takes in a snippet in the middle of a text"
        }
    }

    var help: String? {
        switch fault {
        case .missing(let name, let path, let known):
            NearestName.suggestion(for: name, in: known) ?? "write it in `content/\(path)`"
        case .language(_, _, let path): "write it in `content/\(path)`"
        case .name: "write the path of a file in `content/shared` without its language, `shared/name`"
        case .circle: "take one of these lines out"
        case .notAlone: "put it on a line of its own"
        }
    }
}
