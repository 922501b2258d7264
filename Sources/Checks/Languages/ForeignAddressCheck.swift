import CommonMark
import Foundation
import Guides
import Sources

/// A link that leads into another of the site's languages.
///
/// Much of what documentation links to is there in English alone. So an English address that the English edition has too
/// is a fault only where another link of the guide shows that the host has pages in the language of the text.
struct ForeignAddressCheck: GuideCheck {
    static let problems: [any Problem.Type] = [ForeignAddress.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let tags = context.project.languages.map { String($0.tag.rawValue.prefix { $0 != "-" }) }
        let editions = guide.editions.map { (edition: $0, links: $0.links.filter { $0.target == .external }) }
        return editions.flatMap { edition, links -> [Diagnostic] in
            let own = String(edition.language.tag.rawValue.prefix { $0 != "-" })
            let others = tags.filter { $0 != own }
            if others.isEmpty || links.isEmpty { return [] }
            return links.compactMap { link -> Diagnostic? in
                guard let language = Address(link.url).language(among: others) else { return nil }
                let isShared =
                    language == Self.widest
                    && editions.contains { other in
                        other.edition.language.tag.rawValue.hasPrefix(language)
                            && other.links.contains { $0.url == link.url }
                    }
                if isShared, !links.contains(where: { Self.shows(own, of: $0.url, at: link.url) }) { return nil }
                if Self.announces(language, link.node, in: edition) { return nil }
                return Diagnostic(ForeignAddress(language: language), at: edition.place(of: link.node))
            }
        }
    }

    /// Whether the text says itself that a link leads to a page in another language: in its words, “(EN)” or “en anglais”,
    /// or before them, in the line or the heading that a list stands below.
    private static func announces(_ language: String, _ link: Node, in edition: Edition) -> Bool {
        let name = Locale(identifier: edition.language.tag.rawValue).localizedString(forLanguageCode: language)?
            .lowercased()
        var places = [link.container?.plainText ?? ""]
        var block = link.container
        while let node = block, node.kind != .document {
            if node.kind == .list, let before = node.previous { places.append(before.plainText) }
            var heading = node.previous
            while let before = heading, before.kind != .heading { heading = before.previous }
            if let heading { places.append(heading.plainText) }
            block = node.parent
        }
        return places.contains { text in
            if let name, text.lowercased().contains(name) { return true }
            return text.split { !$0.isLetter && !"()[]".contains($0) }.contains { word in
                let isSigned = word.count == language.count + 2 && "([".contains(word.first ?? " ")
                return isSigned && word.dropFirst().dropLast().lowercased() == language
            }
        }
    }

    /// The language that things are written in which are written in one language.
    private static let widest = "en"

    /// Whether an address is in a language and at the same host as another one.
    private static func shows(_ language: String, of url: String, at other: String) -> Bool {
        func host(_ url: String) -> Substring { url.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" } }
        return host(url) == host(other) && Address(url).language(among: [language]) != nil
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
        clean: [
            CheckExample(
                fr:
                    "Vois [l’article](https://en.example.org/a) (EN), et [un autre](https://en.example.org/b), en anglais."
            ),
            CheckExample(fr: "Ressources en anglais :\n\n- [L’article](https://en.example.org/a)"),
            CheckExample(
                fr: "Vois [CORS](https://en.example.org/wiki/CORS).",
                en: "See [CORS](https://en.example.org/wiki/CORS)."),
            // Told as another link already.
            CheckExample(
                fr: "Vois [la page](https://example.org/fr/limites).",
                en: "See [the page](https://status.test/fr/limits)."),
            CheckExample("See [the guide](https://example.org/en/guide) and [France](https://example.org/free)."),
        ])

    let language: String

    var message: String { "this address is in another language, `\(language)`" }
    var help: String? { "link to the page in the language of this text, or say in the text that it is in another" }
}
