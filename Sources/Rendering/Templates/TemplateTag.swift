/// A tag of a Mustache template.
struct TemplateTag {
    enum Kind {
        case variable, unescaped, section, inverted, end, comment, unsupported, unclosed
    }

    let kind: Kind
    let name: String
    /// The tag from brace to brace.
    let range: Range<Int>
    /// What does not show on the page: the tag, or its whole line where a section or a comment has that to itself.
    let removed: Range<Int>

    /// The first tag from an offset on.
    ///
    /// A tag that is never closed reaches as far as its line.
    static func next(in bytes: [UInt8], from start: Int) -> TemplateTag? {
        guard let range = bytes[start...].firstRange(of: "{{".utf8) else { return nil }
        let isTriple = bytes[range.upperBound...].first == UInt8(ascii: "{")
        let inner = bytes[(range.upperBound + (isTriple ? 1 : 0))...]
        guard let close = inner.firstRange(of: isTriple ? "}}}".utf8 : "}}".utf8) else {
            let end = inner.firstIndex(of: 0x0A) ?? bytes.endIndex
            return TemplateTag(kind: .unclosed, name: "", range: range.lowerBound..<end, removed: range)
        }
        var name = inner[..<close.lowerBound].drop { $0 == 0x20 }
        let kind = isTriple ? .unescaped : name.first.flatMap(Self.kind)
        if kind != nil, !isTriple { name = name.dropFirst() }
        let words = String(decoding: name, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        let tag = range.lowerBound..<close.upperBound
        let isOnLine = [.section, .end, .comment].contains(kind)
        return TemplateTag(
            kind: kind ?? .variable, name: words.joined(separator: " "), range: tag,
            removed: isOnLine ? line(of: tag, in: bytes) ?? tag : tag)
    }

    private static func kind(_ sign: UInt8) -> Kind? {
        switch sign {
        case UInt8(ascii: "&"): .unescaped
        case UInt8(ascii: "#"): .section
        case UInt8(ascii: "^"): .inverted
        case UInt8(ascii: "/"): .end
        case UInt8(ascii: "!"): .comment
        case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "="), UInt8(ascii: "%"): .unsupported
        default: nil
        }
    }

    /// The whole line of a tag, its end included; nil where something else stands in it.
    private static func line(of tag: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
        let after = bytes[tag.upperBound...]
        let start = bytes[..<tag.lowerBound].lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? 0
        guard start == 0 || bytes[start - 1] == 0x0A else { return nil }
        guard let end = after.firstIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
            return start..<after.endIndex
        }
        return after[end] == 0x0A ? start..<(end + 1) : nil
    }
}
