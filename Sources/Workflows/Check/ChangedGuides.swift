import Guides
import Sources

/// The guides that git says somebody changed.
public struct ChangedGuides: Sendable {
    /// What went wrong, as a sentence for a person.
    public struct Failure: Error, Sendable {
        /// The sentence.
        public let message: String
    }

    private let git: GitProgram

    /// Asks about a project's repository.
    public init(_ folder: ProjectFolder) { git = GitProgram(folder: folder.path) }

    /// The paths, from the project's folder, of the files that are not as they were in a commit, new ones included.
    ///
    /// - Parameter base: a commit or a branch, of which the point counts where the current one left it; nil for the latest
    ///   commit.
    public func paths(since base: String?) throws(Failure) -> Set<String> {
        var commit = "HEAD"
        if let base {
            guard !base.hasPrefix("-"),
                let outcome = git.read(["merge-base", "--end-of-options", base, "HEAD"]) ?? nil, outcome.status == 0
            else { throw Failure(message: "git knows no commit “\(base)” that this one shares its history with.") }
            commit = outcome.line
        } else if git.read(["rev-parse", "--verify", "--quiet", "HEAD"])?.status != 0 {
            // Before the first commit everything is new.
            return try list(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        }
        return try list(["diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--", "."])
            .union(list(["ls-files", "--others", "--exclude-standard", "-z"]))
    }

    private func list(_ arguments: [String]) throws(Failure) -> Set<String> {
        guard let outcome = git.read(arguments), outcome.status == 0 else {
            throw Failure(
                message:
                    "git cannot say what has changed here: \(Git.reason(git.read(arguments)?.errors ?? "it is not there"))."
            )
        }
        return Set(outcome.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    }
}
