import CSystem
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files in a folder on the disk. Nothing is read that lies outside, and nothing is written there, whatever links say.
struct DiskFiles: Files {
    private let folder: String
    private let home: OpenFolder

    /// The folder itself, open for as long as somebody reads from it.
    private final class OpenFolder: Sendable {
        let descriptor: Int32
        init(_ path: String) { descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        deinit { if descriptor >= 0 { close(descriptor) } }
    }

    /// - Parameter folder: the absolute path.
    init(_ folder: String) {
        self.folder = folder
        home = OpenFolder(folder)
    }

    func read(_ path: String, most: Int) throws(FileFailure) -> [UInt8] {
        do throws(Disk.Failure) {
            return try opened(path).bytes(most: most)
        } catch {
            throw failure(path, error)
        }
    }

    func open(_ path: String) throws(FileFailure) -> FileContent {
        do throws(Disk.Failure) { return .file(try opened(path)) } catch { throw failure(path, error) }
    }

    func kind(_ path: String) -> FileKind? { Disk.kind(full(path)) }

    func listing(of folder: String) throws(FileFailure) -> [(name: String, kind: FileKind)] {
        do { return try Disk.listing(of: full(folder)) } catch { throw FileFailure(path: folder, reason: error.reason) }
    }

    func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        let full = full(path)
        guard isInside(Disk.parts(of: full).folder) else {
            throw FileFailure(path: path, reason: Self.leadsOut)
        }
        do { try Disk.put(bytes, at: full) } catch { throw FileFailure(path: path, reason: error.reason) }
    }

    private static let leadsOut = "it is a link that leads out of the project"

    private func opened(_ path: String) throws(Disk.Failure) -> OpenFile {
        let descriptor = open_beneath(home.descriptor, path, OpenFile.flags)
        if descriptor >= 0 || errno != EXDEV && errno != ENOSYS && errno != EBADF {
            return try OpenFile(path, descriptor: descriptor)
        }
        // A link that leads back in by a way through the root, or a system that cannot say.
        // What there is outside is nobody's business: not even whether there is something.
        let leadsOut = errno == EXDEV
        let full = full(path)
        guard let target = Disk.resolved(full) else { throw Disk.Failure(path: path, code: leadsOut ? EXDEV : errno) }
        guard isInside(target) else { throw Disk.Failure(path: path, code: EXDEV) }
        return try OpenFile(path, descriptor: Self.open(target, OpenFile.flags | O_NOFOLLOW))
    }

    private static func open(_ path: String, _ flags: Int32) -> Int32 {
        #if canImport(Darwin)
            Darwin.open(path, flags)
        #elseif canImport(Musl)
            Musl.open(path, flags)
        #else
            Glibc.open(path, flags)
        #endif
    }

    /// What is asked for was there when its folder was listed.
    private func failure(_ path: String, _ failure: Disk.Failure) -> FileFailure {
        switch failure.code {
        case EXDEV: FileFailure(path: path, reason: Self.leadsOut)
        case ELOOP: FileFailure(path: path, reason: "it is a link that leads to itself")
        case ENOENT where kind(path) == .link: FileFailure(path: path, reason: "it is a link that leads nowhere")
        case ENOENT: FileFailure(path: path, reason: "it was here, and vanished before it was read")
        default: FileFailure(path: path, reason: failure.reason)
        }
    }

    private func full(_ path: String) -> String { path.isEmpty ? folder : "\(folder)/\(path)" }

    private func isInside(_ path: String) -> Bool {
        guard let target = Disk.resolved(path), let home = Disk.resolved(folder) else { return false }
        return home == "/" || target == home || target.hasPrefix(home + "/")
    }
}
