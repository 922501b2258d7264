import Foundation
import Sources
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a process is born with: standard input, output and errors, and other streams that somebody hands to it.
public enum StandardStreams {
    /// How writing to a stream ended.
    public enum Outcome: Equatable, Sendable {
        /// Everything is written.
        case done
        /// Whoever read has stopped reading, as `head` does: no fault of anybody's.
        case unread
        /// It could not be written, in the system's own words.
        case failed(String)
    }

    /// Sees to it that no file that is opened later takes the place of a stream that is closed, and that a reader who
    /// goes away is an error like others. To be called once, before anything is opened.
    public static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        // A file that grows past a limit is an error like a full disk.
        signal(SIGXFSZ, SIG_IGN)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            // Open for the other direction, so that using it stays an error. `open` takes the lowest number that is free.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// Writes all bytes to standard output or standard error.
    public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Outcome {
        do throws(Disk.Failure) {
            try bytes.withUnsafeBufferPointer { (bytes) throws(Disk.Failure) in
                try Disk.write(bytes, to: descriptor, "/dev/fd/\(descriptor)")
            }
            return .done
        } catch {
            if error.code == EPIPE { return .unread }
            return .failed(error.code == EBADF ? "it is closed" : error.reason)
        }
    }

    /// The name of standard input in messages.
    private static let inputName = "standard input"

    /// All that comes from standard input; nil, and a message, where it is closed or has no end.
    ///
    /// - Parameter most: how many bytes may come.
    public static func input(
        _ diagnostics: inout [Diagnostic], most: Int = ProjectFolder.largestFile
    ) -> SourceFile? {
        file(STDIN_FILENO, named: inputName, &diagnostics, most: most)
    }

    /// The stream that a path stands for, such as `/dev/stdin` or a shell's `<(…)`; nil for a path of anything else.
    static func descriptor(named path: String) -> Int32? {
        switch path {
        case "/dev/stdin": return STDIN_FILENO
        case "/dev/stdout": return STDOUT_FILENO
        case "/dev/stderr": return STDERR_FILENO
        default:
            for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
                return Int32(path.dropFirst(folder.count))
            }
            return nil
        }
    }

    /// What came from each stream: it comes once, and may be asked for again.
    private static let read = Mutex<[Int32: [UInt8]]>([:])

    /// All that comes from a stream.
    static func file(
        _ descriptor: Int32, named path: String, _ diagnostics: inout [Diagnostic],
        most: Int = ProjectFolder.largestFile
    ) -> SourceFile? {
        if let bytes = read.withLock({ $0[descriptor] }) { return SourceFile(path: path, bytes: bytes) }
        var reason = Disk.Failure(path: path, .tooLarge(most)).reason
        do throws(Disk.Failure) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw Disk.Failure(path: path, code: errno) }
            guard status.st_mode & S_IFMT != S_IFDIR else { throw Disk.Failure(path: path, .special("a folder")) }
            var bytes: [UInt8] = []
            var isEnd = false
            // What never ends is not waited for.
            while !isEnd, bytes.count <= most {
                let piece = try Disk.piece(of: descriptor, min(1 << 16, most + 1 - bytes.count), path)
                bytes += piece
                isEnd = piece.isEmpty
            }
            if bytes.count <= most {
                read.withLock { $0[descriptor] = bytes }
                return SourceFile(path: path, bytes: bytes)
            }
        } catch {
            reason = error.code == EBADF ? "it is closed" : error.reason
        }
        diagnostics.append(Diagnostic(UnreadableFile(reason: reason), at: Place(path: path)))
        return nil
    }
}
