import Foundation
import Sources
import Values

/// What a head says that is the same in all languages, and stands in `guide.yaml`.
extension PageConversion {
    private static let orders = ["order", "weight", "nav_order", "sidebar_position"]

    /// The lines of `guide.yaml` for a page, by the head of its first language.
    package static func metadata(of draft: Draft) -> String {
        var text = "kind: page\nplaceholders: declared\n"
        if let tags = tags(draft.head) { text += "tags: [\(tags.map(\.yamlText).joined(separator: ", "))]\n" }
        if let order = order(draft.head) { text += "order: \(order)\n" }
        return text
    }

    /// The keys of a head that say neither what a page is called, nor where it was, nor what `guide.yaml` says.
    static func extra(
        _ head: [(key: String, node: YAMLNode)], beside first: [(key: String, node: YAMLNode)]? = nil
    ) -> [(key: String, node: YAMLNode)] {
        head.filter { key, node in
            ![
                "title", "linkTitle", "description", "summary", "excerpt", "aliases", "redirect_from", "permalink",
            ].contains(key)
                && !isOfHero(key, head) && !(orders.contains(key) && order([(key, node)]) != nil)
                && !(key == "tags" && tags(head) != nil && tags(head) == tags(first ?? head))
        }
    }

    /// The tags, where they are a list of words.
    static func tags(_ head: [(key: String, node: YAMLNode)]) -> [String]? {
        guard case .sequence(let items)? = head.first(where: { $0.key == "tags" })?.node.content else { return nil }
        let words = items.compactMap(\.text)
        return words.isEmpty || words.count != items.count ? nil : words
    }

    /// The number that a page is sorted by; Hugo takes 0 for none.
    private static func order(_ head: [(key: String, node: YAMLNode)]) -> String? {
        for (key, node) in head {
            if orders.contains(key), let text = node.text, let number = Double(text), number.isFinite {
                return key == "weight" && number == 0 ? nil : text
            }
            if key == "sidebar", case .mapping(let pairs) = node.content,
                let text = pairs.first(where: { $0.key.text == "order" })?.value.text, Double(text)?.isFinite == true
            {
                return text
            }
        }
        return nil
    }

    /// Whether a head keeps its page from readers.
    static func isDraft(_ head: [(key: String, node: YAMLNode)]) -> Bool {
        head.contains { key, node in
            key == "draft" && node.text == "true" || key == "published" && node.text == "false"
        }
    }
}
