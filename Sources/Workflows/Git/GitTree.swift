/// The files of a commit. Paths are compared byte by byte, as git does: `é` can be written in two ways, and both may
/// be there.
struct GitTree: Sendable {
    /// A file of the tree.
    struct Entry: Sendable {
        let path: String
        /// `100644`, or what else git knows: an executable, a link, another repository.
        let mode: String
        /// The ID of its content.
        let blob: String

        /// Whether it is a file rather than a link or a repository.
        var isFile: Bool { mode.hasPrefix("100") }
    }

    let entries: [Entry]
    private let indices: [[UInt8]: Int]

    init(entries: [Entry]) {
        self.entries = entries
        indices = Dictionary(
            entries.enumerated().map { (Array($1.path.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads what `git ls-tree -r -z` prints: `mode type ID`, a tab, the path, a zero byte.
    init(listing: [UInt8]) throws(GitError) {
        var entries: [Entry] = []
        for record in listing.split(separator: 0) {
            guard let tab = record.firstIndex(of: 0x09) else { throw GitError(.unexpected(command: "ls-tree")) }
            let words = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
            guard words.count == 3 else { throw GitError(.unexpected(command: "ls-tree")) }
            // A path that is no UTF-8 can be none of ours.
            let path = String(decoding: record[(tab + 1)...], as: UTF8.self)
            entries.append(Entry(path: path, mode: String(words[0]), blob: String(words[2])))
        }
        self.init(entries: entries)
    }

    /// The file at a path.
    subscript(path: String) -> Entry? { indices[Array(path.utf8)].map { entries[$0] } }
}
