import Sources

/// Text and addresses in HTML, as libcmark escapes them.
public enum HTMLEscapes {
    /// Appends a text: `&`, `<`, `>` and `"` are written as entities.
    ///
    /// - Parameter apostrophe: what `'` is written as; libcmark lets it stand.
    public static func append(
        _ text: UnsafeBufferPointer<UInt8>, apostrophe: StaticString? = nil, to html: inout [UInt8]
    ) {
        var start = 0
        var index = 0
        while let next = nextSpecial(in: text, from: index) {
            index = next + 1
            guard let entity = entity(text[next]) ?? apostrophe else { continue }
            html.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<next]))
            html.append(entity)
            start = index
        }
        html.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// The next of the five, from an offset on. Eight bytes are looked at together: `<` and `>` differ in one bit, and so
    /// do `&` and `'`.
    private static func nextSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let all = UnsafeRawBufferPointer(text)
        var index = start
        while index + 8 <= all.count {
            let word = all.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let found =
                zeros((word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
                | zeros((word | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727) | zeros(word ^ 0x2222_2222_2222_2222)
            if found & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < all.count {
            let byte = all[index]
            if byte | 0x02 == UInt8(ascii: ">") || byte | 0x01 == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                return index
            }
            index += 1
        }
        return nil
    }

    /// The high bit of a byte is set where that byte is zero, and perhaps in those above it.
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

    private static func entity(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: nil
        }
    }

    /// Appends an address: what may not stand in one is percent-encoded; what is encoded already stays as it is.
    static func append(address: UnsafeBufferPointer<UInt8>, to html: inout [UInt8]) {
        for byte in address {
            switch byte {
            case UInt8(ascii: "&"): html.append("&amp;")
            case UInt8(ascii: "'"): html.append("&#x27;")
            case _ where byte.isASCIIAlphanumeric || isSafe(byte): html.append(byte)
            default:
                html.append(UInt8(ascii: "%"))
                html.append(digits[Int(byte >> 4)])
                html.append(digits[Int(byte & 0xF)])
            }
        }
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    /// The signs that libcmark lets stand (RFC 3986, sections 2.2 and 2.3, without the brackets).
    private static func isSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "!"),
            UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "%"),
            UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"),
            UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// Whether an address could run something, or show what is on the reader's disk: it is left out.
    ///
    /// The schemes are those that libcmark leaves out in its safe mode.
    static func isDangerous(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        if begins(address, with: "data:") {
            return !["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"].contains {
                begins(address, with: $0)
            }
        }
        return begins(address, with: "javascript:") || begins(address, with: "vbscript:")
            || begins(address, with: "file:")
    }

    private static func begins(_ address: UnsafeBufferPointer<UInt8>, with scheme: StaticString) -> Bool {
        guard address.count >= scheme.utf8CodeUnitCount else { return false }
        for offset in 0..<scheme.utf8CodeUnitCount where address[offset].asciiLowercased != scheme.utf8Start[offset] {
            return false
        }
        return true
    }
}

extension [UInt8] {
    /// Appends what is known beforehand.
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
