import Sources
import Values

/// Tells where an address in a guide's file leads, from its text alone.
struct LinkTarget {
    /// The guide whose folder relative links start from.
    let guide: String

    func target(of url: String) -> Link.Target {
        var url = url
        return url.withUTF8 { target(of: $0) }
    }

    private func target(of url: UnsafeBufferPointer<UInt8>) -> Link.Target {
        if url.isEmpty { return .invalid(.empty) }
        if url[0] == UInt8(ascii: "#") { return .anchor(url.text(1..<url.count)) }
        if url.holds("//", at: 0) { return .invalid(.scheme("//")) }
        if url[0] == UInt8(ascii: "/") { return .invalid(.absolutePath) }
        // Nearly all addresses that lead out.
        if url.holds("https://", at: 0) { return .external }
        if let scheme = LinkScheme.scheme(of: url) {
            return LinkScheme.allowed.contains(scheme) ? .external : .invalid(.scheme(scheme))
        }
        let hash = url.firstOffset(of: UInt8(ascii: "#"))
        let fragment = hash.map { url.text(($0 + 1)..<url.count) }
        guard let path = resolve(Self.decoded(url.text(0..<(hash ?? url.count)))) else { return .invalid(.outside) }
        guard let file = path.last else { return .invalid(.outside) }
        if file.hasSuffix(".md") {
            let id = path.count == 2 ? path[0] : path.dropLast().joined(separator: "/")
            return .guide(id: id, file: file, fragment: fragment)
        }
        // A file belongs to the folder of the guide, whose pages it is copied to.
        let own = Self.parts(of: guide)
        guard path.starts(with: own), path.count > own.count else { return .invalid(.outside) }
        return .file(path.dropFirst(own.count).joined(separator: "/"))
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
        var path = path
        return path.withUTF8 { bytes in
            var parts: [String] = []
            var start = 0
            while start < bytes.count {
                let end = bytes.firstOffset(of: UInt8(ascii: "/"), from: start) ?? bytes.count
                if end > start { parts.append(bytes.text(start..<end)) }
                start = end + 1
            }
            return parts
        }
    }

    private static func decoded(_ path: String) -> String {
        guard path.holds(UInt8(ascii: "%")) else { return path }
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
