/// The escapes of JSON for characters outside of Unicode's first plane (RFC 8259, section 7): `"\ud83d\ude00"`, one for each
/// half of UTF-16. YAML is a superset of JSON but for these.
enum SurrogateEscapes {
    /// The text with each pair as YAML's one escape, `"\U0001F600"`; nil where there is none.
    ///
    /// Only between double quotation marks, where YAML has escapes too and would refuse the text otherwise.
    static func joined(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard mayHavePair(bytes) else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var (quote, index) = (UInt8?.none, bytes.startIndex)
        while index < bytes.endIndex {
            let byte = bytes[index]
            if quote == UInt8(ascii: "\""), byte == UInt8(ascii: "\\") {
                if let scalar = pair(bytes[index...]) {
                    let digits = String(scalar, radix: 16, uppercase: true)
                    result += "\\U\(String(repeating: "0", count: 8 - digits.utf8.count))\(digits)".utf8
                    index += 12
                } else {
                    result += bytes[index..<min(index + 2, bytes.endIndex)]
                    index += 2
                }
                continue
            }
            if let open = quote {
                if byte == open || byte == 0x0A && open == UInt8(ascii: "'") { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                // An apostrophe within a word is none.
                let before = index > bytes.startIndex ? bytes[index - 1] : 0x20
                if !before.isWordPart { quote = byte }
            }
            result.append(byte)
            index += 1
        }
        return result
    }

    /// Whether `\uD8` to `\uDB` stands somewhere: nearly no file has it.
    private static func mayHavePair(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let slash = rest.firstIndex(of: UInt8(ascii: "\\")) {
            if pair(bytes[slash...]) != nil { return true }
            rest = rest[(slash + 1)...]
        }
        return false
    }

    /// The character of two escapes that stand at the beginning.
    private static func pair(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        guard bytes.count >= 12, let high = escape(bytes.prefix(6)), (0xD800...0xDBFF).contains(high),
            let low = escape(bytes.dropFirst(6).prefix(6)), (0xDC00...0xDFFF).contains(low)
        else { return nil }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    private static func escape(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        guard bytes.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
        return UInt32(String(decoding: bytes.dropFirst(2), as: UTF8.self), radix: 16)
    }
}
