import Foundation
import Sources

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
    /// The lines of the page that this person wrote, from 1; empty where nobody else edited it.
    public internal(set) var lines: [ClosedRange<Int>] = []

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

extension WikiHandEdit {
    /// The person, the time, and of several people the lines that are theirs.
    fileprivate var words: String {
        let parts = lines.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        let noun = parts.count == 1 && lines[0].count == 1 ? "line" : "lines"
        return "\(author) on \(date)" + (parts.isEmpty ? "" : " (\(noun) \(parts.joined(separator: ", ")))")
    }

    /// The same for programs.
    var json: JSONValue {
        [
            "author": .string(author), "date": .string(date), "commit": .string(commit),
            "lines": .array(lines.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) }),
        ]
    }
}

extension [WikiHandEdit] {
    /// All of them, in one phrase.
    public var listed: String {
        let words = map(\.words)
        return words.count < 2
            ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
    }
}

extension GitClone {
    /// The most paths that git is given to look for; beyond, it lists everything.
    private static let mostPaths = 500

    /// The commits of people to each path that has some, the latest first.
    func handEdits(of paths: Set<String>) throws(GitError) -> [String: [WikiHandEdit]] {
        guard let head, !paths.isEmpty else { return [:] }
        let listing = try run(
            [
                "--literal-pathspecs", "log", "-z", "--format=%H", "--name-only", "--no-renames", "--invert-grep",
                "--fixed-strings", "--grep=\(WikiCommitMessage.signature)", head, "--",
            ] + (paths.count > Self.mostPaths ? [] : paths.sorted()))
        var commits: [String: [String]] = [:]
        var commit = ""
        // A commit's ID, then the names of its files, the first of them on a new line.
        for field in listing.output.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) }) {
            if Self.isID(field) {
                commit = field
            } else {
                let path = field.hasPrefix("\n") ? String(field.dropFirst()) : field
                if paths.contains(path) { commits[path, default: []].append(commit) }
            }
        }
        let objects = try contents(of: Set(commits.values.joined()))
        return commits.mapValues { ids in ids.compactMap { id in objects[id].flatMap { WikiHandEdit(commit: id, $0) } }
        }
        .filter { !$0.value.isEmpty }
    }

    private static func isID(_ text: String) -> Bool {
        [40, 64].contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
