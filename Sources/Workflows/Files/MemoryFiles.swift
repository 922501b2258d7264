import Sources
import Synchronization

/// Files in memory: a project that is no folder, such as a test’s.
package final class MemoryFiles: Files {
    private let files: Mutex<[String: [UInt8]]>

    /// - Parameter files: the bytes by their paths.
    package init(_ files: [String: [UInt8]] = [:]) { self.files = Mutex(files) }

    /// - Parameter texts: the files by their paths.
    package convenience init(texts: [String: String]) { self.init(texts.mapValues { Array($0.utf8) }) }

    /// All files, by their paths.
    var all: [(path: String, bytes: [UInt8])] {
        files.withLock { files in
            files.sorted { $0.key.precedesByBytes($1.key) }.map { (path: $0.key, bytes: $0.value) }
        }
    }

    /// The bytes of a file.
    package func read(_ path: String, most: Int) throws(FileFailure) -> [UInt8] {
        guard let bytes = files.withLock({ $0[path] }) else {
            throw FileFailure(path: path, reason: kind(path) == nil ? "there is no such file" : "it is a folder")
        }
        guard bytes.count <= most else {
            throw FileFailure(path: path, reason: Disk.Failure(path: path, .tooLarge(most)).reason)
        }
        return bytes
    }

    /// A file to be handed on.
    package func open(_ path: String) throws(FileFailure) -> FileContent { .bytes(try read(path)) }

    /// A path that others begin with is a folder.
    package func kind(_ path: String) -> FileKind? {
        files.withLock { files in
            if files[path] != nil { return .file }
            return files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
        }
    }

    /// The names in a folder, in the order of their bytes.
    package func listing(of folder: String) throws(FileFailure) -> [(name: String, kind: FileKind)] {
        let start = folder.isEmpty ? "" : folder + "/"
        var kinds: [String: FileKind] = [:]
        for path in files.withLock({ Array($0.keys) }) where path.hasPrefix(start) {
            let parts = path.dropFirst(start.count).split(separator: "/", maxSplits: 1)
            if let name = parts.first { kinds[String(name)] = parts.count == 1 ? .file : .folder }
        }
        guard !kinds.isEmpty else { throw FileFailure(path: folder, reason: "there is no such folder") }
        return kinds.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    }

    /// Puts a file there, or another in its place.
    package func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        files.withLock { $0[path] = bytes }
    }
}
