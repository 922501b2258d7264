/// A private copy of a repository's default branch: everything is worked out in it, and only a push leaves a trace.
struct GitClone: Sendable {
    /// How a push ended.
    enum Push {
        case done
        /// Somebody else pushed meanwhile; git's own words.
        case outrun(String)
    }

    let remote: GitRemote
    /// The branch that the repository itself calls its default one.
    let branch: String
    /// Its last commit; nil where the repository is empty.
    let head: String?
    private let git: Git
    private let folder: String

    /// Copies the branch with its history, which merges and the names of authors are taken from.
    init(of remote: GitRemote, with git: Git) throws(GitError) {
        self.remote = remote
        var git = git
        if remote.usesSSH { try Self.forbidQuestions(&git) }
        let advertised = try Self.advertised(by: remote, git)
        if advertised.branch == nil, !advertised.branches.isEmpty {
            throw GitError(.noDefaultBranch(advertised.branches))
        }
        let folder = git.scratch.file("clone")
        _ = try git.run([
            "clone", "--quiet", "--bare", "--single-branch", "--no-tags", "--template=", "--", remote.address, folder,
        ])
        self.git = git
        self.folder = folder
        // An empty repository has a default branch too: the one that its first commit is going to be on.
        let symbolic = try git.run(["--git-dir=\(folder)", "symbolic-ref", "HEAD"]).line
        branch = advertised.branch ?? symbolic.replacing("refs/heads/", with: "", maxReplacements: 1)
        let commit = try git.run(
            ["--git-dir=\(folder)", "rev-parse", "--quiet", "--verify", "refs/heads/\(branch)^{commit}"],
            allowed: 0...1)
        head = commit.status == 0 ? commit.line : nil
    }

    /// ssh asks its agent, not whoever may sit in front of the terminal, unless somebody has set up one of their own.
    private static func forbidQuestions(_ git: inout Git) throws(GitError) {
        let own = git.variable("GIT_SSH_COMMAND") ?? git.variable("GIT_SSH")
        guard own == nil else { return }
        let configured = try git.run(["config", "--get", "core.sshCommand"], allowed: 0...1)
        if configured.line.isEmpty { git.variables["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes" }
    }

    /// The default branch as the repository has it, and all branches.
    private static func advertised(
        by remote: GitRemote, _ git: Git
    ) throws(GitError) -> (branch: String?, branches: [String]) {
        let listing = try git.run(["ls-remote", "--symref", "--", remote.address, "HEAD", "refs/heads/*"])
        var branch: String?
        var branches: [String] = []
        for line in String(decoding: listing.output, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1)
            guard parts.count == 2 else { continue }
            if parts[0].hasPrefix("ref: refs/heads/"), parts[1] == "HEAD" {
                branch = String(parts[0].dropFirst(16))
            } else if parts[1].hasPrefix("refs/heads/") {
                branches.append(String(parts[1].dropFirst(11)))
            }
        }
        return (branch, branches)
    }

    // MARK: Reading

    /// Everything on the branch.
    func tree() throws(GitError) -> GitTree {
        guard let head else { return GitTree(entries: []) }
        return try GitTree(listing: run(["ls-tree", "-r", "-z", "--full-tree", head]).output)
    }

    /// The contents of some blobs, by their IDs; those that do not exist are left out.
    func contents(of blobs: some Sequence<String>) throws(GitError) -> [String: [UInt8]] {
        let wanted = Set(blobs).sorted()
        guard !wanted.isEmpty else { return [:] }
        let input = wanted.map { $0 + "\n" }.joined()
        let output = try run(["cat-file", "--batch"], input: Array(input.utf8)).output
        var contents: [String: [UInt8]] = [:]
        var index = 0
        while let end = output[index...].firstIndex(of: 0x0A) {
            let words = String(decoding: output[index..<end], as: UTF8.self).split(separator: " ")
            index = end + 1
            // “ID missing”, or “ID type size” with the content and a line's end behind it.
            guard words.count == 3, let size = Int(words[2]) else { continue }
            guard index + size < output.count else { throw GitError(.unexpected(command: "cat-file")) }
            contents[String(words[0])] = Array(output[index..<(index + size)])
            index += size + 1
        }
        return contents
    }

    // MARK: Writing

    /// Puts contents into the copy, and returns their IDs in the same order: one process, however many there are.
    func store(_ contents: [[UInt8]]) throws(GitError) -> [String] {
        guard !contents.isEmpty else { return [] }
        var input: [UInt8] = []
        for (index, bytes) in contents.enumerated() {
            input += "blob\nmark :\(index + 1)\ndata \(bytes.count)\n".utf8
            input += bytes
            input.append(0x0A)
        }
        let marks = git.scratch.file("marks")
        _ = try run(["fast-import", "--quiet", "--export-marks=\(marks)"], input: input)
        let listing: [UInt8]
        do { listing = try Disk.read(marks) } catch { throw GitError(error) }
        var ids = [String](repeating: "", count: contents.count)
        for line in String(decoding: listing, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let number = Int(parts[0].dropFirst()), ids.indices.contains(number - 1) else {
                throw GitError(.unexpected(command: "fast-import"))
            }
            ids[number - 1] = String(parts[1])
        }
        guard !ids.contains("") else { throw GitError(.unexpected(command: "fast-import")) }
        return ids
    }

