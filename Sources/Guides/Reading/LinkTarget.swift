/// Tells where an address in a guide's file leads, from its text alone.
struct LinkTarget {
    /// The guide whose folder relative links start from.
    let guide: String

    /// The schemes that a page may link to.
    static let allowedSchemes = ["https", "http", "mailto"]

    func target(of url: String) -> Link.Target {
        if url.isEmpty { return .invalid(.empty) }
        if url.hasPrefix("#") { return .anchor(String(url.dropFirst())) }
        if url.hasPrefix("//") { return .invalid(.scheme("//")) }
        if url.hasPrefix("/") { return .invalid(.absolutePath) }
        if let scheme = Self.scheme(of: url) {
            return Self.allowedSchemes.contains(scheme) ? .external : .invalid(.scheme(scheme))
        }
        let hash = url.utf8.firstIndex(of: UInt8(ascii: "#"))
        let fragment = hash.map { String(url[url.utf8.index(after: $0)...]) }
        guard let path = resolve(Self.decoded(url[..<(hash ?? url.endIndex)])) else { return .invalid(.outside) }
        guard let file = path.last else { return .invalid(.outside) }
        if file.hasSuffix(".md") {
            return .guide(id: path.dropLast().joined(separator: "/"), file: file, fragment: fragment)
        }
        // A file belongs to the folder of the guide, whose pages it is copied to.
        let own = Self.parts(of: guide)
        guard path.starts(with: own), path.count > own.count else { return .invalid(.outside) }
        return .file(path.dropFirst(own.count).joined(separator: "/"))
    }

    /// RFC 3986, section 3.1, lower case; nil for a relative address. What a value could make a scheme is one, too.
    private static func scheme(of url: String) -> String? {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = url[..<colon]
        if scheme.contains("{{"), !scheme.contains(where: { "/?#".contains($0) }) { return String(scheme) }
        guard let first = scheme.utf8.first, first.isASCIILetter,
            scheme.utf8.allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        return scheme.lowercased()
    }

    private func resolve(_ path: String) -> [String]? {
        var parts = Self.parts(of: guide)
        for part in Self.parts(of: path) where part != "." {
            if part == ".." {
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts
    }

    /// What stands between the slashes of a path; by bytes, for characters take a hundred times as long.
    private static func parts(of path: String) -> [String] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    }

    private static func decoded(_ path: Substring) -> String {
        guard path.utf8.contains(UInt8(ascii: "%")) else { return String(path) }
        var bytes: [UInt8] = []
        var rest = path.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
