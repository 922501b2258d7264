import Foundation
import Sources

/// A project's folder: where its files are, and how they are read.
public struct ProjectFolder: Sendable {
    /// The absolute path.
    public let path: String
    /// What is in it.
    let files: any Files
    /// The configuration's name.
    static let configurationName = "vademecum.yaml"
    /// The file of a person's own values, which is never committed.
    static let localName = "vademecum.local.yaml"
    /// Larger files are not read: no guide is.
    public static let largestFile = 4 << 20

    /// The folder at a path, or, without one, the nearest upward that has a configuration.
    ///
    /// - Returns: nil where there is none.
    public init?(_ given: String?, from current: String = FileManager.default.currentDirectoryPath) {
        if let given {
            let url = URL(fileURLWithPath: given, relativeTo: URL(fileURLWithPath: current, isDirectory: true))
            path = url.standardizedFileURL.path
            files = DiskFiles(path)
            guard has(Self.configurationName) else { return nil }
            return
        }
        var folder = current
        while Disk.kind("\(folder)/\(Self.configurationName)") == nil {
            guard folder != "/", !folder.isEmpty else { return nil }
            folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        }
        path = folder
        files = DiskFiles(path)
    }

    /// A project that is not in a folder of the disk.
    ///
    /// - Parameter path: what stands for the folder’s path where one has to be named.
    package init(_ files: any Files, path: String = "/project") {
        self.files = files
        self.path = path
    }

    /// Reads a file of the project.
    ///
    /// - Parameter name: the path from the project's folder.
    func read(_ name: String, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
        do throws(FileFailure) {
            return SourceFile(path: name, bytes: try files.read(name, most: Self.largestFile))
        } catch {
            diagnostics.append(Diagnostic(UnreadableFile(reason: error.reason), at: Place(path: name)))
            return nil
        }
    }

    /// The first bytes of a file; nil where it cannot be read, which is told where it is copied.
    func head(of name: String, most: Int) -> [UInt8]? {
        switch try? files.open(name) {
        case .file(let file)?: try? file.head(most)
        case .bytes(let bytes)?: Array(bytes.prefix(most))
        case nil: nil
        }
    }

    /// The way from the current folder to the project's, with a slash at its end; empty where they are the same, or
    /// where the project is not below.
    public var pathFromCurrent: String {
        let current = FileManager.default.currentDirectoryPath
        guard let home = Disk.resolved(path), let here = Disk.resolved(current), home.hasPrefix(here + "/") else {
            return ""
        }
        return String(home.dropFirst(here.count + 1)) + "/"
    }

    /// The way from the root of the git repository to the project's folder, with a slash at its end; empty where they are the
    /// same. Without a repository it is the way from the folder that a service names as its work space, or else from the
    /// current one.
    public var pathFromRepository: String {
        guard let home = Disk.resolved(path) else { return pathFromCurrent }
        var folder = home
        while Disk.kind("\(folder)/.git") == nil {
            guard folder != "/", !folder.isEmpty else { return pathFromWorkspace(home) }
            folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        }
        return folder == home ? "" : String(home.dropFirst(folder == "/" ? 1 : folder.count + 1)) + "/"
    }

    private func pathFromWorkspace(_ home: String) -> String {
        for name in ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"] {
            guard let value = ProcessInfo.processInfo.environment[name], let root = Disk.resolved(value) else {
                continue
            }
            if root == home { return "" }
            if home.hasPrefix(root + "/") { return String(home.dropFirst(root.count + 1)) + "/" }
        }
        return pathFromCurrent
    }

    /// Whether a file is there.
    func has(_ name: String) -> Bool { files.kind(name) != nil }
}
