#if os(Linux)
    import Foundation
    import Synchronization

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif

    /// Is told by Linux which files change (inotify(7)).
    final class InotifyWatch: FileWatch {
        private let descriptor: Int32
        private let watched: WatchedFiles
        /// The folder of each watch, from the project's; an absolute path where it lies elsewhere.
        private let folders = Mutex<[Int32: String]>([:])

        private static let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
        /// How long it is quiet before what was saved is whole, in milliseconds, and how long that may take.
        private static let quiet: Int32 = 3
        private static let mostPieces = 10

        /// Nil where the system gives no watch, or not for so many folders.
        init?(_ watched: WatchedFiles) {
            descriptor = inotify_init1(Int32(IN_CLOEXEC))
            self.watched = watched
            guard descriptor >= 0 else { return nil }
            guard add(watched.project, as: "") else { return nil }
            var isWhole = true
            for folder in WatchedFiles.folders { isWhole = addAll(folder, found: nil) && isWhole }
            for path in watched.others {
                let parent = Disk.parts(of: path).folder
                isWhole = add(parent, as: parent) && isWhole
            }
            guard isWhole else { return nil }
        }

        deinit { if descriptor >= 0 { close(descriptor) } }

        private func add(_ path: String, as folder: String) -> Bool {
            let watch = inotify_add_watch(descriptor, path, Self.events | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW))
            // What is gone again already needs no watch.
            guard watch >= 0 else { return errno == ENOENT || errno == ENOTDIR }
            folders.withLock { $0[watch] = folder }
            return true
        }

        /// Watches a folder and those in it.
        ///
        /// - Parameter found: takes the files that are there: they may have come before the watch did.
        private func addAll(_ folder: String, found: ((String) -> Void)?) -> Bool {
            let path = "\(watched.project)/\(folder)"
            guard Disk.kind(path) == .folder else { return true }
            guard add(path, as: folder) else { return false }
            var isWhole = true
            for (name, kind) in (try? Disk.listing(of: path)) ?? [] where !name.hasPrefix(".") {
                if kind == .folder {
                    isWhole = addAll("\(folder)/\(name)", found: found) && isWhole
                } else {
                    found?("\(folder)/\(name)")
                }
            }
            return isWhole
        }

        func wait() -> Set<String> {
            var changed: Set<String> = []
            while changed.isEmpty {
                guard isReady(within: -1) else { continue }
                for _ in 0..<Self.mostPieces {
                    guard take(&changed) else { return [] }
                    guard isReady(within: Self.quiet) else { break }
                }
            }
            return changed
        }

        private func isReady(within milliseconds: Int32) -> Bool {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            return poll(&request, 1, milliseconds) > 0
        }

        /// Reads what there is: `struct inotify_event` is four numbers of 32 bits, the watch, the events, a cookie, the length
        /// of the name, and the name.
        ///
        /// - Returns: whether nothing was lost.
        private func take(_ changed: inout Set<String>) -> Bool {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(descriptor, &buffer, buffer.count)
            var start = 0
            while start + 16 <= count {
                let (watch, mask, length) = buffer.withUnsafeBytes { bytes in
                    (
                        bytes.loadUnaligned(fromByteOffset: start, as: Int32.self),
                        bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self),
                        Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
                    )
                }
                let name = String(decoding: buffer[(start + 16)...].prefix(length).prefix { $0 != 0 }, as: UTF8.self)
                start += 16 + length
                if mask & UInt32(IN_Q_OVERFLOW) != 0 { return false }
                if mask & UInt32(IN_IGNORED) != 0 {
                    folders.withLock { _ = $0.removeValue(forKey: watch) }
                } else if !name.isEmpty, let folder = folders.withLock({ $0[watch] }) {
                    note(name, in: folder, mask, &changed)
                }
            }
            return true
        }

        private func note(_ name: String, in folder: String, _ mask: UInt32, _ changed: inout Set<String>) {
            let isFolder = mask & UInt32(IN_ISDIR) != 0
            // A file that was only begun says so again when it is closed.
            if !isFolder, mask & UInt32(IN_CREATE) != 0 { return }
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            if folder.hasPrefix("/") {
                if watched.others.contains(path) { changed.insert(path) }
                return
            }
            guard !name.hasPrefix(".") else { return }
            if folder.isEmpty, !(isFolder ? WatchedFiles.folders.contains(name) : WatchedFiles.names.contains(name)) {
                return
            }
            changed.insert(path)
            guard isFolder, mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 else { return }
            var found: Set<String> = []
            // Where there is no room for more watches, what is in the folder is seen when it is saved beside others.
            _ = addAll(path) { found.insert($0) }
            changed.formUnion(found)
        }
    }
#endif
