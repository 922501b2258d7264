import Foundation
import Guides
import Sources

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Makes a move on the disk. Everything that is written stands beside its place first, as a whole; then names change, all of
/// them or none.
struct MoveWriter {
    private let folder: ProjectFolder
    private let files: MovedFiles
    private let move: GuideMove

    init(_ folder: ProjectFolder, _ files: MovedFiles, _ move: GuideMove) {
        self.folder = folder
        self.files = files
        self.move = move
    }

    /// A file that is to be put in its place.
    private struct Change {
        let path: String
        let new: WorkInProgress
        /// What stands there now, for a step back; nil where nothing does.
        let old: WorkInProgress?
    }

    func write() throws(Refusal) {
        guard isInside else { throw .usage(UnwritableFile(reason: "a link leads out of the project"), at: shown) }
        var changes: [Change] = []
        defer {
            for change in changes {
                change.new.abandon()
                change.old?.abandon()
            }
        }
        for (path, bytes) in files.changes {
            // What is in the folder is changed before it moves.
            let before = files.before(path) ?? path
            let whole = "\(folder.path)/\(before)"
            do throws(Disk.Failure) {
                // Work in the folder itself would move with it.
                let old =
                    Disk.kind(whole) == nil ? nil : try Disk.stage(try Disk.read(whole), for: whole, in: folder.path)
                changes.append(Change(path: whole, new: try stage(bytes, whole, old), old: old))
            } catch {
                throw .usage(UnwritableFile(reason: error.reason), at: before)
            }
        }
        let prepared = changes
        // A moment that Ctrl-C waits for.
        try Interruption.uninterrupted { () throws(Refusal) in try replace(prepared) }
    }

    private func stage(_ bytes: [UInt8], _ path: String, _ old: WorkInProgress?) throws(Disk.Failure) -> WorkInProgress
    {
        do { return try Disk.stage(bytes, for: path, in: folder.path) } catch {
            old?.abandon()
            throw error
        }
    }

    private func replace(_ changes: [Change]) throws(Refusal) {
        var done: [Change] = []
        func undo() {
            for change in done.reversed() {
                if let old = change.old { _ = rename(old.path, change.path) } else { _ = unlink(change.path) }
            }
        }
        for change in changes {
            guard rename(change.new.path, change.path) == 0 else {
                let reason = String(cString: strerror(errno))
                undo()
                throw .usage(UnwritableFile(reason: reason), at: change.path)
            }
            done.append(change)
        }
        do throws(Disk.Failure) { try moveFolder() } catch {
            undo()
            throw .usage(UnwritableFile(reason: error.reason), at: shown)
        }
    }

    // MARK: The folder

    private var content: String { "\(folder.path)/\(InventoryReader.contentFolder)" }
    private var old: String { "\(content)/\(move.from)" }
    private var new: String { "\(content)/\(move.to)" }
    private var shown: String { "\(InventoryReader.contentFolder)/\(move.to)" }

    /// Renames the folder; by way of a third name where one of the two lies in the other.
    private func moveFolder() throws(Disk.Failure) {
        let isNested = new.beginsWithBytes(of: old + "/") || old.beginsWithBytes(of: new + "/")
        guard isNested else {
            let made = try makeFolder(above: new)
            guard rename(old, new) == 0 else {
                let code = errno
                for path in made { _ = rmdir(path) }
                throw Disk.Failure(path: new, code: code)
            }
            return removeEmpty(above: old)
        }
        let between = "\(content)/.\(UUID().uuidString).vademecum-move"
        guard rename(old, between) == 0 else { throw Disk.Failure(path: old, code: errno) }
        removeEmpty(above: old)
        do throws(Disk.Failure) {
            let made = try makeFolder(above: new)
            guard rename(between, new) == 0 else {
                let code = errno
                for path in made { _ = rmdir(path) }
                throw Disk.Failure(path: new, code: code)
            }
        } catch {
            _ = try? makeFolder(above: old)
            _ = rename(between, old)
            throw error
        }
    }

    /// Makes the folder that a path lies in.
    ///
    /// - Returns: the folders that were made, the innermost first.
    private func makeFolder(above path: String) throws(Disk.Failure) -> [String] {
        let parent = Disk.parts(of: path).folder
        var missing: [String] = []
        var current = parent
        while Disk.kind(current) == nil {
            missing.append(current)
            current = Disk.parts(of: current).folder
        }
        try Disk.makeFolder(parent)
        return missing
    }

    /// Removes the folders above a path that hold nothing any more.
    private func removeEmpty(above path: String) {
        var current = Disk.parts(of: path).folder
        while current.beginsWithBytes(of: content + "/"), rmdir(current) == 0 {
            current = Disk.parts(of: current).folder
        }
    }

    /// Whether the new place lies in the project, whatever links say.
    private var isInside: Bool {
        var current = Disk.parts(of: new).folder
        while Disk.kind(current) == nil { current = Disk.parts(of: current).folder }
        guard let target = Disk.resolved(current), let home = Disk.resolved(folder.path) else { return false }
        return target.hasSameBytes(as: home) || target.beginsWithBytes(of: home == "/" ? home : home + "/")
    }
}
