import Foundation
import Guides

/// A project on disk: where its files are, and how they are read.
public struct ProjectFolder: Sendable {
    /// The absolute path.
    public let path: String
    /// The configuration's name.
    static let configurationName = "vademecum.yaml"
    /// The values that are nobody else's business.
    static let localName = "vademecum.local.yaml"
    /// Larger files are not read: no guide is.
    static let largestFile = 4 << 20

    /// The folder at a path, or, without one, the nearest upward that has a configuration.
    ///
    /// - Returns: nil where there is none.
    public init?(_ given: String?, from current: String = FileManager.default.currentDirectoryPath) {
        if let given {
            let url = URL(fileURLWithPath: given, relativeTo: URL(fileURLWithPath: current, isDirectory: true))
            path = url.standardizedFileURL.path
            guard Disk.kind("\(path)/\(Self.configurationName)") != nil else { return nil }
            return
        }
        var folder = current
        while Disk.kind("\(folder)/\(Self.configurationName)") == nil {
            guard folder != "/", !folder.isEmpty else { return nil }
            folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        }
        path = folder
    }

    /// Reads a file of the project.
    ///
    /// - Parameter name: the path from the project's folder.
    func read(_ name: String, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
        let full = name.hasPrefix("/") ? name : "\(path)/\(name)"
        do {
            let bytes: [UInt8]
            do throws(Disk.Failure) {
                bytes = try Disk.read(full, followsLink: false)
            } catch  where error.isLink {
                guard isInside(full) else {
                    let problem = UnreadableFile(reason: "it is a link that leads out of the project")
                    diagnostics.append(Diagnostic(problem, at: Place(path: name)))
                    return nil
                }
                bytes = try Disk.read(full)
            }
            guard bytes.count <= Self.largestFile else {
                let reason = "it is larger than \(Self.largestFile >> 20) MiB"
                diagnostics.append(Diagnostic(UnreadableFile(reason: reason), at: Place(path: name)))
                return nil
            }
            return SourceFile(path: name, bytes: bytes)
        } catch {
            diagnostics.append(Diagnostic(UnreadableFile(reason: error.reason), at: Place(path: name)))
            return nil
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

    /// Whether a file is there.
    func has(_ name: String) -> Bool { Disk.kind("\(path)/\(name)") != nil }

    private func isInside(_ path: String) -> Bool {
        guard let target = Disk.resolved(path), let home = Disk.resolved(self.path) else { return false }
        return target.hasPrefix(home + "/")
    }
}

/// A file that cannot be read.
struct UnreadableFile: Problem {
    static let check = "unreadable-file"
    let reason: String

    var message: String { "cannot read this file: \(reason)" }
}
