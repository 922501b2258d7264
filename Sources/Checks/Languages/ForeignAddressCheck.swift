import Guides
import Sources

/// A link that leads into another of the site's languages.
struct ForeignAddressCheck: TextCheck {
    static let problems: [any Problem.Type] = [ForeignAddress.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        let own = text.edition.language.tag.rawValue.prefix { $0 != "-" }
        let others = context.project.languages.map { String($0.tag.rawValue.prefix { $0 != "-" }) }.filter { $0 != own }
        if others.isEmpty { return [] }
        return text.edition.links.compactMap { link -> Diagnostic? in
            guard link.target == .external, let language = Address(link.url).language(among: others) else { return nil }
            return Diagnostic(ForeignAddress(language: language), at: text.edition.place(of: link.node))
        }
    }
}

struct ForeignAddress: Problem {
    static let description = CheckDescription(
        "foreign-address", .languages, .warning,
        summary: "A link whose address is in another of the site's languages.",
        why: "Readers land on a page that they may not be able to read, though it exists in their language.",
        mending: "Link to the page in the language of the text, or say in the text that it is in another.",
        faulty: [
            CheckExample(
                "See ⟦[the guide](https://example.org/fr/guide)⟧.", "this address is in another language, `fr`"),
            CheckExample(
                fr: "Vois ⟦[l’article](https://en.example.org/a?x=1)⟧.", "this address is in another language, `en`"),
        ],
        clean: [CheckExample("See [the guide](https://example.org/en/guide) and [France](https://example.org/free).")])

    let language: String

    var message: String { "this address is in another language, `\(language)`" }
    var help: String? { "link to the page in the language of this text" }
}
