import Sources

/// What an address begins with, and what pages may link to: the one place that decides.
///
/// It reads an address as a browser does (WHATWG, URL Standard, section 4.4): controls and spaces at its start are
/// dropped, tabs and line ends are dropped wherever they stand, and nothing is percent-decoded. Character references are
/// gone by then, for the address comes from the tree. The page's script (`page.js`) has the same rules, and both read one
/// table of addresses in their tests.
package enum LinkScheme {
    /// The schemes that a page may link to.
    package static let allowed = ["https", "http", "mailto"]

    /// How an address begins.
    package enum Start: Sendable, Equatable {
        /// With a scheme, in lower case; what a value could make a scheme is one, too.
        case scheme(String)
        /// With two slashes, of any kind: another host, by the scheme of the page.
        case host
        /// With one slash, of any kind: a path of whatever host the page is on.
        case root
        /// With neither: it is relative to the page.
        case relative
    }

    /// How an address begins.
    package static func start(of address: String) -> Start {
        var address = address
        return address.withUTF8 { start(of: $0) }
    }

    /// How an address begins.
    package static func start(of url: UnsafeBufferPointer<UInt8>) -> Start {
        // Nearly no address has anything to drop.
        if url.contains(where: { $0 <= 0x20 }) {
            let rest = url.drop { $0 <= 0x20 }.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
            return rest.withUnsafeBufferPointer { bare($0) }
        }
        return bare(url)
    }

    /// Whether a page may link to an address, once the values are filled in.
    package static func isAllowed(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
        switch start(of: url) {
        case .scheme(let scheme): allowed.contains(scheme)
        case .host: false
        case .root, .relative: true
        }
    }

    /// Whether an address of the web has nothing behind its scheme: `https:`, `http://`.
    package static func isUnfinished(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let colon = url.firstOffset(of: UInt8(ascii: ":")) else { return false }
        let scheme = url[..<colon].map(\.asciiLowercased)
        return scheme.suffix(5).elementsEqual("https".utf8) || scheme.suffix(4).elementsEqual("http".utf8)
            ? url[(colon + 1)...].allSatisfy { $0.isAnySlash || $0 <= 0x20 } : false
    }

    private static func bare(_ url: UnsafeBufferPointer<UInt8>) -> Start {
        if let first = url.first, first.isAnySlash { return url.count > 1 && url[1].isAnySlash ? .host : .root }
        return scheme(of: url).map(Start.scheme) ?? .relative
    }

    /// RFC 3986, section 3.1, lower case; nil for a relative address.
    private static func scheme(of url: UnsafeBufferPointer<UInt8>) -> String? {
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

    /// A slash, or what browsers take for one.
    fileprivate var isAnySlash: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: "\\") }
}
