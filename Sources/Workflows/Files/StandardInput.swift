import Sources

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What somebody pipes into the program.
public enum StandardInput {
    /// The most that is ever read of it: no text and no message may be as long, and what never ends has to end somewhere.
    public static let largestSize = 4 << 20

    /// All of standard input, or a little more than may be read; nil, and a message, where there is none to read.
    ///
    /// Whoever takes the bytes says what there is too much of, where there is.
    public static func read(_ diagnostics: inout [Diagnostic]) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= largestSize {
            let count = buffer.withUnsafeMutableBytes { readBytes(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let failure = Disk.Failure(path: "standard input", code: errno)
                diagnostics.append(Diagnostic(UnreadableFile(reason: failure.reason), at: Place(path: failure.path)))
                return nil
            }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}

/// The system's own call, by a name that none of ours hides.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
