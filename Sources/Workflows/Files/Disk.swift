import CSystem
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reading and listing, with the operating system's own calls where a build does it thousands of times.
enum Disk {
    // MARK: Reading

    /// The bytes of a file, behind whatever links.
    ///
    /// - Parameter most: a file with more bytes is not read.
    static func read(_ path: String, most: Int = .max) throws(Failure) -> [UInt8] {
        try OpenFile(path, descriptor: open(path, OpenFile.flags)).bytes(most: most)
    }

    // MARK: Writing

    /// What a new file may be used for, less what the process's mask takes away: nobody but its owner writes to it.
    static let fileMode: mode_t = 0o644
    /// The same for a folder.
    static let folderMode: mode_t = 0o755

    /// Writes a new file; one that exists is an error.
    static func write(_ bytes: UnsafeBufferPointer<UInt8>, toNew path: String) throws(Failure) {
        try write(bytes, closing: open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileMode), path)
    }

    /// Writes more at the end of a file.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Failure) {
        try write(bytes, closing: open(path, O_WRONLY | O_APPEND | O_CLOEXEC), path)
    }

    /// Writes a new file with what another holds, the system copying it; one that exists is an error.
    static func copy(_ file: OpenFile, toNew path: String) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileMode)
        guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
        do {
            try file.copy(to: descriptor, path)
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw Failure(path: path, code: errno) }
    }

    private static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, closing descriptor: Int32, _ path: String
    ) throws(Failure) {
        guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
        do {
            try write(bytes, to: descriptor, path)
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw Failure(path: path, code: errno) }
    }

    /// Writes all bytes, however many the system takes at once.
    static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32, _ path: String) throws(Failure) {
        var written = 0
        while written < bytes.count, let base = bytes.baseAddress {
            #if canImport(Darwin)
                let count = Darwin.write(descriptor, base + written, bytes.count - written)
            #elseif canImport(Musl)
                let count = Musl.write(descriptor, base + written, bytes.count - written)
            #else
                let count = Glibc.write(descriptor, base + written, bytes.count - written)
            #endif
            if count < 0 {
                if errno == EINTR { continue }
                throw Failure(path: path, code: errno)
            }
            written += count
        }
    }

    // MARK: Looking

    /// What stands at a path; nil where nothing does. A link is a link, wherever it leads.
    static func kind(_ path: String) -> FileKind? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    /// The names in a folder, in the order of their bytes.
    static func names(in folder: String) throws(Failure) -> [String] { try listing(of: folder).map(\.name) }

    /// The names in a folder, in the order of their bytes, and what each is: one look for all of them, where the file
    /// system tells.
    ///
    /// A name that is no UTF-8 can be no name of ours: it is `.misnamed`, and shown as well as it can be.
    static func listing(of folder: String) throws(Failure) -> [(name: String, kind: FileKind)] {
        guard let stream = opendir(folder) else { throw Failure(path: folder, code: errno) }
        defer { closedir(stream) }
        var entries: [(name: String, kind: FileKind)] = []
        while let entry = readdir(stream) {
            let (name, isText) = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                let bytes = UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
                return String(validatingCString: bytes).map { ($0, true) } ?? (String(cString: bytes), false)
            }
            if name == "." || name == ".." { continue }
            let kind: FileKind? =
                switch Int(entry.pointee.d_type) {
                case _ where !isText: .misnamed
                case Int(DT_REG): .file
                case Int(DT_DIR): .folder
                case Int(DT_LNK): .link
                case Int(DT_UNKNOWN): self.kind("\(folder)/\(name)")
                default: .other
                }
            // What is gone by now was there a moment ago.
            if let kind { entries.append((name, kind)) }
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(Failure) {
        if mkdir(path, folderMode) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else {
            throw Failure(path: path, code: errno)
        }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, folderMode) == 0 || errno == EEXIST else { throw Failure(path: path, code: errno) }
    }

    /// The path with every link resolved; nil where it does not exist.
    static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// A path's folder, and the name in it; the current folder for a name alone.
    static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
        let name = String(path[path.utf8.index(after: slash)...])
        return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
    }
}
