import Rendering

/// Publishes a wiki's pages to its git repository, or tells what that would do.
public struct WikiPublishing: Sendable {
    /// Whether pages that no guide makes any more are removed.
    public var prunes = false
    /// The pages whose edits are discarded, by path or title.
    public var overwritten: [String] = []
    private let project: ProjectFolder
    /// The wiki’s repository.
    public let remote: GitRemote

    /// A run that others outran is begun anew, this many times at most.
    private static let mostTries = 5

    /// - Parameter project: the project, whose commit and whose author the commits name.
    public init(_ project: ProjectFolder, to remote: GitRemote) {
        self.project = project
        self.remote = remote
    }

    /// What publishing would do. Nothing is changed, here or there.
    public func plan(_ wiki: Wiki) -> Outcome<WikiPlan> {
        remote.outcome { () throws(WikiFailure) in try plan(wiki, on: WikiState(of: remote)) }
    }

    private func plan(_ wiki: Wiki, on state: WikiState) throws(WikiFailure) -> WikiPlan {
        let overwritten = try state.paths(named: overwritten, in: wiki)
        // A run that made nothing has nothing to say about what is to go.
        var maker = WikiPlanMaker(state, wiki, prunes: prunes && wiki.guides > 0, overwritten: overwritten)
        do { return try maker.make() } catch { throw WikiFailure(error) }
    }

    /// Publishes in one commit and one push, or not at all.
    public func publish(_ wiki: Wiki) -> Outcome<WikiPlan> {
        remote.outcome { () throws(WikiFailure) in try push(wiki) }
    }

    private func push(_ wiki: Wiki) throws(WikiFailure) -> WikiPlan {
        for _ in 1...Self.mostTries {
            let state = try WikiState(of: remote)
            var plan = try plan(wiki, on: state)
            if plan.writes.isEmpty { return plan }
            do {
                let commit = try commit(plan, to: state.clone)
                guard case .done = try state.clone.push(commit) else { continue }
                plan.commit = commit
                return plan
            } catch {
                throw WikiFailure(error)
            }
        }
        throw WikiFailure(GitError(.outrun(tries: Self.mostTries)))
    }

    private func commit(_ plan: WikiPlan, to clone: GitClone) throws(GitError) -> String {
        let written = plan.writes.compactMap { write in write.bytes.map { (write.path, $0) } }
        let blobs = try clone.store(written.map(\.1))
        let removed = plan.writes.filter { $0.bytes == nil }.map { (path: $0.path, blob: String?.none) }
        let tree = try clone.tree(changing: removed + zip(written, blobs).map { ($0.0, $1) })
        let message = WikiCommitMessage(plan, source: SourceCommit.current(of: project)).text
        return try clone.commit(tree: tree, message: message, author: GitIdentity(of: project.path, with: Git()))
    }
}
