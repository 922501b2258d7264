import Foundation

/// What programs write within a line by signs of their own: keys, raised and lowered signs, pictures of faces and icons.
extension ContainerRewriting {
    /// A line with elements and characters in their place; code, addresses and tags stay.
    func marks(_ line: String) -> String {
        let hasMarks = dialect == .mkdocs && ["++", "~", "^", "=="].contains(where: line.contains)
        guard hasMarks || hasEmoji && line.contains(":") else { return line }
        let bytes = Array(line.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let end = Self.codeEnd(bytes, index) ?? Self.addressEnd(bytes, index) {
                result += bytes[index..<end]
                index = end
            } else if hasMarks, let (text, end) = mark(bytes, index) {
                result += text.utf8
                index = end
            } else if hasEmoji, let (text, end) = emoji(bytes, index) {
                result += text.utf8
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private var hasEmoji: Bool { dialect != .docusaurus && dialect != .starlight }

    /// The end of a tag, or of the address of a link, that begins at a byte.
    private static func addressEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        if bytes[start...].starts(with: "](".utf8) {
            return bytes[start...].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 }
        }
        if bytes[start] == UInt8(ascii: "<") {
            return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
        }
        guard bytes[start...].starts(with: "://".utf8) else { return nil }
        return bytes[start...].firstIndex { $0 <= 0x20 } ?? bytes.count
    }

    // MARK: pymdownx

    /// `++ctrl+c++`, `H~2~O`, `x^2^`, `^^new^^` and `==marked==`.
    private func mark(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
        let sign = bytes[start]
        let count = bytes[start...].prefix { $0 == sign }.count
        guard "+~^=".utf8.contains(sign), count <= 2, start == 0 || bytes[start - 1] != sign else { return nil }
        let first = start + count
        let fence = bytes[start..<first]
        guard first < bytes.count, !bytes[first].isSpace,
            let end = (first..<bytes.count).first(where: { bytes[$0...].starts(with: fence) }), end > first,
            !bytes[end - 1].isSpace, end + count == bytes.count || bytes[end + count] != sign
        else { return nil }
        let words = String(decoding: bytes[first..<end], as: UTF8.self)
        switch (sign, count) {
        case (UInt8(ascii: "+"), 2):
            guard words.utf8.allSatisfy({ $0.isASCIIAlphanumeric || "+-_\"".utf8.contains($0) }) else { return nil }
            let keys = words.split(separator: "+").map { key -> String in
                let name = key.filter { $0 != "\"" }.replacing("-", with: " ")
                return "<kbd>\(name.prefix(1).uppercased() + name.dropFirst())</kbd>"
            }
            return keys.isEmpty ? nil : (keys.joined(separator: "+"), end + 2)
        case (UInt8(ascii: "~"), 1), (UInt8(ascii: "^"), 1):
            guard words.utf8.count <= 12, start > 0, bytes[start - 1].isWordPart || bytes[start - 1] == 0x29,
                words.utf8.allSatisfy({ $0.isASCIIAlphanumeric || "+-".utf8.contains($0) })
            else { return nil }
            let name = sign == UInt8(ascii: "~") ? "sub" : "sup"
            return ("<\(name)>\(words)</\(name)>", end + 1)
        case (UInt8(ascii: "^"), 2): return (words, end + 2)
        case (UInt8(ascii: "="), 2): return words.contains("*") ? nil : ("**\(words)**", end + 2)
        default: return nil
        }
    }

    // MARK: Emoji

    /// `:rocket:` as its character, and nothing for an icon of Material's, with what stands in braces behind it.
    private func emoji(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
        guard bytes[start] == UInt8(ascii: ":"),
            start == 0 || !bytes[start - 1].isASCIIAlphanumeric && bytes[start - 1] != UInt8(ascii: ":")
        else { return nil }
        let word = bytes[(start + 1)...].prefix { $0.isASCIIAlphanumeric || "_+-".utf8.contains($0) }
        guard !word.isEmpty, word.endIndex < bytes.count, bytes[word.endIndex] == UInt8(ascii: ":") else { return nil }
        let name = String(decoding: word, as: UTF8.self)
        var end = word.endIndex + 1
        if let character = Emoji.named[name] { return (character, end) }
        guard dialect == .mkdocs,
            ["material-", "octicons-", "fontawesome-", "simple-"].contains(where: name.hasPrefix)
        else { return nil }
        if let list = bytes[end...].first, list == UInt8(ascii: "{"),
            let close = bytes[end...].firstIndex(of: UInt8(ascii: "}"))
        {
            end = close + 1
        }
        if end < bytes.count, bytes[end] == 0x20 { end += 1 }
        return ("", end)
    }
}
