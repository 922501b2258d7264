import Guides
import Rendering
import Sources

/// What a wiki's pages were made with: one of them can be made again, from files that are not on the disk.
struct WikiSource: Sendable {
    let line: Line
    let map: WikiMap
    let stamp: String?

    /// The files of a guide's texts, in the order of the languages.
    func files(of guide: String) -> GuideFiles? {
        var ignored: [Diagnostic] = []
        return line.loaded.project.inventory[guide].flatMap { GuideFilesReader(line.loaded).read($0, &ignored) }
    }

    /// A page of a guide; nil where the files have errors.
    ///
    /// - Parameters:
    ///   - texts: what stands in a file instead of what it has on the disk, by path.
    ///   - isBounded: whether the edges of values can be told in the text.
    func page(_ path: String, of guide: String, with texts: [String: [UInt8]], isBounded: Bool = false) -> [UInt8]? {
        guard let files = files(of: guide) else { return nil }
        let editions = files.editions.map { edition in
            let bytes = texts[edition.file.path] ?? edition.file.bytes
            return (language: edition.language, file: SourceFile(path: edition.file.path, bytes: bytes))
        }
        var found: [Diagnostic] = []
        let changed = GuideFiles(id: files.id, metadata: files.metadata, editions: editions)
        guard let guide = line.read(changed, &found) else { return nil }
        found += line.check(guide)
        guard !found.hasErrors else { return nil }
        let pages = line.render(line.fill(guide, keepsProse: true), on: map, stamp: stamp, isBounded: isBounded)
        return pages.first { $0.path == path }?.bytes
    }
}
