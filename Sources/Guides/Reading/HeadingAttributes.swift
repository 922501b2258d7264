import CommonMark
import Sources

/// What a heading says about itself in braces at its end: `{#ask .recommended}`.
struct HeadingAttributes {
    private(set) var id: String?
    private(set) var isRecommended = false
    /// Words in the braces that mean nothing here.
    private(set) var unknown: [String] = []

    /// Reads the attributes of a heading and takes them out of its text.
    ///
    /// Braces that hold neither an ID nor a class are part of the text.
    static func take(from heading: Node) -> HeadingAttributes? {
        guard let last = heading.lastChild, last.kind == .text, last.withLiteral({ $0.last }) == UInt8(ascii: "}")
        else {
            return nil
        }
        let text = last.withLiteral { Array($0) }
        guard let open = text.lastIndex(of: UInt8(ascii: "{")) else { return nil }
        let words = text[(open + 1)...].dropLast().split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        guard let first = words.first, first.hasPrefix("#") || first.hasPrefix(".") else { return nil }
        var attributes = HeadingAttributes()
        for word in words {
            if word.hasPrefix("#"), attributes.id == nil, isID(word.dropFirst()) {
                attributes.id = String(word.dropFirst())
            } else if word == ".recommended" {
                attributes.isRecommended = true
            } else {
                attributes.unknown.append(word)
            }
        }
        var rest = text[..<open]
        while rest.last == 0x20 { rest.removeLast() }
        last.setLiteral(rest)
        if rest.isEmpty { last.remove() }
        return attributes
    }

    /// An anchor: a lower-case ASCII letter, then letters, digits and dashes. It works in every output and address.
    private static func isID(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, first.isASCIILetter, first >= 0x61 else { return false }
        return text.utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0.isASCIILetter && $0 >= 0x61 }
    }
}
