import Guides

/// The tags of a Mustache template with their places. Parsing proper is swift-mustache's; this is for messages.
struct TemplateTag {
    enum Kind {
        case variable, unescaped, section, inverted, end, comment, partial, other
    }

    let kind: Kind
    let name: String
    let range: Range<Int>

    static func all(in bytes: [UInt8]) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") else {
                index += 1
                continue
            }
            let start = index
            let isTriple = index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "{")
            let inner = index + (isTriple ? 3 : 2)
            guard let close = closing(bytes, from: inner, count: isTriple ? 3 : 2) else { break }
            index = close + (isTriple ? 3 : 2)
            tags.append(tag(bytes[inner..<close], isTriple: isTriple, range: start..<index))
        }
        return tags
    }

    private static func closing(_ bytes: [UInt8], from start: Int, count: Int) -> Int? {
        var index = start
        while index + count <= bytes.count {
            if bytes[index..<(index + count)].allSatisfy({ $0 == UInt8(ascii: "}") }) { return index }
            index += 1
        }
        return nil
    }

    private static func tag(_ inner: ArraySlice<UInt8>, isTriple: Bool, range: Range<Int>) -> TemplateTag {
        let kinds: [UInt8: Kind] = [
            UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .end,
            UInt8(ascii: "!"): .comment, UInt8(ascii: ">"): .partial, UInt8(ascii: "<"): .other,
            UInt8(ascii: "$"): .other, UInt8(ascii: "="): .other, UInt8(ascii: "%"): .other,
            UInt8(ascii: "&"): .unescaped,
        ]
        var name = inner.drop { $0 == 0x20 }
        var kind = isTriple ? Kind.unescaped : .variable
        if !isTriple, let first = name.first, let known = kinds[first] {
            kind = known
            name = name.dropFirst()
        }
        let trimmed = String(decoding: name, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return TemplateTag(kind: kind, name: trimmed, range: range)
    }
}
