import Foundation
import Sources

/// Files that are made where none are: all of them, or none.
struct NewFiles {
    /// The absolute path of the folder that they are made in; it is made, too.
    let folder: String
    private(set) var files: [(path: String, bytes: [UInt8])] = []

    init(in folder: String) { self.folder = folder }

    mutating func add(_ path: String, _ text: String) { files.append((path, Array(text.utf8))) }
    mutating func add(_ path: String, _ bytes: [UInt8]) { files.append((path, bytes)) }

    /// Makes them.
    ///
    /// - Returns: their paths, in their order.
    func write() throws(Refusal) -> [String] {
        let taken = files.filter { Disk.kind("\(folder)/\($0.path)") != nil }
        guard taken.isEmpty else {
            throw Refusal(taken.map { Diagnostic(ExistingFile(), at: Place(path: $0.path)) }, isUsage: true)
        }
        // A moment that Ctrl-C waits for.
        try Interruption.uninterrupted { () throws(Refusal) in try writeAll() }
        return files.map(\.path)
    }

    private func writeAll() throws(Refusal) {
        var made: [String] = []
        for (path, bytes) in files {
            let whole = "\(folder)/\(path)"
            do throws(Disk.Failure) {
                let parent = Disk.parts(of: whole).folder
                if let first = Self.firstMissing(of: parent) { made.append(first) }
                try Disk.makeFolder(parent)
                made.append(whole)
                try bytes.withUnsafeBufferPointer { (bytes) throws(Disk.Failure) in
                    try Disk.write(bytes, toNew: whole)
                }
            } catch {
                for path in made.reversed() where error.code != EEXIST || path != whole { Disk.remove(path) }
                throw .usage(UnwritableFile(reason: error.reason), at: path)
            }
        }
    }

    /// The outermost folder of a path that is not there yet.
    private static func firstMissing(of path: String) -> String? {
        guard Disk.kind(path) == nil else { return nil }
        let parent = Disk.parts(of: path).folder
        return parent == path ? path : firstMissing(of: parent) ?? path
    }
}
