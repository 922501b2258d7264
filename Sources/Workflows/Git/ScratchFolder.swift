import Foundation

/// A temporary folder that only this user can read. It is removed with the last reference to it.
final class ScratchFolder: Sendable {
    private let work: WorkInProgress
    /// The absolute path.
    var path: String { work.path }

    /// Makes a folder, and removes those that killed runs left.
    init() throws(Disk.Failure) {
        // What the team's wiki says is nobody else's business.
        work = try WorkInProgress.folder(
            in: FileManager.default.temporaryDirectory.path, prefix: "vademecum-git-", mode: 0o700)
    }

    deinit { work.abandon() }

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
}
