import Sources

/// What mail programs and chats make of names and addresses.
extension ValueCut {
    /// A link of Markdown that a text begins with: all of it, its text, and where it leads.
    static func link(_ text: String) -> (written: String, text: String, address: String)? {
        guard text.utf8.first == UInt8(ascii: "["), let middle = text.firstRange(of: "]("),
            let end = text[middle.upperBound...].firstIndex(of: ")")
        else { return nil }
        let inner = text[text.index(after: text.startIndex)..<middle.lowerBound]
        let address = text[middle.upperBound..<end]
        guard !inner.isEmpty, isAddress(address), !inner.contains(where: { $0 == "[" || $0 == "\n" }) else {
            return nil
        }
        return (String(text[...end]), String(inner), String(address))
    }

    private static func isAddress(_ text: Substring) -> Bool {
        text.hasPrefix("mailto:") || text.firstRange(of: "://") != nil && !text.contains(where: \.isWhitespace)
    }

    /// A name without the address that was put to it: `[a.example.org](http://a.example.org)`,
    /// `ana@example.org<mailto:ana@example.org>`, `<https://example.org|example.org>`.
    static func unlinked(_ text: String, isAddress isWanted: Bool) -> String {
        guard let last = text.utf8.last, last == UInt8(ascii: ")") || last == UInt8(ascii: ">") else { return text }
        if let link = link(text), link.written.utf8.count == text.utf8.count {
            return isWanted && !isAddress(link.text[...]) ? link.address : link.text
        }
        guard last == UInt8(ascii: ">"), let start = text.lastIndex(of: "<") else { return text }
        let inner = text[text.index(after: start)...].dropLast()
        guard isAddress(inner) else { return text }
        if start > text.startIndex { return String(text[..<start]) }
        guard let bar = inner.firstIndex(of: "|") else { return text }
        return String(isWanted ? inner[..<bar] : inner[inner.index(after: bar)...])
    }

    /// How many backslashes at the end of a value stand before a sign behind it that they keep from being markup:
    /// `\[2\]`.
    func escapesBehind(_ range: Range<Int>, isName: Bool) -> Int {
        let signs: StaticString = isName ? "[]{}*_|~`" : "[](){}*_.!#+->|~`"
        guard range.upperBound < message.count,
            UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount)
                .contains(message[range.upperBound])
        else { return 0 }
        return message[range].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    }

    /// A name without the backslashes that keep its signs from being markup, `orders\_v1`; a path keeps its own.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            guard byte == UInt8(ascii: "\\") else {
                output.append(byte)
                continue
            }
            guard index > 0, index + 1 < bytes.count, bytes[index - 1] != byte,
                bytes[index + 1].isOne(of: "_*-~[]")
            else { return text }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
