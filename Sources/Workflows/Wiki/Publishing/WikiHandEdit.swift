import Foundation

/// Who touched a page by hand, and when.
public struct WikiHandEdit: Sendable, Equatable {
    /// The name that the commit gives.
    public let author: String
    /// The address that the commit gives.
    let email: String
    /// The day and the time in UTC, as ISO 8601 has them.
    public let date: String
    /// The commit.
    public let commit: String

    /// Reads `author NAME <EMAIL> SECONDS ZONE` of a commit.
    init?(commit id: String, _ bytes: [UInt8]) {
        let header = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("author ") }
        guard let header, let mail = header.firstIndex(of: "<"), let end = header.lastIndex(of: ">"), mail < end,
            let seconds = header.split(separator: " ").suffix(2).first.flatMap({ Double($0) })
        else { return nil }
        email = String(header[header.index(after: mail)..<end])
        author = header[..<mail].dropFirst(7).trimmingCharacters(in: .whitespaces)
        date = Date(timeIntervalSince1970: seconds).formatted(.iso8601)
        commit = id
    }
}

extension GitClone {
    /// The most paths that git is given to look for; beyond, it lists everything.
    private static let mostPaths = 500

    /// The last commit of a person, for each path that has one.
    func handEdits(of paths: Set<String>) throws(GitError) -> [String: WikiHandEdit] {
        guard let head, !paths.isEmpty else { return [:] }
        let listing = try run(
            [
                "--literal-pathspecs", "log", "-z", "--format=%H", "--name-only", "--no-renames", "--invert-grep",
                "--fixed-strings", "--grep=\(WikiCommitMessage.signature)", head, "--",
            ] + (paths.count > Self.mostPaths ? [] : paths.sorted()))
        var commits: [String: String] = [:]
        var commit = ""
        // A commit's ID, then the names of its files, the first of them on a new line.
        for field in listing.output.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) }) {
            if Self.isID(field) {
                commit = field
            } else {
                let path = field.hasPrefix("\n") ? String(field.dropFirst()) : field
                if paths.contains(path), commits[path] == nil { commits[path] = commit }
            }
        }
        let objects = try contents(of: Set(commits.values))
        return commits.compactMapValues { id in objects[id].flatMap { WikiHandEdit(commit: id, $0) } }
    }

    private static func isID(_ text: String) -> Bool {
        [40, 64].contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
