/// Text and addresses in HTML, as libcmark escapes them.
enum HTMLEscapes {
    /// Appends a text: `&`, `<`, `>` and `"` are written as entities.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to html: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            // Letters stand behind all four of them.
            if byte <= UInt8(ascii: ">"), let entity = entity(byte) {
                html.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
                html.append(entity)
                start = index + 1
            }
            index += 1
        }
        html.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

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

extension UInt8 {
    fileprivate var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension [UInt8] {
    /// Appends what is known beforehand.
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
