import Guides
import Sources

/// The files of a project as they are when a folder of guides has moved: nothing on the disk is another.
final class MovedFiles: Files {
    private let base: any Files
    private let written = MemoryFiles()
    private let from: String
    private let to: String

    init(_ base: any Files, _ move: GuideMove) {
        self.base = base
        from = "\(InventoryReader.contentFolder)/\(move.from)"
        to = "\(InventoryReader.contentFolder)/\(move.to)"
    }

    /// Where a path is before the move; nil for what is not there after it.
    func before(_ path: String) -> String? {
        if path.hasSameBytes(as: to) || path.beginsWithBytes(of: to + "/") {
            return from + String(decoding: path.utf8.dropFirst(to.utf8.count), as: UTF8.self)
        }
        return path.hasSameBytes(as: from) || path.beginsWithBytes(of: from + "/") ? nil : path
    }

    /// Where a path is after the move.
    func after(_ path: String) -> String {
        guard path.hasSameBytes(as: from) || path.beginsWithBytes(of: from + "/") else { return path }
        return to + String(decoding: path.utf8.dropFirst(from.utf8.count), as: UTF8.self)
    }

    /// Whether folders lead to the new place.
    private func leadsToNew(_ path: String) -> Bool { to.beginsWithBytes(of: path + "/") }

    func read(_ path: String, most: Int) throws(FileFailure) -> [UInt8] {
        if written.kind(path) == .file { return try written.read(path, most: most) }
        guard let path = before(path) else { throw FileFailure(path: path, reason: "there is no such file") }
        return try base.read(path, most: most)
    }

    func open(_ path: String) throws(FileFailure) -> FileContent {
        if written.kind(path) == .file { return try written.open(path) }
        guard let path = before(path) else { throw FileFailure(path: path, reason: "there is no such file") }
        return try base.open(path)
    }

    func kind(_ path: String) -> FileKind? {
        if let kind = written.kind(path) { return kind }
        if leadsToNew(path) { return .folder }
        return before(path).flatMap { base.kind($0) }
    }

    func listing(of folder: String) throws(FileFailure) -> [(name: String, kind: FileKind)] {
        var entries: [String: FileKind] = [:]
        if let path = before(folder) {
            for (name, kind) in (try? base.listing(of: path)) ?? [] where !"\(path)/\(name)".hasSameBytes(as: from) {
                entries[name] = kind
            }
        }
        if leadsToNew(folder) {
            let rest = Substring(decoding: to.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self)
            entries[String(rest.prefix { $0 != "/" })] = .folder
        }
        for (name, kind) in (try? written.listing(of: folder)) ?? [] { entries[name] = kind }
        if entries.isEmpty, kind(folder) == nil { throw FileFailure(path: folder, reason: "there is no such folder") }
        return entries.sorted { $0.key.precedesByBytes($1.key) }.map { ($0.key, $0.value) }
    }

    func write(_ bytes: [UInt8], to path: String) throws(FileFailure) { try written.write(bytes, to: path) }

    /// What was written, by the paths after the move.
    var changes: [(path: String, bytes: [UInt8])] { written.all }
}
