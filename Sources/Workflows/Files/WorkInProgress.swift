import Foundation
import Sources
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file or a folder that is being written beside what it is going to replace.
///
/// Whoever works on it holds a lock on it (`flock`), which the system takes away with the process, however that ends.
/// What nobody holds was left behind, and the next run removes it. Numbers of processes would not tell: two machines or
/// two containers that share a folder count their own.
final class WorkInProgress: Sendable {
    /// The absolute path, or one from the current folder.
    let path: String
    /// The open file; a folder's cannot be written to.
    let descriptor: Int32
    private let isOpen = Atomic(true)

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
        Interruption.add(path)
    }

    deinit { end() }

    /// Gives up the lock, to be called when the work is in its place or thrown away.
    func end() {
        guard isOpen.exchange(false, ordering: .relaxed) else { return }
        close(descriptor)
        Interruption.remove(path)
    }

    /// Throws the work away.
    func abandon() {
        Disk.remove(path)
        end()
    }

    // MARK: Beginning

    /// How the names of work on a file or a folder begin.
    static func prefix(of name: String) -> String {
        // Names have 255 bytes at most, and more comes behind this.
        var start = name
        while start.utf8.count > 180 { start.removeLast() }
        return ".\(start).vademecum-"
    }

    /// Makes a folder to work in, and removes those that nobody works in any more.
    static func folder(in parent: String, prefix: String, mode: mode_t = Disk.folderMode) throws(Disk.Failure)
        -> WorkInProgress
    {
        try begin(in: parent, prefix) { path in
            guard mkdir(path, mode) == 0 else { return -1 }
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            return descriptor < 0 && errno == ENOENT ? goneAgain : descriptor
        }
    }

    /// Makes a file to write, and removes those that nobody writes any more.
    static func file(in parent: String, prefix: String, mode: mode_t = Disk.fileMode) throws(Disk.Failure)
        -> WorkInProgress
    {
        try begin(in: parent, prefix) { path in open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
    }

    /// Instead of a descriptor: before it was locked, another run took the folder for a leftover.
    private static let goneAgain: Int32 = -2

    private static func begin(
        in parent: String, _ prefix: String, _ make: (String) -> Int32
    ) throws(Disk.Failure) -> WorkInProgress {
        removeLeftovers(of: prefix, in: parent)
        while true {
            let suffix = "\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
            let path = "\(parent == "/" ? "" : parent)/\(prefix)\(suffix)"
            let descriptor = make(path)
            if descriptor == goneAgain { continue }
            guard descriptor >= 0 else { throw Disk.Failure(path: path, code: errno) }
            if isOurs(descriptor, path) { return WorkInProgress(path: path, descriptor: descriptor) }
            close(descriptor)
        }
    }

    /// Locks new work; false where another run was faster, and takes it for a leftover.
    private static func isOurs(_ descriptor: Int32, _ path: String) -> Bool {
        // Where the system knows no locks, nobody can take it for one.
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 { return errno != EWOULDBLOCK }
        return isSame(descriptor, path)
    }

    /// Whether a path still leads to the file that is open.
    private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
        var (open, named) = (stat(), stat())
        return fstat(descriptor, &open) == 0 && lstat(path, &named) == 0 && open.st_ino == named.st_ino
            && open.st_dev == named.st_dev
    }

    // MARK: Leftovers

    /// Removes what runs left that were killed.
    static func removeLeftovers(of prefix: String, in parent: String) {
        for name in (try? Disk.names(in: parent)) ?? [] where isName(name, prefix) {
            let path = "\(parent)/\(name)"
            let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_uid == geteuid() || geteuid() == 0,
                flock(descriptor, LOCK_EX | LOCK_NB) == 0, isSame(descriptor, path)
            else { continue }
            Disk.remove(path)
        }
    }

    /// Whether a name is that of somebody's work: behind the prefix stand the number of a process and another.
    static func isName(_ name: String, _ prefix: String) -> Bool {
        guard name.hasPrefix(prefix) else { return false }
        let parts = name.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        return parts[0].utf8.allSatisfy(\.isASCIIDigit) && parts[1].utf8.allSatisfy(\.isASCIIAlphanumeric)
    }
}
