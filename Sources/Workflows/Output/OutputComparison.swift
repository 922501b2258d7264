import Sources
import Synchronization
import Values

/// Compares what a build makes with a folder, and writes nothing.
public final class OutputComparison: OutputSink {
    private let folder: String
    private let state = Mutex<State>(State())

    private struct State {
        var produced: Set<ExactText> = []
        var missing: [String] = []
        var different: [String] = []
    }

    /// Compares with a folder that may not exist.
    public init(with folder: String, audience: Audience) throws(OutputError) {
        self.folder = folder
        try OutputFolder.marker(audience).withUnsafeBufferPointer { (bytes) throws(OutputError) in
            try put(bytes, at: OutputFolder.markerName)
        }
    }

    /// Compares one file with the one that stands there.
    package func put(_ bytes: UnsafeBufferPointer<UInt8>, at path: String) throws(OutputError) {
        let existing = try? Disk.read("\(folder)/\(path)")
        note(path, isSame: existing.map { $0.elementsEqual(bytes) })
    }

    /// Compares one file, piece by piece.
    package func put(at path: String, _ pieces: (PutPiece) throws(OutputError) -> Void) throws(OutputError) {
        var rest = (try? Disk.read("\(folder)/\(path)"))?[...]
        var isSame = true
        try pieces { (piece) throws(OutputError) in
            isSame = isSame && rest?.starts(with: piece) == true
            rest = rest?.dropFirst(piece.count)
        }
        note(path, isSame: rest.map { isSame && $0.isEmpty })
    }

    /// Compares one file with the one that it would be a copy of, without either being in memory.
    package func put(_ content: FileContent, at path: String) throws(OutputError) {
        switch content {
        case .bytes(let bytes):
            try bytes.withUnsafeBufferPointer { (bytes) throws(OutputError) in try put(bytes, at: path) }
        case .file(let file):
            do throws(Disk.Failure) {
                let there = OpenFile.opened("\(folder)/\(path)")
                note(path, isSame: try there.map { (there) throws(Disk.Failure) in try there.isSame(as: file) })
            } catch {
                throw OutputError(unread: error)
            }
        }
    }

    private func note(_ path: String, isSame: Bool?) {
        state.withLock { state in
            state.produced.insert(ExactText(path))
            if isSame == nil { state.missing.append(path) }
            if isSame == false { state.different.append(path) }
        }
    }

    /// What differs, by path; to be asked when all files were put.
    public func diagnostics(shownAs name: String) -> [Diagnostic] {
        let extra = files(in: "")
        return state.withLock { state in
            let faults =
                state.missing.map { ($0, StaleOutput.Fault.missing) } + state.different.map { ($0, .different) }
                + extra.filter { !state.produced.contains(ExactText($0)) }.map { ($0, .extra) }
            return faults.sorted { $0.0.precedesByBytes($1.0) }.map { path, fault in
                Diagnostic(StaleOutput(fault: fault), at: Place(path: "\(name)/\(path)"))
            }
        }
    }

    private func files(in path: String) -> [String] {
        let names = (try? Disk.names(in: path.isEmpty ? folder : "\(folder)/\(path)")) ?? []
        return names.filter { !path.isEmpty || !OutputPlace.isForeign($0) }.flatMap { name in
            let inner = path.isEmpty ? name : "\(path)/\(name)"
            return Disk.kind("\(folder)/\(inner)") == .folder ? files(in: inner) : [inner]
        }
    }
}
