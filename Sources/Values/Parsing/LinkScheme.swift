import Sources

/// What an address begins with, and what pages may link to.
package enum LinkScheme {
    /// The schemes that a page may link to.
    package static let allowed = ["https", "http", "mailto"]

    /// The scheme of an address; nil for a relative one.
    package static func scheme(of address: String) -> String? {
        var address = address
        return address.withUTF8 { scheme(of: $0) }
    }

    /// RFC 3986, section 3.1, lower case; nil for a relative address. What a value could make a scheme is one, too.
    package static func scheme(of url: UnsafeBufferPointer<UInt8>) -> String? {
        guard let colon = url.firstOffset(of: UInt8(ascii: ":")) else { return nil }
        let scheme = url[..<colon]
        if (0..<colon).contains(where: { url.holds("{{", at: $0) }), !scheme.contains(where: \.endsScheme) {
            return url.text(0..<colon)
        }
        guard let first = scheme.first, first.isASCIILetter,
            scheme.allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        return String(decoding: scheme.map(\.asciiLowercased), as: UTF8.self)
    }
}

extension UInt8 {
    /// Whether an address is past the place of a scheme.
    fileprivate var endsScheme: Bool {
        self == UInt8(ascii: "/") || self == UInt8(ascii: "?") || self == UInt8(ascii: "#")
    }
}
