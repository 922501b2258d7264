import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A temporary folder that only this user can read. It is removed with the last reference to it.
final class ScratchFolder: Sendable {
    /// The absolute path.
    let path: String
    private static let prefix = "vademecum-git-"

    /// Makes a folder, and removes those that killed runs left.
    init() throws(Disk.Failure) {
        let parent = FileManager.default.temporaryDirectory.path
        Self.removeLeftovers(in: parent)
        path = "\(parent)/\(Self.prefix)\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        // What the team's wiki says is nobody else's business.
        guard mkdir(path, 0o700) == 0 else { throw Disk.Failure(path: path, code: errno) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A path in the folder that nothing has yet.
    func file(_ name: String) -> String {
        "\(path)/\(name)-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    }

    /// Writes a file of its own.
    func write(_ bytes: [UInt8], _ name: String) throws(Disk.Failure) -> String {
        let file = file(name)
        try bytes.withUnsafeBufferPointer { (buffer) throws(Disk.Failure) in try Disk.write(buffer, toNew: file) }
        return file
    }

    private static func removeLeftovers(in parent: String) {
        for name in (try? Disk.names(in: parent)) ?? [] where name.hasPrefix(prefix) {
            guard let process = Int32(name.dropFirst(prefix.count).prefix { $0.isNumber }), process > 0 else {
                continue
            }
            if kill(process, 0) != 0, errno == ESRCH {
                try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
            }
        }
    }
}
