import Foundation
import Guides

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reading and listing, with the operating system's own calls where a build does it thousands of times.
enum Disk {
    /// A file that could not be read, or written.
    struct Failure: Error {
        let path: String
        let code: Int32

        /// The system's own words.
        var reason: String { String(cString: strerror(code)) }

        /// Whether a link stood in the way.
        var isLink: Bool { code == ELOOP }
    }

    /// The bytes of a file.
    ///
    /// - Parameter followsLink: whether a symbolic link is followed; without, it is a failure.
    static func read(_ path: String, followsLink: Bool = true) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure(path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(path: path, code: EISDIR) }
        let size = Int(status.st_size)
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Self.read(descriptor, buffer, count, size)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { break }
                count += got
            }
        }
        guard failure == 0 else { throw Failure(path: path, code: failure) }
        return bytes
    }

    private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ end: Int)
        -> Int
    {
        guard let base = buffer.baseAddress else { return 0 }
        #if canImport(Darwin)
            return Darwin.read(descriptor, base + start, end - start)
        #elseif canImport(Musl)
            return Musl.read(descriptor, base + start, end - start)
        #else
            return Glibc.read(descriptor, base + start, end - start)
        #endif
    }

    /// Writes a new file; one that exists is an error.
    static func write(_ bytes: UnsafeBufferPointer<UInt8>, toNew path: String) throws(Failure) {
        try write(bytes, to: open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666), path)
    }

    /// Writes more at the end of a file.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Failure) {
        try write(bytes, to: open(path, O_WRONLY | O_APPEND | O_CLOEXEC), path)
    }

    private static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32, _ path: String
    ) throws(Failure) {
        guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
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
                let code = errno
                close(descriptor)
                throw Failure(path: path, code: code)
            }
            written += count
        }
        guard close(descriptor) == 0 else { throw Failure(path: path, code: errno) }
    }

    /// Replaces what a file holds, as a whole or not at all; it keeps its permissions. A link stays one, and the file
    /// that it leads to is replaced.
    static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
        guard let path = resolved(path) else { throw Failure(path: path, code: errno) }
        var status = stat()
        // To rename takes the folder's permission; a file that may not be written is not replaced either.
        guard stat(path, &status) == 0, access(path, W_OK) == 0 else { throw Failure(path: path, code: errno) }
        try put(bytes, inPlaceOf: path, mode: status.st_mode & 0o7777)
    }

    /// Writes a file as a whole or not at all, whether it was there or not.
    static func put(_ bytes: [UInt8], at path: String) throws(Failure) {
        if kind(path) != nil { return try replace(path, with: bytes) }
        try put(bytes, inPlaceOf: path, mode: nil)
    }

    /// Writes beside a path first, then moves what is whole there.
    ///
    /// - Parameter mode: the file's permissions; nil for those that any new file has.
    private static func put(_ bytes: [UInt8], inPlaceOf path: String, mode: mode_t?) throws(Failure) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        let suffix = "\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 36))"
        let temporary = "\(path[..<slash]).\(path[slash...]).vademecum-\(suffix)"
        do throws(Failure) {
            try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) in try write(buffer, toNew: temporary) }
            guard mode.map({ chmod(temporary, $0) }) ?? 0 == 0, rename(temporary, path) == 0 else {
                throw Failure(path: path, code: errno)
            }
        } catch {
            unlink(temporary)
            throw error
        }
    }

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
    static func listing(of folder: String) throws(Failure) -> [(name: String, kind: FileKind)] {
        guard let stream = opendir(folder) else { throw Failure(path: folder, code: errno) }
        defer { closedir(stream) }
        var entries: [(name: String, kind: FileKind)] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
            }
            if name == "." || name == ".." { continue }
            let kind: FileKind? =
                switch Int(entry.pointee.d_type) {
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
        if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
            throw Failure(path: path, code: errno)
        }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Failure(path: path, code: errno) }
    }

    /// The path with every link resolved; nil where it does not exist.
    static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }
}
