import Sources
import Synchronization

/// Keeps what is written in memory, or forgets it.
final class MemorySink: OutputSink {
    /// A file of the output.
    enum Made: Sendable {
        /// What was put together.
        case bytes([UInt8])
        /// A file of the project, by its path there, which goes to the output as it is.
        case copy(of: String)
    }

    private let keeps: Bool
    private let made = Mutex<[String: Made]>([:])

    /// - Parameter keeps: false where only what is found on the way is wanted.
    init(keeps: Bool = true) { self.keeps = keeps }

    /// The files by their paths in the output.
    var files: [String: Made] { made.withLock { $0 } }

    func put(_ bytes: UnsafeBufferPointer<UInt8>, at path: String) throws(OutputError) {
        guard keeps else { return }
        let bytes = Array(bytes)
        made.withLock { $0[path] = .bytes(bytes) }
    }

    func put(_ content: FileContent, at path: String) throws(OutputError) {
        guard keeps else { return }
        made.withLock { made in
            switch content {
            case .bytes(let bytes): made[path] = .bytes(bytes)
            case .file(let file): made[path] = .copy(of: file.path)
            }
        }
    }

    func put(at path: String, _ pieces: (PutPiece) throws(OutputError) -> Void) throws(OutputError) {
        var whole: [UInt8] = []
        try pieces { (piece) throws(OutputError) in if keeps { whole += piece } }
        try whole.withUnsafeBufferPointer { (bytes) throws(OutputError) in try put(bytes, at: path) }
    }
}
