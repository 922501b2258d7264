import Rendering
import Sources

/// What stands on a wiki: its files, and which of them are ours.
struct WikiState: Sendable {
    let clone: GitClone
    let tree: GitTree
    let manifest: WikiManifest
    /// The manifest as it was read; nil where there is none.
    let manifestBytes: [UInt8]?

    /// Copies a wiki's repository, and reads it.
    init(of remote: GitRemote) throws(WikiFailure) {
        do {
            let clone = try GitClone(of: remote, with: Git())
            let tree = try clone.tree()
            let blob = tree[WikiManifest.path]?.blob
            self.clone = clone
            self.tree = tree
            manifestBytes = try blob.map { (blob) throws(GitError) in try clone.contents(of: [blob])[blob] ?? [] }
        } catch {
            throw WikiFailure(error)
        }
        do throws(WikiManifestError) {
            manifest = if let manifestBytes { try WikiManifest(reading: manifestBytes) } else { WikiManifest() }
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