    /// The branch's tree with some files other than they are, or gone; everything else stays as it is.
    ///
    /// - Parameter changes: a blob's ID for each path; nil takes the file away.
    func tree(changing changes: [(path: String, blob: String?)]) throws(GitError) -> String {
        let index = ["GIT_INDEX_FILE": git.scratch.file("index")]
        if let head { _ = try run(["read-tree", head], variables: index) }
        var input: [UInt8] = []
        let zero = String(repeating: "0", count: head?.utf8.count ?? 40)
        // What goes makes room for what comes: a folder may stand where a file was.
        for change in changes.filter({ $0.blob == nil }) + changes.filter({ $0.blob != nil }) {
            input += (change.blob.map { "100644 \($0)\t" } ?? "0 \(zero)\t").utf8
            input += change.path.utf8
            input.append(0)
        }
        _ = try run(["update-index", "-z", "--add", "--remove", "--index-info"], input: input, variables: index)
        return try run(["write-tree"], variables: index).line
    }

    /// A commit on top of the branch.
    func commit(tree: String, message: String, author: GitIdentity) throws(GitError) -> String {
        let parents = head.map { ["-p", $0] } ?? []
        return try run(
            ["commit-tree", tree] + parents + ["-F", "-"], input: Array(message.utf8), variables: author.variables
        ).line
    }

    /// Pushes a commit to the branch it was made for. Never with force, so git refuses it where the branch has moved.
    func push(_ commit: String) throws(GitError) -> Push {
        let outcome = try run(
            ["push", "--porcelain", "--no-verify", "--", remote.address, "\(commit):refs/heads/\(branch)"],
            allowed: 0...Int32.max)
        if outcome.status == 0 { return .done }
        let words = outcome.line + outcome.errors
        let isOutrun = [
            "(fetch first)", "(non-fast-forward)", "(stale info)", "cannot lock ref", "(failed to update ref)",
            "reference already exists", "(incorrect old value provided)",
        ].contains { words.contains($0) }
        if isOutrun { return .outrun(words) }
        // A line for each branch: `!`, from where to where, and why not.
        let reasons = outcome.line.split(separator: "\n").filter { $0.hasPrefix("!") }
            .compactMap { $0.split(separator: "\t").last.map { "! \($0)\n" } }
        throw GitError(.failed(command: "push", reason: Git.reason(reasons.joined() + outcome.errors)))
    }

    /// The difference between two versions of a file that may be no text, as `git apply` takes it.
    ///
    /// - Parameter old: nil for a file that comes.
    func binaryPatch(of path: String, from old: [UInt8]?, to new: [UInt8]) throws(GitError) -> [UInt8] {
        let stored = try store([old ?? [], new])
        let blobs = [old == nil ? nil : stored[0], stored[1]]
        var trees: [String] = []
        for blob in blobs {
            let index = ["GIT_INDEX_FILE": git.scratch.file("patch-\(trees.count)")]
            let input = blob.map { Array("100644 \($0)\t\(path)\0".utf8) } ?? []
            _ = try run(["update-index", "-z", "--add", "--index-info"], input: input, variables: index)
            trees.append(try run(["write-tree"], variables: index).line)
        }
        return try run(["diff", "--binary", "--full-index", "--no-renames", "--no-color", "--no-ext-diff"] + trees)
            .output
    }

    // MARK: Merging

    /// Merges two texts that were made from a third; where both changed the same lines, those alone, with git's marks.
    func merge(_ ours: [UInt8], base: [UInt8], _ theirs: [UInt8]) throws(GitError) -> (text: [UInt8], isClean: Bool) {
        let files: [String]
        do {
            files = [
                try git.scratch.write(ours, "ours"), try git.scratch.write(base, "base"),
                try git.scratch.write(theirs, "theirs"),
            ]
        } catch {
            throw GitError(error)
        }
        let labels = ["-L", "on the wiki", "-L", "as published", "-L", "from the guides"]
        // The status counts conflicts, up to 127; it is 255 where a file is no text.
        let outcome = try git.run(["merge-file", "-p", "--diff3"] + labels + files, allowed: 0...255)
        if outcome.status > 127 { return ([], false) }
        return outcome.status == 0 ? (outcome.output, true) : (Self.conflicts(in: outcome.output), false)
    }

    /// The lines between git's marks, and the marks.
    private static func conflicts(in text: [UInt8]) -> [UInt8] {
        var lines: [UInt8] = []
        var isInside = false
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: Array("<<<<<<< on the wiki".utf8)) { isInside = true }
            if isInside { lines += line + [0x0A] }
            if line.starts(with: Array(">>>>>>> from the guides".utf8)) { isInside = false }
        }
        return lines
    }

    func run(
        _ arguments: [String], input: [UInt8] = [], variables: [String: String] = [:],
        allowed: ClosedRange<Int32> = 0...0
    ) throws(GitError) -> Git.Outcome {
        try git.run(["--git-dir=\(folder)"] + arguments, input: input, variables: variables, allowed: allowed)
    }
}
