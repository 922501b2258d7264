import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Disk {
    /// Removes a file, or a folder with all that is in it; what cannot be removed stays. Links are removed, and what they
    /// lead to is not.
    static func remove(_ path: String) { remove(Array(path.utf8CString), in: AT_FDCWD) }

    /// - Parameters:
    ///   - path: its bytes, for a name need not be UTF-8, and a zero behind them.
    ///   - folder: the open folder that the path begins at.
    private static func remove(_ path: [CChar], in folder: Int32) {
        if unlinkat(folder, path, 0) == 0 || errno == ENOENT { return }
        let descriptor = openat(folder, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        guard let stream = fdopendir(descriptor) else {
            close(descriptor)
            return
        }
        var names: [[CChar]] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                let start = UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
                return Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
            }
            if name != [0x2E, 0] && name != [0x2E, 0x2E, 0] { names.append(name) }
        }
        for name in names { remove(name, in: descriptor) }
        closedir(stream)
        unlinkat(folder, path, AT_REMOVEDIR)
    }
}
