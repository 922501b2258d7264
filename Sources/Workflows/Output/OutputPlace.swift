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

/// The place of an output folder, and what may be replaced there.
enum OutputPlace {
    /// How the names begin of what is built in a folder that cannot be swapped.
    static let innerPrefix = ".vademecum-build-"
    /// What a file system has at its root of its own accord.
    private static let ownNames: Set = ["lost+found"]

    /// Whether the name of a folder's entry says that it is no part of the site.
    static func isForeign(_ name: String) -> Bool {
        ownNames.contains(name) || WorkInProgress.isName(name, innerPrefix)
    }

    /// Refuses what is no folder of ours.
    static func check(_ target: String, project: String, audience: Audience) throws(OutputError) {
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
        if names.allSatisfy(isForeign) { return }
        let marker = try? Disk.read("\(target)/\(OutputFolder.markerName)", most: 1 << 10)
        if marker == OutputFolder.marker(audience) { return }
        for other in Audience.allCases where marker == OutputFolder.marker(other) {
            throw OutputError(path: target, .otherAudience(other.rawValue))
        }
        throw OutputError(path: target, .foreign)
    }

    /// Whether something is mounted on a folder, so that it cannot be renamed.
    static func isMounted(_ target: String) -> Bool {
        let answer = is_mount_point(target)
        if answer >= 0 { return answer == 1 }
        // Another device than its parent's; a part of the same file system that is mounted there is not found so.
        var (folder, parent) = (stat(), stat())
        return lstat(target, &folder) == 0 && stat("\(target)/..", &parent) == 0 && folder.st_dev != parent.st_dev
    }
}
