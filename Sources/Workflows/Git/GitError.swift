import Sources

/// git, or the repository at the other end, did not do what it was asked to.
public struct GitError: Error, Problem {
    enum Fault: Sendable {
        /// There is no git.
        case missing
        /// A file that goes between the two could not be written or read.
        case disk(String)
        /// git ended with a status other than 0.
        case failed(command: String, reason: String)
        /// git said something that cannot be understood.
        case unexpected(command: String)
        /// The repository's `HEAD` names a branch that does not exist, though there are others.
        case noDefaultBranch([String])
        /// A branch that cannot be made.
        case branch(String)
        /// Somebody else published each time.
        case outrun(tries: Int)
    }

    /// What is said of it.
    public static let description = CheckDescription(
        "git", .commands,
        summary: "Git is missing, or could not do what it was asked.",
        why: "The wiki is a git repository; nothing of it was changed halfway.",
        mending: "Read what git said, and run the command again.")

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    init(_ failure: Disk.Failure) { self.init(.disk("\(failure.path): \(failure.reason)")) }

    /// Whether something is missing here, rather than wrong at the other end.
    public var isUsage: Bool { if case .missing = fault { true } else { false } }

    /// The fault in words.
    public var message: String {
        switch fault {
        case .missing: "there is no git"
        case .disk(let reason): "cannot work in the temporary folder: \(reason)"
        case .failed(let command, let reason): "git \(command) failed\(reason.isEmpty ? "" : ": \(reason)")"
        case .unexpected(let command): "git \(command) answered something that makes no sense"
        case .noDefaultBranch(let branches):
            "the repository has no default branch; its branches are \(branches.joined(separator: ", "))"
        case .branch(let reason): reason
        case .outrun(let tries): "others published meanwhile, \(tries) times"
        }
    }

    /// The way out.
    public var help: String? {
        switch fault {
        case .missing: "install git, or see that it is on `PATH`"
        case .disk: "see that there is room in it, or name another with `TMPDIR`"
        case .failed: "nothing was changed; the next run does all of it"
        case .unexpected, .branch: nil
        case .noDefaultBranch: "set it there, in the settings or with `git symbolic-ref HEAD refs/heads/BRANCH`"
        case .outrun: "nothing was changed; run it again"
        }
    }
}
