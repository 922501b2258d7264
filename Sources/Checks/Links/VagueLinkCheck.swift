import Guides
import Sources

/// A link whose text does not say where it leads.
struct VagueLinkCheck: GuideCheck {
    static let problems: [any Problem.Type] = [VagueLink.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            let vague = edition.language.writing.vagueLinks
            return edition.links.compactMap { link -> Diagnostic? in
                guard !link.isImage else { return nil }
                let text = link.node.plainText
                let words = text.lowercased().drop { !$0.isLetter }
                let bare = words.lastIndex { $0.isLetter }.map { words[...$0] } ?? ""
                let isEmpty = text.allSatisfy(\.isWhitespace) && link.node.firstChild?.kind != .image
                guard isEmpty || !words.isEmpty && vague.contains(String(bare)) else { return nil }
                return Diagnostic(VagueLink(text: isEmpty ? "" : text), at: edition.place(of: link.node))
            }
        }
    }
}

struct VagueLink: Problem {
    static let description = CheckDescription(
        "vague-link", .links, .warning,
        summary: "A link without a text, or with one such as “click here”.",
        why: "People who listen to a list of the page's links hear “here, here, here”.",
        mending: "Make the words that name its target the link.",
        faulty: [
            CheckExample(
                "For the limits, ⟦[click here](https://example.org)⟧.", "“click here” does not say where this leads"),
            CheckExample(
                fr: "Pour les limites, ⟦[Cliquez ici](https://example.org)⟧.",
                "“Cliquez ici” does not say where this leads"),
            CheckExample("The limits: ⟦[](https://example.org)⟧", "this link has no text"),
        ],
        clean: [CheckExample("See the [limits page](https://example.org) and [![The form](form-example.png)](#steps).")]
    )

    let text: String

    var message: String { text.isEmpty ? "this link has no text" : "“\(text)” does not say where this leads" }
    var help: String? { "make the words that name its target the link" }
}
