/// Files in a folder on the disk.
///
/// A file that is read through a symbolic link has to be in the folder too.
struct DiskFiles: Files {
    private let folder: String

    /// - Parameter folder: the absolute path.
    init(_ folder: String) { self.folder = folder }

    func read(_ path: String) throws(FileFailure) -> [UInt8] {
        let full = full(path)
        do throws(Disk.Failure) {
            return try Disk.read(full, followsLink: false)
        } catch {
            guard error.isLink else { throw FileFailure(path: path, reason: error.reason) }
        }
        guard isInside(full) else {
            throw FileFailure(path: path, reason: "it is a link that leads out of the project")
        }
        do { return try Disk.read(full) } catch { throw FileFailure(path: path, reason: error.reason) }
    }

    func kind(_ path: String) -> FileKind? { Disk.kind(full(path)) }

    func listing(of folder: String) throws(FileFailure) -> [(name: String, kind: FileKind)] {
        do { return try Disk.listing(of: full(folder)) } catch { throw FileFailure(path: folder, reason: error.reason) }
    }

    func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        do { try Disk.put(bytes, at: full(path)) } catch { throw FileFailure(path: path, reason: error.reason) }
    }

    private func full(_ path: String) -> String { path.isEmpty ? folder : "\(folder)/\(path)" }

    private func isInside(_ path: String) -> Bool {
        guard let target = Disk.resolved(path), let home = Disk.resolved(folder) else { return false }
        return target.hasPrefix(home + "/")
    }
}
