import Guides
import Messages
import Sources

/// `{{error}}` in a guide that has no error pattern.
struct ErrorPlaceholderCheck: GuideCheck {
    static let problems: [any Problem.Type] = [NoErrorPattern.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guard guide.metadata.errors.isEmpty else { return [] }
        return guide.editions.flatMap { edition in
            edition.uses.filter { $0.name == ErrorPattern.placeholder }.map {
                Diagnostic(NoErrorPattern(), at: edition.file.place($0.range))
            }
        }
    }
}

struct NoErrorPattern: Problem {
    static let description = CheckDescription(
        "missing-error-pattern", .values, guardsBuild: true,
        summary: "`{{error}}` in a guide that has no error pattern.",
        why: "There is nothing to print.",
        mending: "Add `errors:` to the guide's guide.yaml.",
        faulty: [CheckExample("You see:\n\n    ⟦{{error}}⟧", "the guide has no error to print")],
        clean: [
            CheckExample(files: [
                ("guide.yaml", "errors: [\"Too many requests\"]\n"), ("en.md", "You see `{{error}}`."),
            ])
        ])

    var message: String { "the guide has no error to print" }
    var help: String? { "add `errors:` to the guide’s guide.yaml" }
}
