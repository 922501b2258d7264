/// The files of a folder, found by what a page calls them.
struct NamedFiles: Sendable {
    private let paths: Set<String>
    /// The paths of the files of each name.
    private let byName: [String: [String]]

    init(_ paths: [String]) {
        self.paths = Set(paths)
        byName = Dictionary(grouping: paths.sorted()) { $0.split(separator: "/").last.map(String.init) ?? "" }
    }

    /// A file that a page names, by its path from the page or from the root of the site.
    func path(of path: String, from page: String) -> String? {
        var parts = path.hasPrefix("/") ? [] : page.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/").map(String.init) {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
        let plain = parts.joined(separator: "/")
        if paths.contains(plain) { return plain }
        guard path.hasPrefix("/") else {
            // A translation that lies elsewhere shows the original's files.
            let tail = path.split(separator: "/").drop { $0 == "." || $0 == ".." }.joined(separator: "/")
            return ending(tail)
        }
        for folder in ["public", "static", "docs/public", "assets", "docs", "src", "docs/.vuepress/public"]
        where paths.contains("\(folder)/\(plain)") { return "\(folder)/\(plain)" }
        // The site may stand below folders of its server, and a language may have an address of its own.
        for count in 0..<max(1, parts.count - 1) {
            if let found = ending(parts.dropFirst(count).joined(separator: "/")) { return found }
        }
        return nil
    }

    /// The first file whose path ends so.
    private func ending(_ tail: String) -> String? {
        guard let name = tail.split(separator: "/").last else { return nil }
        return byName[String(name)]?.first { $0 == tail || $0.hasSuffix("/" + tail) }
    }
}
