import Foundation

/// What a site's own file says that a shortcode shows, `layouts/shortcodes/name.html`: text, arguments, and words of the site.
struct ShortcodeLayout {
    /// The text of a file of the site; nil where there is none.
    let file: (String) -> [String]?
    /// The language of the page.
    let language: String

    /// The longest text that is words, and no part of a page.
    private static let longest = 200

    /// What a reader sees of a tag; nil where it takes a program to tell.
    func words(of tag: Shortcode) -> String? {
        guard !tag.name.contains(".."), let lines = file("/layouts/shortcodes/\(tag.name).html") else { return nil }
        var rest = lines.joined(separator: "\n")[...]
        var text = ""
        while let open = rest.range(of: "{{") {
            guard let close = rest.range(of: "}}", range: open.upperBound..<rest.endIndex) else { return nil }
            text += rest[..<open.lowerBound]
            let action = rest[open.upperBound..<close.lowerBound].trimmingCharacters(in: .init(charactersIn: "- \n"))
            if !action.hasPrefix("/*") {
                guard let words = value(of: action, tag) else { return nil }
                text += words
            }
            rest = rest[close.upperBound...]
        }
        text += rest
        let plain = Self.withoutTags(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return plain.count <= Self.longest ? plain : nil
    }

    /// `.Get 0`, `.Get "name"`, `i18n "key"`, with pipes that change no word.
    private func value(of action: String, _ tag: Shortcode) -> String? {
        let parts = action.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard let first = parts.first,
            parts.dropFirst().allSatisfy({ ["markdownify", "safeHTML", "plainify"].contains($0) })
        else { return nil }
        let words = first.split(separator: " ").map { $0.trimmingCharacters(in: .init(charactersIn: "\"`")) }
        guard words.count == 2 else { return nil }
        switch words[0] {
        case ".Get": return Int(words[1]).map { tag.value(at: $0) ?? "" } ?? tag.text(words[1]) ?? ""
        case "i18n", "T": return translation(of: words[1])
        default: return nil
        }
    }

    /// A word of the site in the page's language, as its file in TOML or YAML has it.
    private func translation(of key: String) -> String? {
        let lines = ["toml", "yaml", "yml"].lazy.compactMap { file("/i18n/\(language).\($0)") }.first ?? []
        for (index, line) in lines.enumerated() {
            let text = line.trimmingCharacters(in: .whitespaces)
            let name = text.trimmingCharacters(in: .init(charactersIn: "[]\"-: ")).replacing("id: ", with: "")
            if name == key {
                for next in lines[(index + 1)...].prefix(4) {
                    let next = next.trimmingCharacters(in: .whitespaces)
                    for start in ["other", "translation", "one"] where next.hasPrefix(start) {
                        return Self.unquoted(next.dropFirst(start.count))
                    }
                    if next.hasPrefix("[") { break }
                }
            }
            for sign in ["=", ":"] where text.hasPrefix("\(key)\(sign)") || text.hasPrefix("\(key) \(sign)") {
                let value = Self.unquoted(text.dropFirst(key.count))
                if !value.isEmpty { return value }
            }
        }
        return nil
    }

    private static func unquoted(_ text: some StringProtocol) -> String {
        text.trimmingCharacters(in: .init(charactersIn: "=: \"'"))
    }

    private static func withoutTags(_ text: String) -> String {
        var words = ""
        var isInTag = false
        for character in text {
            if character == "<" { isInTag = true }
            if !isInTag { words.append(character) }
            if character == ">" { isInTag = false }
        }
        return words
    }
}
