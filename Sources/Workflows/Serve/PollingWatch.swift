import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Looks at the files every now and then, where the system does not tell.
final class PollingWatch: FileWatch {
    /// A file as it was when it was looked at.
    private struct Seen: Equatable {
        let seconds: Int
        let nanoseconds: Int
        let size: Int
        let number: UInt64
    }

    private let watched: WatchedFiles
    private let interval: TimeInterval
    private let seen: Mutex<[String: Seen]>

    /// - Parameter interval: how long it waits before it looks again, in seconds.
    init(_ watched: WatchedFiles, interval: TimeInterval = 0.3) {
        self.watched = watched
        self.interval = interval
        seen = Mutex(Self.look(at: watched))
    }

    func wait() -> Set<String> {
        while true {
            Thread.sleep(forTimeInterval: interval)
            let now = Self.look(at: watched)
            let changed = seen.withLock { seen in
                let changed = Set(now.keys).union(seen.keys).filter { now[$0] != seen[$0] }
                seen = now
                return changed
            }
            if !changed.isEmpty { return changed }
        }
    }

    private static func look(at watched: WatchedFiles) -> [String: Seen] {
        var found: [String: Seen] = [:]
        for name in WatchedFiles.names { found[name] = look(at: "\(watched.project)/\(name)") }
        for path in watched.others { found[path] = look(at: path) }
        for folder in WatchedFiles.folders { look(into: folder, of: watched.project, &found) }
        return found
    }

    private static func look(into folder: String, of project: String, _ found: inout [String: Seen]) {
        for (name, kind) in (try? Disk.listing(of: "\(project)/\(folder)")) ?? [] where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            switch kind {
            case .folder: look(into: path, of: project, &found)
            default: found[path] = look(at: "\(project)/\(path)")
            }
        }
    }

    private static func look(at path: String) -> Seen? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return Seen(
            seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec), size: Int(status.st_size),
            number: UInt64(status.st_ino))
    }
}
