import Sources

/// Reads a tag of HTML byte by byte.
struct TagCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int

    var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        index += 1
        return true
    }

    mutating func skipSpace() { while let byte = peek, byte.isSpace { index += 1 } }

    /// Letters and digits, small; none where too many follow to be a name that is known.
    mutating func word() -> String {
        let start = index
        while let byte = peek, byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") { index += 1 }
        return index - start > 16 ? "" : String(decoding: bytes[start..<index].map { $0 | 0x20 }, as: UTF8.self)
    }

    /// The value of an attribute, without its quotes, which may have none; nil where quotes do not close.
    mutating func value() -> Range<Int>? {
        let end = index
        skipSpace()
        guard take(UInt8(ascii: "=")) else {
            index = end
            return end..<end
        }
        skipSpace()
        guard let quote = peek else { return nil }
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { index += 1 }
        let start = index
        while let byte = peek, isQuoted ? byte != quote : !byte.isSpace && byte != UInt8(ascii: ">") { index += 1 }
        let value = start..<index
        return isQuoted && !take(quote) ? nil : value
    }
}
