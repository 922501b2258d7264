import Sources
import Values

/// Tells where an address in a guide's file leads, from its text alone.
struct LinkTarget {
    /// The guide that the text is of, whose folder relative links start from.
    let guide: String
    /// The folder that they start from instead, below the content's; nil where it is the guide's.
    var base: String?

    func target(of url: String) -> Link.Target {
        var url = url
        return url.withUTF8 { target(of: $0) }
    }

    private func target(of url: UnsafeBufferPointer<UInt8>) -> Link.Target {
        if url.isEmpty { return .invalid(.empty) }
        if url[0] == UInt8(ascii: "#") { return .anchor(url.text(1..<url.count)) }
        // Nearly all addresses that lead out.
        if url.holds("https://", at: 0), url.count > 8, url[8] != UInt8(ascii: "/") { return .external }
        switch LinkScheme.start(of: url) {
        case .scheme(let scheme):
            if LinkScheme.isUnfinished(url) { return .invalid(.empty) }
            return LinkScheme.allowed.contains(scheme) ? .external : .invalid(.scheme(scheme))
        case .host: return .invalid(.scheme("//"))
        case .root: return .invalid(.absolutePath)
        case .relative: break
        }
        let hash = url.firstOffset(of: UInt8(ascii: "#"))
        let fragment = hash.map { url.text(($0 + 1)..<url.count) }
        let written = url[..<(hash ?? url.count)]
        guard let names = Self.names(of: UnsafeBufferPointer(rebasing: written)) else {
            let isFolder =
                written.last == UInt8(ascii: "/")
                && Self.names(of: UnsafeBufferPointer(rebasing: written.dropLast())) != nil
            return .invalid(isFolder ? .folder : .path)
        }
        guard let path = resolve(names), let file = path.last else { return .invalid(.outside) }
        if file.hasSuffix(".md") {
            let id = path.count == 2 ? path[0] : path.dropLast().joined(separator: "/")
            return .guide(id: id, file: file, fragment: fragment)
        }
        // A file belongs to the folder of the guide, whose pages it is copied to.
        let own = Self.parts(of: guide)
        // From elsewhere even the guide's own file is one of another folder.
        guard base == nil, path.starts(with: own, by: { $0.hasSameBytes(as: $1) }), path.count > own.count else {
            return names.last == ".." ? .invalid(.outside) : .shared(path.joined(separator: "/"))
        }
        return .file(path.dropFirst(own.count).joined(separator: "/"))
    }

    /// The address that leads to a file of the content from the guide's folder; nil for other targets.
    func way(to target: Link.Target) -> String? {
        let (path, fragment): (String, String?)
        switch target {
        case .guide(let id, let file, let anchor): (path, fragment) = (id.isEmpty ? file : "\(id)/\(file)", anchor)
        case .shared(let file): (path, fragment) = (file, nil)
        default: return nil
        }
        let (from, to) = (Self.parts(of: guide), Self.parts(of: path))
        let common = zip(from, to).prefix { $0.hasSameBytes(as: $1) }.count
        let names = from.dropFirst(common).map { _ in ".." } + to.dropFirst(common)
        return PercentEncoding.encode(path: names.joined(separator: "/")) + (fragment.map { "#\($0)" } ?? "")
    }

    private func resolve(_ names: [String]) -> [String]? {
        var parts = Self.parts(of: base ?? guide)
        for part in names where part != "." {
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

    /// The names of a relative path, decoded; nil where a browser would see others: it takes no encoded slash for one,
    /// a slash at the end for a folder, and two slashes for a folder without a name (WHATWG, URL Standard, section 4.4).
    private static func names(of path: UnsafeBufferPointer<UInt8>) -> [String]? {
        var names: [String] = []
        var start = 0
        while true {
            let end = path.firstOffset(of: UInt8(ascii: "/"), from: start) ?? path.count
            let name = decoded(path.text(start..<end))
            if name.isEmpty || name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 }) { return nil }
            names.append(name)
            guard end < path.count else { return names }
            start = end + 1
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
