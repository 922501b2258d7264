import Foundation

/// Who wrote what stands on a page and is none of ours, line by line.
struct WikiEditors {
    let clone: GitClone
    /// Everybody's commits to each page, the latest first.
    private let commits: [String: [WikiHandEdit]]

    init(of paths: Set<String>, in clone: GitClone) throws(GitError) {
        self.clone = clone
        commits = try clone.handEdits(of: paths)
    }

    /// Those who edited a page, the latest first; of several, the lines that each of them wrote.
    ///
    /// - Parameters:
    ///   - paths: where the page is, and where it was before.
    ///   - lines: the lines that are not as published, from 1.
    func people(at paths: [String], lines: Set<Int>) throws(GitError) -> [WikiHandEdit] {
        let edits = paths.flatMap { commits[$0] ?? [] }
        guard let last = edits.first else { return [] }
        guard Set(edits.map(\.author)).count > 1, !lines.isEmpty else { return [last] }
        let authors = try clone.authors(of: lines, at: paths[0])
        var people: [WikiHandEdit] = []
        for edit in edits {
            if let known = people.firstIndex(where: { $0.author == edit.author && $0.email == edit.email }) {
                people[known].lines += authors[edit.commit] ?? []
            } else if let lines = authors[edit.commit] {
                var person = edit
                person.lines = lines
                people.append(person)
            }
        }
        for index in people.indices { people[index].lines = Self.joined(people[index].lines) }
        return people.isEmpty ? [last] : people
    }

    /// Lines next to each other as one range.
    private static func joined(_ lines: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        var joined: [ClosedRange<Int>] = []
        for range in lines.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }
}

extension GitClone {
    /// The most publications that are looked through for who wrote a line before them.
    private var mostIgnored: Int { 200 }

    /// The commits that wrote some lines of a page as it stands, each with its lines.
    fileprivate func authors(of lines: Set<Int>, at path: String) throws(GitError) -> [String: [ClosedRange<Int>]] {
        guard let head else { return [:] }
        // A page that moved leaves the way to its new place behind, so what it held has been copied.
        // A line that publishing gave another value is still its editor’s.
        let ours = try run([
            "log", "-\(mostIgnored)", "--format=%H", "--fixed-strings", "--grep=\(WikiCommitMessage.signature)", head,
            "--",
            path,
        ]).output.split(separator: 0x0A).map { "--ignore-rev=\(String(decoding: $0, as: UTF8.self))" }
        let listing = try run(["blame", "--porcelain", "-w", "-C1"] + ours + [head, "--", path], allowed: 0...128)
        guard listing.status == 0 else { return [:] }
        var authors: [String: [ClosedRange<Int>]] = [:]
        for line in listing.output.split(separator: 0x0A) where line.first != 0x09 {
            let words = line.split(separator: 0x20, maxSplits: 3)
            guard words.count >= 3, words[0].count >= 40, words[0].allSatisfy({ $0.isASCIIAlphanumeric }),
                let number = Int(String(decoding: words[2], as: UTF8.self)), lines.contains(number)
            else { continue }
            authors[String(decoding: words[0], as: UTF8.self), default: []].append(number...number)
        }
        return authors
    }
}
