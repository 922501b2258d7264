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
    /// Braces that hold neither an ID nor a class are part of the text, but for a single word that could be an ID: behind
    /// a space, at the end of a title, the sign was forgotten.
    ///
    /// - Parameter guesses: whether such a word counts.
    static func take(from heading: Node, guesses: Bool = true) -> HeadingAttributes? {
        guard let last = heading.lastChild, last.kind == .text, last.withLiteral({ $0.last }) == UInt8(ascii: "}")
        else {
            return nil
        }
        let text = last.withLiteral { Array($0) }
        guard let open = text.lastIndex(of: UInt8(ascii: "{")) else { return nil }
        let words = text[(open + 1)...].dropLast().split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        guard let first = words.first,
            first.hasPrefix("#") || first.hasPrefix(".") || guesses && isForgetful(words, text[..<open])
        else { return nil }
        var attributes = HeadingAttributes()
        for word in words {
            if word.hasPrefix("#"), attributes.id == nil, isID(word.dropFirst()) {
                attributes.id = String(word.dropFirst())
            } else if word == ".recommended" {
                attributes.isRecommended = true
            } else if word == ":", words.count > 1 {
                attributes.unknown.append(words.dropFirst().joined(separator: " "))
                break
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

    /// Whether a sign is missing before an ID or a class: `{look-there}`, `{: #look}`.
    private static func isForgetful(_ words: [String], _ before: ArraySlice<UInt8>) -> Bool {
        guard before.last == 0x20, before.contains(where: { $0 != 0x20 }) else { return false }
        if words[0] == ":" { return words.count > 1 && (words[1].hasPrefix("#") || words[1].hasPrefix(".")) }
        let word = words[0].drop { $0 == ":" || $0 == "#" }
        // A single word in braces may stand for something in a title; one that repeats the title is an ID.
        let isSlug = word.contains("-") || String(decoding: before, as: UTF8.self).lowercased().contains(word)
        return words.count == 1 && isID(word) && (isSlug || word == "recommended")
    }

    /// An anchor: a lower-case ASCII letter, then letters, digits and dashes. It works in every output and address.
    private static func isID(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, first.isASCIILetter, first >= 0x61 else { return false }
        return text.utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0.isASCIILetter && $0 >= 0x61 }
    }
}
