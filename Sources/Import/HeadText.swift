import Sources

/// Writes keys of a head that no page has under `extra:`, with the types that their values have.
enum HeadText {
    /// The lines of front matter; empty where there are no such keys.
    static func extra(_ keys: [(key: String, node: YAMLNode)]) -> String {
        if keys.isEmpty { return "" }
        return "extra:\n" + keys.map { "  \(name($0.key)): \(value($0.node))\n" }.joined()
    }

    private static func name(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0.isTokenPart } && text.utf8.first?.isASCIILetter == true
        return isPlain && !text.isEmpty ? text : text.yamlQuoted
    }

    /// On one line, with lists and mappings in brackets.
    private static func value(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let text):
            if text.isEmpty { return node.isQuotedText ? "\"\"" : "null" }
            // A number or a truth value stays one, and a text of digits between quotes a text.
            return !node.isQuotedText && isPlain(text) ? text : text.yamlQuoted
        case .sequence(let items): return "[\(items.map(value).joined(separator: ", "))]"
        case .mapping(let pairs):
            return "{\(pairs.map { "\(name($0.key.text ?? "")): \(value($0.value))" }.joined(separator: ", "))}"
        }
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, last != 0x20 else { return false }
        return (first.isASCIIAlphanumeric || first >= 0x80)
            && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 >= 0x80 || " -_./+".utf8.contains($0) }
            && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace || $0 == " " }
    }
}
