import Foundation
import Guides

/// The names of a wiki's files that are not ours, as the wiki tells them apart.
struct WikiNamesInUse: Sendable {
    private let flavor: WikiFlavor
    private var paths: [String: String] = [:]
    private var folders: [String: String] = [:]

    init(_ tree: GitTree, _ manifest: WikiManifest, flavor: WikiFlavor) {
        self.flavor = flavor
        for entry in tree.entries where manifest[entry.path] == nil && entry.path != WikiManifest.path {
            paths[key(entry.path)] = entry.path
            for folder in Self.folders(of: entry.path) { folders[Self.folded(folder)] = entry.path }
        }
    }

    /// The extensions of pages, as Gollum has them.
    private static let extensions: Set = [
        "md", "markdown", "mkd", "mkdn", "mdown", "asciidoc", "adoc", "asc", "creole", "mediawiki", "wiki", "org",
        "pod",
        "rdoc", "textile", "rst", "txt",
    ]

    /// What two files have in common that the wiki, or the disk of somebody who clones it, takes for one.
    func key(_ path: String) -> String {
        let folded = Self.folded(path)
        // GitHub finds a page by its base name, whatever folder it is in and whatever it is written in.
        guard flavor == .github, let dot = folded.lastIndex(of: "."),
            Self.extensions.contains(String(folded[folded.index(after: dot)...]))
        else { return folded }
        let name = folded[..<dot]
        return String(name[(name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...])
    }

    /// The file of the wiki that stands where a page is to be published.
    func foreign(inTheWayOf path: String) -> String? {
        if let other = paths[key(path)], !other.utf8.elementsEqual(path.utf8) { return other }
        if let inside = folders[Self.folded(path)] { return inside }
        return Self.folders(of: path).lazy.compactMap { paths[key($0)] }.first
    }

    /// The folders that a file is in.
    private static func folders(of path: String) -> [String] {
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }

    private static func folded(_ path: String) -> String { path.precomposedStringWithCanonicalMapping.lowercased() }
}
