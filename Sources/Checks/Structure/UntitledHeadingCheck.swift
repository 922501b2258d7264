import Guides
import Sources

/// A heading without words.
struct UntitledHeadingCheck: GuideCheck {
    static let problems: [any Problem.Type] = [UntitledHeading.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            edition.document.root.descendants(.heading).filter { $0.plainText.isEmpty }.map { heading in
                let place = edition.file.place(line: max(1, heading.startLine))
                return Diagnostic(UntitledHeading(level: heading.headingLevel), at: place)
            }
        }
    }
}

struct UntitledHeading: Problem {
    static let description = CheckDescription(
        "untitled-heading", .structure,
        summary: "A heading without words.",
        why: "The contents of the page list it as an empty line, and a step without a title is only a number.",
        mending: "Write a title, or remove the heading.",
        faulty: [CheckExample("## Steps\n\n⟦###⟧\n\nText.", "a heading of level 3 without a title")],
        clean: [CheckExample("## Steps\n\n### `make`\n\nText.")])

    let level: Int

    var message: String { "a heading of level \(level) without a title" }
    var help: String? { "write a title after it, or remove it" }
}
