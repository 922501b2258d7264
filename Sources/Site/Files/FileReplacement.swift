import Foundation
import Guides

/// Writes a single file where one may be already: beside it first, then in its place, so that whatever happens there
/// is the old file or the new one, and never half of one.
public enum FileReplacement {
    /// Writes a file.
    ///
    /// - Throws: `OutputError` where the file cannot be written; what was there is as it was.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        guard Disk.kind(path) != .folder else { throw OutputError(path: path, .isFolder) }
        let url = URL(fileURLWithPath: path)
        let beside = url.deletingLastPathComponent()
            .appending(path: ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)").path
        do {
            try bytes.withUnsafeBufferPointer { (buffer) throws(Disk.Failure) in
                try Disk.write(buffer, toNew: beside)
            }
        } catch {
            unlink(beside)
            throw OutputError(path: path, .system(error.reason))
        }
        guard rename(beside, path) == 0 else {
            let failure = Disk.Failure(path: path, code: errno)
            unlink(beside)
            throw OutputError(path: path, .system(failure.reason))
        }
    }
}
