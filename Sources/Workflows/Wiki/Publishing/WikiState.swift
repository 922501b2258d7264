import Rendering
import Sources

/// What stands on a wiki: its files, and which of them are ours.
struct WikiState: Sendable {
    let clone: GitClone
    let tree: GitTree
    /// What we published: as our own last commit has it, for a colleague who reverts that takes back the list as well.
    let manifest: WikiManifest
    /// The list that stands there; nil where there is none.
    let manifestBytes: [UInt8]?

    /// Copies a wiki's repository, and reads it.
    init(of remote: GitRemote) throws(WikiFailure) {
        let ownBytes: [UInt8]?
        do {
            let clone = try GitClone(of: remote, with: Git())
            let tree = try clone.tree()
            let blob = tree[WikiManifest.path]?.blob
            let own = try clone.ownManifest()
            let texts = try clone.contents(of: [blob, own].compactMap(\.self))
            self.clone = clone
            self.tree = tree
            manifestBytes = blob.map { texts[$0] ?? [] }
            ownBytes = own.flatMap { texts[$0] }
        } catch {
            throw WikiFailure(error)
        }
        do throws(WikiManifestError) {
            let there = if let manifestBytes { try WikiManifest(reading: manifestBytes) } else { WikiManifest() }
            manifest = if let ownBytes, ownBytes != manifestBytes { try WikiManifest(reading: ownBytes) } else { there }
        } catch {
            throw WikiFailure(error)
        }
    }

    /// The paths of pages named on the command line: by path, with or without `.md`, or by title.
    func paths(named names: [String], in wiki: Wiki) throws(WikiFailure) -> Set<String> {
        var paths: Set<String> = []
        let published = manifest.entries.map(\.path)
        for name in names {
            let found =
                wiki.pages.filter { $0.isNamed(name) }.map(\.path)
                + published.filter { $0 == name || $0 == name + ".md" }
            guard !found.isEmpty else {
                throw WikiFailure(UnknownWikiPage(name: name, known: wiki.pages.map(\.path) + published), isUsage: true)
            }
            paths.formUnion(found)
        }
        return paths
    }
}

extension Wiki {
    /// Whether a name on the command line is that of one of its pages.
    public func hasPage(named name: String) -> Bool { pages.contains { $0.isNamed(name) } }
}

extension WikiPage {
    /// Whether a name on the command line is that of this page: its path, with or without `.md`, or by title.
    fileprivate func isNamed(_ name: String) -> Bool { path == name || path == name + ".md" || title == name }
}

/// Why a wiki could not be published, and whether that lies in how we were called.
struct WikiFailure: Error {
    /// The fault.
    let problem: any Problem
    /// Whether it lies in the command line or the machine rather than in the wiki or the way there.
    let isUsage: Bool

    init(_ problem: some Problem, isUsage: Bool = false) {
        self.problem = problem
        self.isUsage = isUsage
    }

    init(_ error: GitError) { self.init(error, isUsage: error.isUsage) }
}

extension GitRemote {
    /// What comes of some work on the repository.
    func outcome<Value>(of work: () throws(WikiFailure) -> Value) -> Outcome<Value> {
        do {
            return Outcome(try work(), [])
        } catch {
            return Outcome(nil, [Diagnostic(error.problem, at: Place(path: shown))], isUsage: error.isUsage)
        }
    }
}

extension GitClone {
    /// The ID of the list of pages in our own last commit; nil where there is none.
    fileprivate func ownManifest() throws(GitError) -> String? {
        guard let head else { return nil }
        let commit = try run([
            "log", "-1", "--format=%H", "--fixed-strings", "--grep=\(WikiCommitMessage.signature)", head,
        ]).line
        guard !commit.isEmpty else { return nil }
        return try GitTree(listing: run(["ls-tree", "-z", commit, "--", WikiManifest.path]).output).entries.first?.blob
    }
}

extension WikiState {
    /// The files on the wiki that are not ours.
    var foreignFiles: ForeignFiles {
        let paths = tree.entries.map(\.path).filter { manifest[$0] == nil && $0 != WikiManifest.path }
        return ForeignFiles(paths: Set(paths)) { [tree, clone] path in
            guard let blob = tree[path]?.blob, let contents = try? clone.contents(of: [blob]) else { return nil }
            return contents[blob]
        }
    }
}
