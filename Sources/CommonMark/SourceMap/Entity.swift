import Sources

/// An entity or a numeric character reference at some place of a text.
struct Entity {
    /// The characters that the reference stands for.
    let text: [UInt8]
    /// The offset behind its semicolon.
    let end: Int

    /// Decodes through libcmark, which knows the whole table of names. Nil where there is none.
    init?(in bytes: [UInt8], at start: Int) {
        // The longest name in HTML's table has 31 letters.
        let window = bytes[start..<min(bytes.count, start + 34)]
        guard let semicolon = window.firstIndex(of: UInt8(ascii: ";")), semicolon > start + 1,
            window[(start + 1)..<semicolon].allSatisfy(\.isNamePart)
        else { return nil }
        let reference = Array(bytes[start...semicolon])
        guard let root = RawNode.parse(reference) else { return nil }
        defer { root.free() }
        guard let paragraph = root.firstChild, let node = paragraph.firstChild,
            node.next == nil, let literal = node.literalBytes
        else { return nil }
        let decoded = Array(String(cString: literal).utf8)
        guard decoded != reference else { return nil }
        text = decoded
        end = semicolon + 1
    }
}

extension UInt8 {
    /// What may stand between the `&` and the semicolon of an entity or a numeric reference.
    fileprivate var isNamePart: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "#")
    }
}
