import Foundation

/// A tag of a component as MDX and Vue write it: with texts and expressions as attributes, on one line or over several.
struct ComponentTag {
    /// What a tag says by a name.
    struct Attribute {
        /// Empty where an expression gives several.
        let name: String
        /// The text, or what stands between the braces.
        let value: String
        /// Whether a program makes the value.
        let isExpression: Bool
    }

    let name: String
    private(set) var attributes: [Attribute] = []
    let isClosing: Bool
    /// Whether it ends itself, as in `<Icon />`.
    private(set) var isEmpty = false
    /// Its size in bytes.
    private(set) var length = 0

    /// Reads the tag that begins with the first byte; nil where there is none, or where it does not end.
    init?(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex + 1
        let end = bytes.endIndex
        guard bytes.first == UInt8(ascii: "<"), index < end else { return nil }
        isClosing = bytes[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        let word = bytes[index...].prefix { $0.isWord || $0 == UInt8(ascii: ".") }
        guard let first = word.first, (0x41...0x5A).contains(first) else { return nil }
        name = String(decoding: word, as: UTF8.self)
        index = word.endIndex
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") {
                length = index + 1 - bytes.startIndex
                return
            }
            if byte == UInt8(ascii: "/"), index + 1 < end, bytes[index + 1] == UInt8(ascii: ">") {
                isEmpty = true
                length = index + 2 - bytes.startIndex
                return
            }
            if byte <= 0x20 {
                index += 1
            } else if byte == UInt8(ascii: "{") {
                guard let close = Self.expressionEnd(bytes[index...]) else { return nil }
                attributes.append(Self.attribute("", bytes[(index + 1)..<close]))
                index = close + 1
            } else {
                let name = bytes[index...].prefix { $0 > 0x20 && !Self.stops.contains($0) }
                guard !name.isEmpty, let next = readValue(of: name, bytes[name.endIndex...]) else { return nil }
                index = next
            }
        }
        return nil
    }

    private static let stops = Set("=>/{}\"'`<".utf8)

    /// The value behind a name, and where it ends; nil where it does not.
    private mutating func readValue(of name: ArraySlice<UInt8>, _ bytes: ArraySlice<UInt8>) -> Int? {
        let name = String(decoding: name, as: UTF8.self)
        let equals = bytes.drop { $0 <= 0x20 }
        guard equals.first == UInt8(ascii: "=") else {
            attributes.append(Attribute(name: name, value: "", isExpression: false))
            return bytes.startIndex
        }
        let value = equals.dropFirst().drop { $0 <= 0x20 }
        guard let sign = value.first else { return nil }
        if sign == UInt8(ascii: "{") {
            guard let close = Self.expressionEnd(value) else { return nil }
            attributes.append(Self.attribute(name, value[(value.startIndex + 1)..<close]))
            return close + 1
        }
        if sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "'") {
            guard let close = value.dropFirst().firstIndex(of: sign) else { return nil }
            let text = String(decoding: value[(value.startIndex + 1)..<close], as: UTF8.self)
            attributes.append(Attribute(name: name, value: text, isExpression: false))
            return close + 1
        }
        let text = value.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        guard !text.isEmpty else { return nil }
        attributes.append(Attribute(name: name, value: String(decoding: text, as: UTF8.self), isExpression: false))
        return text.endIndex
    }

    /// What stands between braces; a text between quotation marks there is a text all the same.
    private static func attribute(_ name: String, _ bytes: ArraySlice<UInt8>) -> Attribute {
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        if let sign = text.first, "\"'`".contains(sign), text.count > 1, text.last == sign {
            let inner = text.dropFirst().dropLast()
            if !inner.contains(sign), !inner.contains("${") {
                return Attribute(name: name, value: String(inner), isExpression: false)
            }
        }
        return Attribute(name: name, value: text, isExpression: true)
    }

    /// The brace that closes the first one, past the texts between them.
    private static func expressionEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index }
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
                if let close = textEnd(bytes[index...]) { index = close }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The sign that closes a text; nil where its line has none, as for an apostrophe.
    private static func textEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let sign = bytes.first else { return nil }
        var index = bytes.startIndex + 1
        while index < bytes.endIndex, bytes[index] != sign {
            if bytes[index] == 0x0A, sign != UInt8(ascii: "`") { return nil }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index < bytes.endIndex ? index : nil
    }

    // MARK: What it says

    /// The first text by one of some names that is not empty.
    func text(_ names: String...) -> String? {
        names.lazy.compactMap { name in
            attributes.first { $0.name == name && !$0.isExpression && !$0.value.isEmpty }?.value
        }.first
    }

    /// What its words stand for.
    var label: String? { text("title", "label") }
    /// Where it leads.
    var target: String? { text("href", "url", "to", "link") }

    /// Attributes about how it looks, which no text needs.
    private static let looks: Set = [
        "style", "className", "class", "key", "icon", "size", "width", "height", "cols", "columns", "color", "stagger",
    ]

    /// What a reader would miss without the tag: its addresses, and the names of what a program makes.
    func lost(but used: String?) -> [String] {
        var lost: [String] = []
        for attribute in attributes where !Self.looks.contains(attribute.name) {
            let isAddress = ["href", "url", "to", "link", "src", "cite", "source", "file"].contains(attribute.name)
            if !attribute.isExpression {
                let isShown = isAddress || attribute.value.hasPrefix("https://") || attribute.value.hasPrefix("http://")
                if isShown, !attribute.value.isEmpty, attribute.value != used { lost.append(attribute.value) }
                continue
            }
            let addresses = attribute.value.split { "\"'`() \n\t".contains($0) }.filter {
                $0.hasPrefix("https://") || $0.hasPrefix("http://")
            }
            lost +=
                addresses.isEmpty ? [attribute.name.isEmpty ? "{…}" : "\(attribute.name)="] : addresses.map(String.init)
        }
        return lost
    }
}

extension UInt8 {
    /// Whether a name of a component may have it.
    fileprivate var isWord: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == 0x5F
            || self == 0x2D
    }
}
