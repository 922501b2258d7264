/// The author of a commit: the user whom git is configured for, or a name that stands for no person.
struct GitIdentity: Sendable {
    /// What git is told; empty where it knows by itself.
    let variables: [String: String]

    /// - Parameter folder: the project's, whose repository may have a name of its own.
    init(of folder: String, with git: Git) throws(GitError) {
        let settings = try git.run(["config", "--get-regexp", "^user\\.(name|email)$"], in: folder, allowed: 0...1)
        var known: [String: String] = [:]
        for line in settings.line.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            if parts.count == 2 { known[parts[0]] = parts[1] }
        }
        let name = known["user.name"] ?? "Vademecum"
        // RFC 2606: nobody can ever have an address there.
        let email = known["user.email"] ?? "vademecum@example.invalid"
        var variables: [String: String] = [:]
        for role in ["AUTHOR", "COMMITTER"] {
            variables["GIT_\(role)_NAME"] = git.variable("GIT_\(role)_NAME") ?? name
            variables["GIT_\(role)_EMAIL"] = git.variable("GIT_\(role)_EMAIL") ?? email
        }
        self.variables = variables
    }
}
