import Sources

/// Commits what people edited on a wiki to a branch of the project, a commit for each page with its editor as its author. Neither
/// the files of the project nor the branch that is checked out change.
public struct AdoptionBranch: Sendable {
    /// The branch's name.
    public let name: String
    private let folder: ProjectFolder
    private let git: Git

    /// What became of the branch.
    public struct Commits: Sendable {
        /// The pages that have a commit.
        public let pages: [String]
        /// The last commit.
        public let tip: String
    }

    /// By this, a commit is known for one that may be made again.
    private static let trailer = "Wiki-page"

    /// - Throws: where there is no git, or no room for what goes to it.
    public init(_ name: String, of folder: ProjectFolder) throws(GitError) {
        self.name = name
        self.folder = folder
        git = try Git()
    }

    /// Makes the branch from what is checked out and the patches of some pages; a branch that was made so before is made anew.
    ///
    /// - Returns: nil where no page has a patch.
    /// - Throws: where the name is not a branch's, where the branch has commits of other origin or is checked out, or where a patch
    ///   does not fit what is committed.
    public func commit(_ adoptions: [WikiAdopting.Adoption]) throws(GitError) -> Commits? {
        let adoptions = adoptions.filter { !$0.patch.isEmpty }
        guard !adoptions.isEmpty else { return nil }
        let reference = "refs/heads/\(name)"
        guard try run(["check-ref-format", reference], allowed: 0...1).status == 0, !name.hasPrefix("-") else {
            throw refused("`\(name)` is not a name for a branch")
        }
        let head = try run(["rev-parse", "--verify", "HEAD^{commit}"]).line
        let old = try run(["rev-parse", "--verify", "--quiet", reference], allowed: 0...1).line
        try refuseOthersWork(on: reference, old: old)
        let committer = try GitIdentity(of: folder.path, with: git)
        var tip = head
        for (number, adoption) in adoptions.enumerated() {
            let index = ["GIT_INDEX_FILE": git.scratch.file("branch-\(number)")]
            try run(["read-tree", tip], variables: index)
            do throws(GitError) {
                // Paths count from the folder that git runs in, the project's.
                try run(["apply", "--cached", "-"], input: adoption.patch, variables: index)
            } catch {
                throw refused("the patch of \(adoption.path) does not fit what is committed; commit the guides first")
            }
            let tree = try run(["write-tree"], variables: index).line
            var author = committer.variables
            if let person = adoption.people.first {
                author["GIT_AUTHOR_NAME"] = person.author
                author["GIT_AUTHOR_EMAIL"] = person.email
                author["GIT_AUTHOR_DATE"] = person.date
            }
            let others = adoption.people.dropFirst().map { "Co-authored-by: \($0.author) <\($0.email)>\n" }.joined()
            let message =
                "Take over what was edited on the wiki: \(adoption.path)\n\n\(Self.trailer): \(adoption.path)\n\(others)"
            tip = try run(
                ["commit-tree", tree, "-p", tip, "-F", "-"], input: Array(message.utf8), variables: author
            ).line
        }
        try run(["update-ref", "-m", "vademecum wiki adopt", reference, tip, old.isEmpty ? Self.none(like: tip) : old])
        return Commits(pages: adoptions.map(\.path), tip: tip)
    }

    /// A branch that somebody works on is theirs.
    private func refuseOthersWork(on reference: String, old: String) throws(GitError) {
        guard !old.isEmpty else { return }
        if try run(["symbolic-ref", "--quiet", "HEAD"], allowed: 0...1).line == reference {
            throw refused("the branch `\(name)` is checked out; switch to the one that guides are published from")
        }
        let format = "--format=%(trailers:key=\(Self.trailer),valueonly,separator=%x2C)"
        // A line for each commit, empty where it is not of the wiki.
        let lines = String(decoding: try run(["log", format, "HEAD..\(old)"]).output, as: UTF8.self)
        guard !lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast().contains("") else {
            throw refused("the branch `\(name)` has commits that are not of the wiki; take another name, or delete it")
        }
    }

    /// What stands for no commit at all.
    private static func none(like id: String) -> String { String(repeating: "0", count: id.utf8.count) }

    private func refused(_ reason: String) -> GitError { GitError(.branch(reason)) }

    @discardableResult
    private func run(
        _ arguments: [String], input: [UInt8] = [], variables: [String: String] = [:],
        allowed: ClosedRange<Int32> = 0...0
    ) throws(GitError) -> Git.Outcome {
        try git.run(["--no-pager"] + arguments, input: input, in: folder.path, variables: variables, allowed: allowed)
    }
}
