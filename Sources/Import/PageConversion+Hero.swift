import Sources

/// First pages of VitePress, VuePress and Starlight: what a visitor reads there stands in the head.
extension PageConversion {
    /// The keys of a head that a page's text has said.
    private static let heroKeys: Set = [
        "hero", "features", "layout", "home", "heroImage", "heroText", "tagline", "actionText", "actionLink", "actions",
    ]

    /// Whether a head holds the text of a first page.
    static func hasHero(_ head: [(key: String, node: YAMLNode)]) -> Bool {
        head.contains { ["hero", "heroText"].contains($0.key) }
            || head.contains { $0.key == "features" }
                && head.contains { ["layout", "home"].contains($0.key) && ["home", "true"].contains($0.node.text) }
    }

    /// Whether a page's text says a key of its head.
    static func isOfHero(_ key: String, _ head: [(key: String, node: YAMLNode)]) -> Bool {
        heroKeys.contains(key) && hasHero(head)
    }

    /// What a first page calls itself.
    static func heroTitle(_ head: [(key: String, node: YAMLNode)]) -> String? {
        let hero = head.first { $0.key == "hero" }?.node
        return hero?.words("title") ?? hero?.words("name") ?? head.first { $0.key == "heroText" }?.node.text
    }

    /// The lines that a visitor reads first: claim, picture, links, and what is praised.
    static func hero(_ head: [(key: String, node: YAMLNode)]) -> [String] {
        guard hasHero(head) else { return [] }
        let hero = head.first { $0.key == "hero" }?.node
        func own(_ key: String) -> YAMLNode? { head.first { $0.key == key }?.node }
        var lines: [String] = []
        let name = heroTitle(head) ?? own("title")?.text ?? ""
        if let image = hero?.value("image"), let source = image.text ?? image.words("src") ?? image.words("file") {
            lines += ["![\(image.words("alt") ?? name)](\(source))", ""]
        } else if let source = own("heroImage")?.text {
            lines += ["![\(name)](\(source))", ""]
        }
        for words in [hero?.words("text"), hero?.words("tagline") ?? own("tagline")?.text] {
            if let words, !words.isEmpty { lines += [words, ""] }
        }
        var actions = (hero?.value("actions") ?? own("actions"))?.items.compactMap(link) ?? []
        if let words = own("actionText")?.text, let address = own("actionLink")?.text {
            actions.append("[\(words)](\(address))")
        }
        lines += actions.map { "- \($0)" } + (actions.isEmpty ? [] : [""])
        let features = (own("features") ?? hero?.value("features"))?.items ?? []
        for feature in features {
            guard let title = feature.words("title") else { continue }
            let shown = feature.words("link").map { "[\(title)](\($0))" } ?? title
            lines.append("- **\(shown)**" + (feature.words("details").map { ": \($0)" } ?? ""))
        }
        return lines + (features.isEmpty ? [] : [""])
    }

    private static func link(_ action: YAMLNode) -> String? {
        guard let words = action.words("text") else { return nil }
        return action.words("link").map { "[\(words)](\($0))" } ?? words
    }
}

extension YAMLNode {
    fileprivate func value(_ key: String) -> YAMLNode? {
        guard case .mapping(let pairs) = content else { return nil }
        return pairs.first { $0.key.text == key }?.value
    }

    /// A text on one line.
    fileprivate func words(_ key: String) -> String? {
        value(key)?.text.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
    }

    fileprivate var items: [YAMLNode] {
        if case .sequence(let items) = content { items } else { [] }
    }
}
