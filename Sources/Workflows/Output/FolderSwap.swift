import CSystem
import Foundation
import Sources

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Puts a folder in the place of another.
enum FolderSwap {
    /// Behind the name of an old folder that was set aside, where two cannot be exchanged in one step.
    private static let aside = "-old"

    /// Puts a folder in its place; what stood there, if anything, stands where the folder was.
    static func exchange(_ folder: String, _ target: String) throws(Disk.Failure) {
        guard Disk.kind(target) != nil else { return try move(folder, to: target) }
        keepMode(of: target, for: folder)
        // One step where the file system can do it.
        if exchange_paths(folder, target) == 0 { return }
        let old = folder + aside
        try move(target, to: old)
        do {
            try move(folder, to: target)
        } catch {
            _ = rename(old, target)
            throw error
        }
        _ = rename(old, folder)
    }

    /// Puts an old folder back that a run had set aside when it was killed.
    static func restore(_ target: String, in parent: String, _ prefix: String) {
        for name in (try? Disk.names(in: parent)) ?? [] where name.hasPrefix(prefix) && name.hasSuffix(aside) {
            guard WorkInProgress.isName(String(name.dropLast(aside.utf8.count)), prefix) else { continue }
            let path = "\(parent)/\(name)"
            if Disk.kind(target) == nil { _ = rename(path, target) } else { Disk.remove(path) }
        }
    }

    /// What the old folder was closed to stays closed. A group that may write there may do so in the new one.
    private static func keepMode(of target: String, for folder: String) {
        var (old, new) = (stat(), stat())
        guard lstat(target, &old) == 0, lstat(folder, &new) == 0 else { return }
        _ = chmod(folder, old.st_mode & (new.st_mode | 0o7022) & 0o7777)
    }

    private static func move(_ path: String, to target: String) throws(Disk.Failure) {
        guard rename(path, target) == 0 else { throw Disk.Failure(path: target, code: errno) }
    }

    // MARK: Contents

    /// Puts what is in a folder in the place of what is in the one around it, entry by entry: first the marker, so that the
    /// folder is known for ours whatever happens then. Where one step fails, those before it are taken back.
    static func exchangeContents(_ folder: String, _ target: String) throws(Disk.Failure) {
        let new = try Disk.names(in: folder)
        let old = try Disk.names(in: target).filter { !OutputPlace.isForeign($0) }
        var done: [(String, String)] = []
        do throws(Disk.Failure) {
            for name in [OutputFolder.markerName] + new.filter({ $0 != OutputFolder.markerName }) {
                let pair = ("\(folder)/\(name)", "\(target)/\(name)")
                try exchangeEntry(pair.0, pair.1)
                done.append(pair)
            }
            let names = Set(new.map { ExactText($0) })
            for name in old where !names.contains(ExactText(name)) {
                let pair = ("\(target)/\(name)", "\(folder)/\(name)")
                try move(pair.0, to: pair.1)
                done.append(pair)
            }
        } catch {
            for (from, to) in done.reversed() { try? exchangeEntry(to, from) }
            throw error
        }
    }

    /// An entry and the one of the same name change places, or one takes the place that is free.
    private static func exchangeEntry(_ path: String, _ target: String) throws(Disk.Failure) {
        switch (Disk.kind(path), Disk.kind(target)) {
        case (nil, nil): return
        case (_, nil): try move(path, to: target)
        case (nil, _): try move(target, to: path)
        default:
            if exchange_paths(path, target) == 0 { return }
            let old = path + aside
            try move(target, to: old)
            do {
                try move(path, to: target)
            } catch {
                _ = rename(old, target)
                throw error
            }
            try move(old, to: path)
        }
    }
}
