import CSystem
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is open to be read: a real one, for whoever opens a FIFO or a device may wait for ever.
package final class OpenFile: Sendable {
    /// How files are opened: without waiting for anybody, and without a terminal becoming ours.
    static let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    /// How much is read at once where the system does not copy by itself.
    private static let pieceSize = 1 << 17

    let path: String
    private let descriptor: Int32
    /// How many bytes it had when it was opened.
    let size: Int

    /// Takes over a descriptor; `errno` says what was wrong where there is none.
    init(_ path: String, descriptor: Int32) throws(Disk.Failure) {
        // A socket cannot be opened at all.
        guard descriptor >= 0 else {
            throw errno == ENXIO
                ? Disk.Failure(path: path, .special("a socket")) : Disk.Failure(path: path, code: errno)
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw Disk.Failure(path: path, .special(Self.name(of: status.st_mode)))
        }
        self.path = path
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// What something that is no file is called.
    static func name(of mode: mode_t) -> String {
        switch mode & S_IFMT {
        case S_IFDIR: "a folder"
        case S_IFIFO: "a FIFO"
        case S_IFSOCK: "a socket"
        case S_IFCHR, S_IFBLK: "a device"
        default: "something else"
        }
    }

    /// All of it, as much as it has by now.
    func bytes(most: Int = .max) throws(Disk.Failure) -> [UInt8] {
        // One byte more than there should be: where it stays empty, that was the end.
        var bytes = try piece(most < size ? 0 : size + 1)
        var isEnd = bytes.count <= size
        while !isEnd, bytes.count <= most {
            let more = try piece(Self.pieceSize)
            bytes += more
            isEnd = more.isEmpty
        }
        guard size <= most, bytes.count <= most else { throw Disk.Failure(path: path, .tooLarge(most)) }
        return bytes
    }

    /// Its first bytes, as many as there are; read from the start.
    func head(_ most: Int) throws(Disk.Failure) -> [UInt8] {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Disk.Failure(path: path, code: errno) }
        return try piece(min(most, size))
    }

    /// The bytes that come next, as many as there are.
    private func piece(_ count: Int) throws(Disk.Failure) -> [UInt8] { try Disk.piece(of: descriptor, count, path) }

    /// All of it from the start, piece by piece.
    func pieces(_ take: ([UInt8]) throws(Disk.Failure) -> Void) throws(Disk.Failure) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Disk.Failure(path: path, code: errno) }
        while true {
            let bytes = try piece(Self.pieceSize)
            if bytes.isEmpty { return }
            try take(bytes)
        }
    }

    /// A file that may not be there.
    static func opened(_ path: String) -> OpenFile? { try? OpenFile(path, descriptor: open(path, flags)) }

    /// Whether another file holds the same.
    func isSame(as other: OpenFile) throws(Disk.Failure) -> Bool {
        guard size == other.size else { return false }
        for file in [self, other] where lseek(file.descriptor, 0, SEEK_SET) != 0 {
            throw Disk.Failure(path: file.path, code: errno)
        }
        while true {
            let (mine, theirs) = (try piece(Self.pieceSize), try other.piece(Self.pieceSize))
            if mine != theirs { return false }
            if mine.isEmpty { return true }
        }
    }

    /// Copies all of it into a file that is empty.
    func copy(to target: Int32, _ targetPath: String) throws(Disk.Failure) {
        // What has no size may have contents all the same, as in /proc.
        let copied = size == 0 ? 0 : copy_bytes(descriptor, target, Int64(size))
        if copied == Int64(size), size > 0 { return }
        guard copied >= 0 || errno == ENOSYS else { throw Disk.Failure(path: targetPath, code: errno) }
        // It has changed meanwhile, or the system copies nothing by itself.
        guard ftruncate(target, 0) == 0, lseek(target, 0, SEEK_SET) == 0 else {
            throw Disk.Failure(path: targetPath, code: errno)
        }
        try pieces { (bytes) throws(Disk.Failure) in
            try bytes.withUnsafeBufferPointer { (bytes) throws(Disk.Failure) in
                try Disk.write(bytes, to: target, targetPath)
            }
        }
    }
}

extension Disk {
    /// Up to so many bytes of an open file or stream; fewer only at its end.
    static func piece(of descriptor: Int32, _ most: Int, _ path: String) throws(Failure) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = 0
            while count < most, let base = buffer.baseAddress {
                #if canImport(Darwin)
                    let got = Darwin.read(descriptor, base + count, most - count)
                #elseif canImport(Musl)
                    let got = Musl.read(descriptor, base + count, most - count)
                #else
                    let got = Glibc.read(descriptor, base + count, most - count)
                #endif
                if got < 0, errno == EINTR { continue }
                if got < 0, errno == EAGAIN {
                    // Whoever shares the stream with us has set it not to wait; we do.
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                    _ = poll(&waiting, 1, -1)
                    continue
                }
                if got < 0 { failure = errno }
                if got <= 0 { break }
                count += got
            }
        }
        guard failure == 0 else { throw Failure(path: path, code: failure) }
        return bytes
    }
}
