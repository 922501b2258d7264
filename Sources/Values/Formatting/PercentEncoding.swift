import Sources

/// Percent-encoding: all but RFC 3986's unreserved characters become `%` and two digits (sections 2.1 and 2.3).
public enum PercentEncoding {
    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    /// A text as one component of an address.
    public static func encode(_ text: String) -> String { encode(text, keepingSlash: false) }

    /// A path as a part of an address: the slashes between its names stay (section 3.3).
    public static func encode(path: String) -> String { encode(path, keepingSlash: true) }

    private static func encode(_ text: String, keepingSlash: Bool) -> String {
        func isKept(_ byte: UInt8) -> Bool {
            byte.isASCIIAlphanumeric || byte.isOne(of: "-._~") || keepingSlash && byte == UInt8(ascii: "/")
        }
        // Names of guides seldom need it.
        if text.utf8.allSatisfy(isKept) { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isKept(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
