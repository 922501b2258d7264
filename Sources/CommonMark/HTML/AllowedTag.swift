import Sources

/// A tag of the few HTML elements that a text may have, for what Markdown cannot say: read from its bytes, and written
/// anew with nothing in it but its name and the attributes that its element may have.
package struct AllowedTag: Equatable {
    /// Where an element may stand.
    package enum Place {
        /// Among the words of a text.
        case text
        /// In the cell of a table, where Markdown has no lists.
        case cell
        /// Among blocks.
        case block
    }

    /// The element, in small letters.
    package let name: String
    /// Whether it ends the element.
    package let isClosing: Bool
    /// The tag as it is written.
    let html: [UInt8]

    /// Whether the element has nothing inside, and so no closing tag.
    package var isVoid: Bool { name == "br" }
    /// Where the element may stand.
    package var place: Place { Self.elements[name]?.place ?? .text }

    /// The elements, and the attribute that each may have; nothing of them runs or styles anything.
    private static let elements: [String: (place: Place, attribute: String?)] = [
        "br": (.text, nil), "kbd": (.text, nil), "sub": (.text, nil), "sup": (.text, nil), "abbr": (.text, "title"),
        "ul": (.cell, nil), "ol": (.cell, nil), "li": (.cell, nil), "details": (.block, "open"),
        "summary": (.block, nil), "dl": (.block, nil), "dt": (.block, nil), "dd": (.block, nil),
    ]

    /// Reads the tag that begins at an offset and moves behind it; nil for any other, and for one with other attributes.
    package init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) {
        var cursor = TagCursor(bytes: bytes, index: index)
        guard cursor.take(UInt8(ascii: "<")) else { return nil }
        isClosing = cursor.take(UInt8(ascii: "/"))
        name = cursor.word()
        guard let element = Self.elements[name] else { return nil }
        var html = Array((isClosing ? "</\(name)" : "<\(name)").utf8)
        var hasAttribute = false
        cursor.skipSpace()
        while !isClosing, let attribute = element.attribute, !hasAttribute, cursor.peek?.isASCIILetter == true {
            guard cursor.word() == attribute, let value = cursor.value() else { return nil }
            hasAttribute = true
            html.append(0x20)
            html += attribute.utf8
            if attribute != "open" { html += "=\"".utf8 + Self.escaped(bytes[value]) + "\"".utf8 }
            cursor.skipSpace()
        }
        if !isClosing { _ = cursor.take(UInt8(ascii: "/")) }
        guard cursor.take(UInt8(ascii: ">")) else { return nil }
        guard !(isClosing && name == "br") else { return nil }
        html.append(UInt8(ascii: ">"))
        self.html = html
        index = cursor.index
    }

    /// Text of HTML, in which entities stay what they are, as text or within quotes.
    static func escaped(_ text: some Sequence<UInt8>) -> [UInt8] {
        text.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "<"): Array("&lt;".utf8)
            case UInt8(ascii: ">"): Array("&gt;".utf8)
            case UInt8(ascii: "\""): Array("&quot;".utf8)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): [0x20]
            default: [byte]
            }
        }
    }
}
