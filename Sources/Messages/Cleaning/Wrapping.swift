import Sources

/// What a message may be wrapped in as a whole.
enum Wrapping {
    /// Whether a message is encoded as a whole: it has more of that than spaces.
    static func isPercentEncoded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.contains(UInt8(ascii: "%")) else { return false }
        var (encoded, spaces) = (0, 0)
        for index in bytes.indices {
            if bytes[index] == 0x20 { spaces += 1 }
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, bytes[index + 1].isHexadecimal,
                bytes[index + 2].isHexadecimal
            {
                encoded += 1
            }
        }
        return encoded > 2 && encoded > spaces
    }

    /// The text around a match without the escapes of the string that it is in; nil where there are none.
    static func text(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        if let string = EnclosingString(of: bytes, at: range.lowerBound + 1) {
            if string.isAttribute { return Array(bytes[string.range]) }
            return EnclosingString.unescaped(bytes[string.range], escapes: string.escapes)
        }
        let around = max(0, range.lowerBound - 32)..<min(bytes.count, range.upperBound + 32)
        let near = UnsafeBufferPointer(rebasing: bytes[around])
        guard near.contains(UInt8(ascii: "\\")), near.isSpelled, !near.hasPath else { return nil }
        var end = min(bytes.count, range.upperBound + 64)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return EnclosingString.unspelled(UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end]))
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool { isASCIIDigit || (asciiLowercased >= 0x61 && asciiLowercased <= 0x66) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether it has escapes that nothing but a string has.
    fileprivate var isSpelled: Bool {
        for index in indices where self[index] == UInt8(ascii: "\\") {
            if holds("x1b", at: index + 1) || holds("x1B", at: index + 1) || holds("033", at: index + 1)
                || holds("\"", at: index + 1)
            {
                return true
            }
            if holds("u", at: index + 1), index + 5 < count, self[(index + 2)..<(index + 6)].allSatisfy(\.isHexadecimal)
            {
                return true
            }
        }
        return false
    }

    /// Whether it has a path of Windows.
    fileprivate var hasPath: Bool {
        indices.dropFirst().contains {
            holds(":\\", at: $0) && self[$0 - 1].isASCIILetter && ($0 < 2 || !self[$0 - 2].isASCIILetter)
        }
    }
}
