import Sources
import Synchronization

/// Lets what a build makes and the files of `static/` be in one site, and finds those of which one would take the other's place.
final class StaticSink: OutputSink {
    private let sink: any OutputSink
    private let files: StaticFiles
    private let folder: ProjectFolder
    private let taken = Mutex<Set<String>>([])

    /// - Parameter sink: where all of it goes.
    init(_ sink: any OutputSink, _ files: StaticFiles, of folder: ProjectFolder) {
        self.sink = sink
        self.files = files
        self.folder = folder
    }

    /// The files of `static/` whose places are taken.
    var diagnostics: [Diagnostic] {
        var paths = taken.withLock { $0 }
        if case .taken(let path) = files.claim(on: OutputFolder.markerName) { paths.insert(path) }
        return paths.sorted().map { Diagnostic(TakenName(), at: Place(path: "\(StaticFiles.folder)/\($0)")) }
    }

    /// Puts the files of `static/` to the others.
    func putFiles() throws(OutputError) {
        for path in files.paths {
            do {
                try sink.put(try folder.files.open("\(StaticFiles.folder)/\(path)"), at: path)
            } catch let error as OutputError {
                throw error
            } catch {
                throw OutputError(path: "\(StaticFiles.folder)/\(path)", .unread((error as? FileFailure)?.reason ?? ""))
            }
        }
    }

    private func isFree(_ path: String) -> Bool {
        switch files.claim(on: path) {
        case .none: return true
        case .replaced: return false
        case .taken(let file):
            taken.withLock { _ = $0.insert(file) }
            return false
        }
    }

    func put(_ bytes: UnsafeBufferPointer<UInt8>, at path: String) throws(OutputError) {
        if isFree(path) { try sink.put(bytes, at: path) }
    }

    func put(_ content: FileContent, at path: String) throws(OutputError) {
        if isFree(path) { try sink.put(content, at: path) }
    }

    func put(at path: String, _ pieces: (PutPiece) throws(OutputError) -> Void) throws(OutputError) {
        if isFree(path) { try sink.put(at: path, pieces) }
    }
}
