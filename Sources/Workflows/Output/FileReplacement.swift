/// Writes a single file that somebody named, where one may be already: whatever happens there is the old file or the
/// new one, and never half of one.
public enum FileReplacement {
    /// Writes a file. One that is there keeps its permissions, and a link stays one.
    ///
    /// - Throws: `OutputError` where the file cannot be written; what was there is as it was.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        guard Disk.kind(path) != .folder else { throw OutputError(path: path, .isFolder) }
        do {
            try Disk.put(bytes, at: path)
        } catch {
            throw OutputError(path: path, .system(error.reason))
        }
    }
}
