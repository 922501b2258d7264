/// Writes a single file that somebody named, where one may be already: whatever happens there is the old file or the
/// new one, and never half of one.
public enum FileReplacement {
    /// Writes a file; one that is there keeps its permissions. A stream, such as `/dev/stdout` or `/dev/null`, is written to.
    ///
    /// - Throws: `OutputError` where the file cannot be written, or where a link, a socket or a disk stands in its place;
    ///   what was there is as it was.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        guard Disk.kind(path) != .folder else { throw OutputError(path: path, .isFolder) }
        guard Disk.kind(path) != .link || StandardStreams.descriptor(named: path) != nil else {
            throw OutputError(path: path, .link)
        }
        do {
            if try Disk.stream(bytes, to: path) { return }
            try Disk.put(bytes, at: path)
        } catch {
            throw OutputError(path: path, .system(error.reason))
        }
    }
}
