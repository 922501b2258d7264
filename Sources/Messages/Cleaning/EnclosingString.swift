import Sources

/// A string of JSON or Python that a message stands in.
struct EnclosingString {
    /// What stands between its quotation marks.
    let range: Range<Int>
    /// How many backslashes stand before its quotation marks: none, or as many as strings around it demand.
    let escapes: Int
    /// Whether it is the text of an attribute of XML, where a backslash means itself.
    let isAttribute: Bool

    private static let farthestStart = 4096
    private static let farthestEnd = 16384

    /// The string that an offset is in; nil outside of one. The nearest quotation mark before must open it: a sign of
    /// JSON or Python stands before that.
    init?(of message: UnsafeBufferPointer<UInt8>, at offset: Int) {
        var index = offset - 1
        let first = max(0, offset - Self.farthestStart)
        while index >= first {
            defer { index -= 1 }
            let quote = message[index]
            if quote == 0x0A { return nil }
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
            var before = index - 1
            while before >= 0, message[before] == UInt8(ascii: "\\") { before -= 1 }
            let escapes = index - 1 - before
            while before >= 0, message[before] == 0x20 { before -= 1 }
            guard before < 0 || message[before].isOne(of: ":=,[{(") else {
                // One that is quoted in the string itself.
                if escapes > 0 || quote == UInt8(ascii: "'") { continue }
                return nil
            }
            guard let end = Self.end(in: message, from: offset, quote, escapes) else { return nil }
            range = (index + 1)..<max(index + 1, end)
            self.escapes = escapes
            isAttribute = message[max(0, before)] == UInt8(ascii: "=") && Self.isInTag(message, before)
            return
        }
        return nil
    }

    /// Whether the tag of an element begins before an offset, and has not ended there.
    private static func isInTag(_ message: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        let before = message[max(0, offset - 512)..<offset]
        guard let sign = before.lastIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) else {
            return false
        }
        return message[sign] == UInt8(ascii: "<") && message[sign + 1].isASCIILetter
    }

    private static func end(
        in message: UnsafeBufferPointer<UInt8>, from start: Int, _ quote: UInt8, _ escapes: Int
    ) -> Int? {
        var index = start
        while index < min(message.count, start + farthestEnd) {
            let first = index
            while index < message.count, message[index] == UInt8(ascii: "\\") { index += 1 }
            if index < message.count, message[index] == quote, index - first == escapes { return first }
            index += 1
        }
        return nil
    }

    // MARK: Escapes

    /// What a string says; nil where it has backslashes that mean nothing in one, as paths of Windows do.
    static func unescaped(_ bytes: some Sequence<UInt8>, escapes: Int) -> [UInt8]? {
        var text = Array(bytes)
        var level = escapes
        while true {
            guard let inner = unescaped(text) else { return nil }
            text = inner
            if level == 0 { return text }
            level >>= 1
        }
    }

    private static func unescaped(_ text: [UInt8]) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "\\") else {
                output.append(text[index])
                index += 1
                continue
            }
            guard index + 1 < text.count else { return nil }
            switch text[index + 1] {
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "r"): output.append(0x0D)
            case UInt8(ascii: "t"): output.append(0x09)
            case UInt8(ascii: "b"): output.append(0x08)
            case UInt8(ascii: "f"): output.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "/"):
                output.append(text[index + 1])
            case UInt8(ascii: "u"), UInt8(ascii: "x"):
                guard let end = scalar(text, index, to: &output) else { return nil }
                index = end
                continue
            default: return nil
            }
            index += 2
        }
        return output
    }

    /// `\u00e9`, a pair of surrogates, `\x1b`.
    private static func scalar(_ text: [UInt8], _ start: Int, to output: inout [UInt8]) -> Int? {
        text.withUnsafeBufferPointer { bytes in
            let (scalar, end, _) = MessageReader(bytes: bytes).character(at: start)
            guard end > start + 2 else { return nil }
            if let scalar = scalar.flatMap(Unicode.Scalar.init) { output += UTF8.encode(scalar) ?? .init() }
            return end
        }
    }

    /// A text that is in no string, without its escapes, however often it was escaped.
    static func unspelled(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let reader = MessageReader(bytes: bytes)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\") else {
                output.append(bytes[index])
                index += 1
                continue
            }
            let (scalar, end, _) = reader.character(at: index)
            if let scalar = scalar.flatMap(Unicode.Scalar.init) {
                output += UTF8.encode(scalar) ?? .init()
            } else if end >= bytes.count || !bytes[end].isOne(of: "\"'/") {
                output += bytes[index..<end]
            }
            index = end
        }
        return output
    }

    /// A text without percent-encoding (RFC 3986, section 2.1); where no space is left, `+` is one, as in forms.
    static func percentDecoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let reader = MessageReader(bytes: bytes)
        let hasSpaces = (0..<bytes.count).contains { bytes[$0] == 0x20 || bytes.holds("%20", at: $0) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "%") else {
                output.append(!hasSpaces && bytes[index] == UInt8(ascii: "+") ? 0x20 : bytes[index])
                index += 1
                continue
            }
            let (scalar, end) = reader.percentEncoded(at: index) ?? (0x25, index + 1)
            if let scalar = Unicode.Scalar(scalar) { output += UTF8.encode(scalar) ?? .init() }
            index = end
        }
        return output
    }
}
