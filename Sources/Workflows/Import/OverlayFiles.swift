import Sources

/// Files as they would be: what is written stands in memory, before what lies on the disk.
final class OverlayFiles: Files {
    private let base: any Files
    private let written = MemoryFiles()

    init(_ base: any Files) { self.base = base }

    func read(_ path: String, most: Int) throws(FileFailure) -> [UInt8] {
        written.kind(path) == .file ? try written.read(path, most: most) : try base.read(path, most: most)
    }

    func open(_ path: String) throws(FileFailure) -> FileContent {
        written.kind(path) == .file ? try written.open(path) : try base.open(path)
    }

    func kind(_ path: String) -> FileKind? { written.kind(path) ?? base.kind(path) }

    func listing(of folder: String) throws(FileFailure) -> [(name: String, kind: FileKind)] {
        guard let new = try? written.listing(of: folder) else { return try base.listing(of: folder) }
        let old = (try? base.listing(of: folder)) ?? []
        let names = Set(new.map(\.name))
        return (old.filter { !names.contains($0.name) } + new).sorted { $0.name.precedesByBytes($1.name) }
    }

    func write(_ bytes: [UInt8], to path: String) throws(FileFailure) { try written.write(bytes, to: path) }

    /// What was written that is not on the disk already, by path.
    func changes() -> [(path: String, bytes: [UInt8])] {
        written.all.filter { path, bytes in (try? base.read(path)) != bytes }
    }
}
