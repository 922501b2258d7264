import Guides
import Sources

/// An image without a text for those who do not see it.
struct MissingAlternativeTextCheck: GuideCheck {
    static let problems: [any Problem.Type] = [MissingAlternativeText.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            edition.links.filter { $0.isImage && $0.node.plainText.allSatisfy(\.isWhitespace) }.map {
                Diagnostic(MissingAlternativeText(), at: edition.place(of: $0.node))
            }
        }
    }
}

struct MissingAlternativeText: Problem {
    static let description = CheckDescription(
        "missing-alternative-text", .links, .warning,
        summary: "An image without a text for those who do not see it.",
        why: "People who listen to the page, or whose images do not load, do not learn what it shows.",
        mending: "Write what the image shows between the brackets: `![The form, filled in](form.png)`.",
        faulty: [CheckExample("⟦![](form-example.png)⟧", "this image has no text for those who do not see it")],
        clean: [CheckExample("![The form, filled in](form-example.png)")])

    var message: String { "this image has no text for those who do not see it" }
    var help: String? { "write between the brackets what it shows" }
}
