import Sources

/// The files on a wiki that are not ours.
struct ForeignFiles: Sendable {
    /// Their paths.
    let paths: Set<String>
    /// The bytes of one of them; nil where they cannot be had.
    let read: @Sendable (String) -> [UInt8]?

    static let none = ForeignFiles(paths: []) { _ in nil }
}

/// The files that people put on a wiki, and what they are called in a guide's folder when a page shows one of them.
struct UploadedFiles: Sendable {
    /// The names by the files' paths on the wiki.
    private let names: [String: String]
    /// The pages that are not ours, without `.md`.
    private let pages: Set<String>

    /// - Parameters:
    ///   - files: the files on the wiki that are not ours.
    ///   - taken: the names of the files that the guide's folder has.
    ///   - read: the bytes of one of those.
    init(_ files: ForeignFiles, taken: Set<ExactText>, _ read: (String) -> [UInt8]?) {
        var (names, taken): ([String: String], Set<ExactText>) = ([:], taken)
        for path in files.paths.sorted() where !path.hasSuffix(".md") {
            guard let last = path.split(separator: "/").last.map(String.init), !last.hasPrefix(".") else { continue }
            // It has come home already.
            if taken.contains(ExactText(last)), let bytes = read(last), bytes == files.read(path) {
                names[path] = last
                continue
            }
            var (name, number) = (last, 2)
            while !taken.insert(ExactText(name)).inserted {
                let dot = last.lastIndex(of: ".") ?? last.endIndex
                name = "\(last[..<dot])-\(number)\(last[dot...])"
                number += 1
            }
            names[path] = name
        }
        self.names = names
        pages = Set(files.paths.lazy.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) })
    }

    /// What flavours have before a file's path in the addresses that their editors write: GitHub and Gitea, Gitea's raw files, GitLab.
    private static let prefixes = ["/wiki/raw/", "/wiki/", "/-/wikis/"]

    /// The file that an address of a page leads to, and its name in the guide's folder; nil for other addresses.
    func file(at address: String) -> (path: String, name: String)? {
        if names.isEmpty { return nil }
        return Self.paths(of: address).lazy.compactMap { path in names[path].map { (path, $0) } }.first
    }

    /// The page of the wiki alone that an address of a page leads to; nil for other addresses.
    func foreignPage(at address: String) -> String? {
        if pages.isEmpty || address.contains("://") { return nil }
        let page = address.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init) ?? address
        // Azure’s files have in their names what addresses have: `%2D`.
        return ([page.hasPrefix("/") ? String(page.dropFirst()) : page] + Self.paths(of: page)).lazy
            .map { $0.hasSuffix(".md") ? String($0.dropLast(3)) : $0 }
            .first { pages.contains($0) || pages.contains($0.replacing(" ", with: "-")) }
    }

    /// The paths on the wiki that an address may mean.
    private static func paths(of address: String) -> [String] {
        let decoded = address.removingPercentEncoding ?? address
        var paths = [String(decoded.drop { $0 == "/" || $0 == "." }), String(decoded.drop { $0 == "/" })]
        for prefix in prefixes {
            if let range = decoded.firstRange(of: prefix) { paths.append(String(decoded[range.upperBound...])) }
        }
        return paths
    }
}
