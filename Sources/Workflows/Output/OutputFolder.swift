import CSystem
import Foundation
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The output folder, built beside its place and swapped in whole: after a crash, a kill or a full disk there is the
/// old site or the new one, never a mix.
public final class OutputFolder: OutputSink {
    /// The file by which a folder is known to be ours.
    static let markerName = ".vademecum"

    private let target: String
    private let temporary: String

    /// Checks the place and makes the folder beside it.
    ///
    /// - Parameters:
    ///   - path: absolute; it may exist if it is empty, or if it was built by Vademecum for the same audience.
    ///   - project: the project's folder, which must not be replaced.
    public init(at path: String, project: String, audience: Audience) throws(OutputError) {
        let target = Self.withoutTrailingSlash(path)
        try Self.check(target, project: project, audience: audience)
        self.target = target
        let url = URL(fileURLWithPath: target)
        let parent = url.deletingLastPathComponent().path
        do {
            try Disk.makeFolder(parent)
            Self.removeLeftovers(of: url.lastPathComponent, in: parent)
            let suffix = String(UInt32.random(in: .min ... .max), radix: 36)
            temporary = "\(parent == "/" ? "" : parent)/\(Self.prefix(url.lastPathComponent))\(getpid())-\(suffix)"
            try Disk.makeFolder(temporary)
        } catch {
            throw OutputError(error)
        }
        let marker = Self.marker(audience)
        do throws(OutputError) {
            try marker.withUnsafeBufferPointer { (bytes) throws(OutputError) in try put(bytes, at: Self.markerName) }
        } catch {
            abandon()
            throw error
        }
    }

    /// What the marker holds.
    static func marker(_ audience: Audience) -> [UInt8] {
        Array(
            "# Made by vademecum build; the whole folder is replaced by the next one.\nformat: 1\naudience: \(audience.rawValue)\n"
                .utf8)
    }

    /// Writes one file into the folder that is being built beside the target.
    package func put(_ bytes: UnsafeBufferPointer<UInt8>, at path: String) throws(OutputError) {
        guard !Self.leadsOut(path) else { throw OutputError(path: target, .outside(path)) }
        do throws(Disk.Failure) {
            do throws(Disk.Failure) {
                try Disk.write(bytes, toNew: "\(temporary)/\(path)")
            } catch {
                // The first file of a folder finds none: that is less to do than to remember all that were made.
                guard error.code == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { throw error }
                try Disk.makeFolder("\(temporary)/\(path[..<slash])")
                try Disk.write(bytes, toNew: "\(temporary)/\(path)")
            }
        } catch {
            throw OutputError(error)
        }
    }

    /// Writes one file, piece by piece.
    package func put(at path: String, _ pieces: (PutPiece) throws(OutputError) -> Void) throws(OutputError) {
        let whole = "\(temporary)/\(path)"
        try put(UnsafeBufferPointer(start: nil, count: 0), at: path)
        try pieces { (piece) throws(OutputError) in
            do throws(Disk.Failure) {
                try piece.withUnsafeBufferPointer { (bytes) throws(Disk.Failure) in try Disk.append(bytes, to: whole) }
            } catch {
                throw OutputError(error)
            }
        }
    }

    /// Whether a part of a path is empty, `.` or `..`.
    private static func leadsOut(_ path: String) -> Bool {
        var length = 0
        var dots = 0
        for byte in path.utf8 {
            if byte == UInt8(ascii: "/") {
                if length == dots, dots <= 2 { return true }
                (length, dots) = (0, 0)
            } else {
                length += 1
                if byte == UInt8(ascii: ".") { dots += 1 }
            }
        }
        return length == dots && dots <= 2
    }

    /// Puts the folder in its place; what stood there is removed afterwards.
    public func commit() throws(OutputError) {
        guard Disk.kind(target) != nil else {
            guard rename(temporary, target) == 0 else { throw failure() }
            return
        }
        try exchange()
        try? FileManager.default.removeItem(atPath: temporary)
    }

    /// Throws away what was built.
    public func abandon() {
        try? FileManager.default.removeItem(atPath: temporary)
    }

    private func exchange() throws(OutputError) {
        // One step where the file system can do it.
        if exchange_paths(temporary, target) == 0 { return }
        let aside = temporary + "-old"
        guard rename(target, aside) == 0 else { throw failure() }
        guard rename(temporary, target) == 0 else {
            let error = failure()
            _ = rename(aside, target)
            throw error
        }
        try? FileManager.default.removeItem(atPath: aside)
    }

    private func failure() -> OutputError { OutputError(path: target, .system(String(cString: strerror(errno)))) }

    // MARK: What may be replaced

    private static func check(_ target: String, project: String, audience: Audience) throws(OutputError) {
        let kind = Disk.kind(target)
        if kind == .link { throw OutputError(path: target, .link) }
        // Before anything else is said of the folder: nobody should be told to empty it.
        let folder = Disk.resolved(target) ?? target
        let home = Disk.resolved(project) ?? project
        guard folder != "/", home != folder, !home.hasPrefix(folder + "/") else {
            throw OutputError(path: target, .holdsProject)
        }
        switch kind {
        case nil: break
        case .folder: try checkOwnership(target, audience)
        default: throw OutputError(path: target, .notAFolder)
        }
    }

    private static func checkOwnership(_ target: String, _ audience: Audience) throws(OutputError) {
        let names: [String]
        do { names = try Disk.names(in: target) } catch { throw OutputError(error) }
        if names.isEmpty { return }
        guard let marker = try? Disk.read("\(target)/\(markerName)") else { throw OutputError(path: target, .foreign) }
        if marker == self.marker(audience) { return }
        for other in Audience.allCases where marker == self.marker(other) {
            throw OutputError(path: target, .otherAudience(other.rawValue))
        }
        throw OutputError(path: target, .foreign)
    }

    // MARK: Leftovers

    private static func prefix(_ name: String) -> String { ".\(name).vademecum-" }

    /// Removes what killed builds left beside the output: folders of our form whose process is gone.
    private static func removeLeftovers(of name: String, in parent: String) {
        let prefix = prefix(name)
        for name in (try? Disk.names(in: parent)) ?? [] where name.hasPrefix(prefix) {
            guard let process = Int32(name.dropFirst(prefix.count).prefix { $0.isNumber }), process > 0 else {
                continue
            }
            if kill(process, 0) != 0, errno == ESRCH {
                try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
            }
        }
    }

    private static func withoutTrailingSlash(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
