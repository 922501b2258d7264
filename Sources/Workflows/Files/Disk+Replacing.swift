import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Disk {
    /// Writes a file as a whole or not at all, whether it was there or not: beside its place first, where all of it
    /// reaches the disk, then there in one step. It keeps its mode and, where the system allows it, its owner.
    ///
    /// Only files are replaced: neither a link nor what it leads to, no FIFO and no device.
    static func put(_ bytes: [UInt8], at path: String) throws(Failure) {
        let work = try stage(bytes, for: path)
        do throws(Failure) {
            try Interruption.uninterrupted { () throws(Failure) in
                guard rename(work.path, path) == 0 else { throw Failure(path: path, code: errno) }
            }
        } catch {
            work.abandon()
            throw error
        }
        work.end()
    }

    /// Writes what a file is to become beside its place, where all of it reaches the disk: to be renamed there, or abandoned.
    ///
    /// - Parameter other: a folder of the same disk to write in instead.
    static func stage(_ bytes: [UInt8], for path: String, in other: String? = nil) throws(Failure) -> WorkInProgress {
        let old = try replaceable(path)
        let (parent, name) = parts(of: path)
        let folder = other ?? parent
        let work = try WorkInProgress.file(in: folder, prefix: WorkInProgress.prefix(of: name))
        do throws(Failure) {
            try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
                try write(bytes, to: work.descriptor, path)
            }
            if let old {
                // Another owner first: changing that takes special bits away. It is no fault not to be allowed to.
                _ = fchown(work.descriptor, old.st_uid, old.st_gid)
                guard fchmod(work.descriptor, old.st_mode & 0o7777) == 0 else { throw Failure(path: path, code: errno) }
            }
            guard fsync(work.descriptor) == 0 || errno == EINVAL || errno == EROFS else {
                throw Failure(path: path, code: errno)
            }
        } catch {
            work.abandon()
            throw error
        }
        return work
    }

    /// The file that stands at a path; nil where nothing does.
    private static func replaceable(_ path: String) throws(Failure) -> stat? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw Failure(path: path, code: errno)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFLNK: throw Failure(path: path, .link)
        default: throw Failure(path: path, .special(OpenFile.name(of: status.st_mode)))
        }
        // To rename takes the folder's permission; a file that may not be written is not replaced either.
        guard access(path, W_OK) == 0 else { throw Failure(path: path, code: errno) }
        return status
    }

    /// Writes to a stream that has a name: a device such as a terminal, or a FIFO that somebody reads.
    ///
    /// - Returns: false where the path is that of something else.
    static func stream(_ bytes: [UInt8], to path: String) throws(Failure) -> Bool {
        var descriptor: Int32
        if let number = StandardStreams.descriptor(named: path) {
            descriptor = dup(number)
        } else {
            var status = stat()
            guard lstat(path, &status) == 0, [S_IFCHR, S_IFIFO].contains(status.st_mode & S_IFMT) else { return false }
            // Without waiting: a FIFO that nobody reads is an error at once.
            descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
            if descriptor < 0, errno == ENXIO { throw Failure(path: path, .special("a FIFO that nobody reads")) }
            if descriptor >= 0 { _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK) }
        }
        guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
        defer { close(descriptor) }
        try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in try write(bytes, to: descriptor, path) }
        return true
    }
}
