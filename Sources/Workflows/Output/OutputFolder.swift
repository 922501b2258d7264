import Foundation
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The output folder, built beside its place and swapped in whole: after a crash, a kill or a full disk there is the
/// old site or the new one, never a mix.
///
/// A folder that something is mounted on, such as a container’s volume, cannot be swapped: what is in it is, entry by entry,
/// when all of the new site is written.
public final class OutputFolder: OutputSink {
    /// The file by which a folder is known to be ours.
    static let markerName = ".vademecum"

    private let target: String
    private let work: WorkInProgress
    private let isMounted: Bool

    /// Checks the place and makes the folder beside it.
    ///
    /// - Parameters:
    ///   - path: absolute; it may exist if it is empty, or if it was built by Vademecum for the same audience.
    ///   - project: the project's folder, which must not be replaced.
    public init(at path: String, project: String, audience: Audience) throws(OutputError) {
        let target = Self.withoutTrailingSlash(path)
        try OutputPlace.check(target, project: project, audience: audience)
        self.target = target
        let isMounted = OutputPlace.isMounted(target)
        self.isMounted = isMounted
        let (parent, name) = Disk.parts(of: target)
        do {
            if isMounted {
                work = try WorkInProgress.folder(in: target, prefix: OutputPlace.innerPrefix)
            } else {
                try Disk.makeFolder(parent)
                let prefix = WorkInProgress.prefix(of: name)
                FolderSwap.restore(target, in: parent, prefix)
                work = try WorkInProgress.folder(in: parent, prefix: prefix)
            }
        } catch {
            throw OutputError(error)
        }
        let marker = Self.marker(audience)
        do throws(OutputError) {
            try marker.withUnsafeBufferPointer { (bytes) throws(OutputError) in try put(bytes, at: Self.markerName) }
        } catch {
            abandon()
            throw error
        }
    }

    /// What the marker holds.
    static func marker(_ audience: Audience) -> [UInt8] {
        Array(
            "# Made by vademecum build; the whole folder is replaced by the next one.\nformat: 1\naudience: \(audience.rawValue)\n"
                .utf8)
    }

    /// Writes one file into the folder that is being built beside the target.
    package func put(_ bytes: UnsafeBufferPointer<UInt8>, at path: String) throws(OutputError) {
        guard !Self.leadsOut(path) else { throw OutputError(path: target, .outside(path)) }
        do throws(Disk.Failure) {
            try place(path) { (whole) throws(Disk.Failure) in try Disk.write(bytes, toNew: whole) }
        } catch {
            throw OutputError(error)
        }
    }

    /// Writes one file as another has it; the system copies it.
    package func put(_ content: FileContent, at path: String) throws(OutputError) {
        switch content {
        case .bytes(let bytes):
            try bytes.withUnsafeBufferPointer { (bytes) throws(OutputError) in try put(bytes, at: path) }
        case .file(let file):
            guard !Self.leadsOut(path) else { throw OutputError(path: target, .outside(path)) }
            do throws(Disk.Failure) {
                try place(path) { (whole) throws(Disk.Failure) in try Disk.copy(file, toNew: whole) }
            } catch {
                throw error.path == file.path ? OutputError(unread: error) : OutputError(error)
            }
        }
    }

    /// Writes one file, piece by piece.
    package func put(at path: String, _ pieces: (PutPiece) throws(OutputError) -> Void) throws(OutputError) {
        let whole = "\(work.path)/\(path)"
        try put(UnsafeBufferPointer(start: nil, count: 0), at: path)
        try pieces { (piece) throws(OutputError) in
            Interruption.check()
            do throws(Disk.Failure) {
                try piece.withUnsafeBufferPointer { (bytes) throws(Disk.Failure) in try Disk.append(bytes, to: whole) }
            } catch {
                throw OutputError(error)
            }
        }
    }

    /// Writes a file at its place below the folder that is being built.
    private func place(_ path: String, _ write: (String) throws(Disk.Failure) -> Void) throws(Disk.Failure) {
        Interruption.check()
        do throws(Disk.Failure) {
            try write("\(work.path)/\(path)")
        } catch {
            // The first file of a folder finds none: that is less to do than to remember all that were made.
            guard error.code == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { throw error }
            try Disk.makeFolder("\(work.path)/\(path[..<slash])")
            try write("\(work.path)/\(path)")
        }
    }

    /// Whether a part of a path is empty, `.` or `..`.
    private static func leadsOut(_ path: String) -> Bool {
        var length = 0
        var dots = 0
        for byte in path.utf8 {
            if byte == UInt8(ascii: "/") {
                if length == dots, dots <= 2 { return true }
                (length, dots) = (0, 0)
            } else {
                length += 1
                if byte == UInt8(ascii: ".") { dots += 1 }
            }
        }
        return length == dots && dots <= 2
    }

    /// Puts the folder in its place; what stood there is removed afterwards.
    public func commit() throws(OutputError) {
        do throws(Disk.Failure) {
            try Interruption.uninterrupted { () throws(Disk.Failure) in
                if isMounted {
                    try FolderSwap.exchangeContents(work.path, target)
                } else {
                    try FolderSwap.exchange(work.path, target)
                }
            }
        } catch {
            throw OutputError(path: target, .system(error.reason))
        }
        // What is there now is what stood in the other's place.
        work.abandon()
    }

    /// Throws away what was built.
    public func abandon() { work.abandon() }

    private static func withoutTrailingSlash(_ path: String) -> String {
        var path = path
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        return path
    }
}
