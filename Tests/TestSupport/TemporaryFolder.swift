import Foundation

/// A folder of a test's own, gone when the test is over.
public final class TemporaryFolder: Sendable {
    /// Where it is, without symbolic links in its path.
    public let url: URL

    /// Makes an empty folder.
    public init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "vademecum-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Its path.
    public var path: String { url.path }

    /// Writes a text, with the folders that it takes.
    public func write(_ text: String, at path: String) throws { try write(Data(text.utf8), at: path) }

    /// Writes bytes, with the folders that they take.
    public func write(_ data: Data, at path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    /// Copies what another folder holds into this one; files that are there already are replaced.
    public func copy(contentsOf folder: URL, to path: String = "") throws {
        for file in try Self.files(in: folder) {
            try write(Data(contentsOf: folder.appending(path: file)), at: path.isEmpty ? file : "\(path)/\(file)")
        }
    }

    /// The bytes of all files by their paths, to see that nothing changed.
    public func contents(of path: String = "") throws -> [String: Data] {
        let folder = path.isEmpty ? url : url.appending(path: path)
        return try Dictionary(
            uniqueKeysWithValues: Self.files(in: folder).map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
    }

    /// A file's text.
    public func text(at path: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
    }

    /// The paths of all files, sorted.
    public func files(in path: String = "") throws -> [String] {
        try Self.files(in: path.isEmpty ? url : url.appending(path: path))
    }

    /// The paths of all files below a folder, sorted, relative to it.
    public static func files(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder.appending(path: path).path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }
}
