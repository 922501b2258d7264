/// Asks git about the project's own repository, and changes nothing in it.
struct GitProgram: Sendable {
    /// The folder that git works in.
    let folder: String

    /// Runs a command that only reads; nil where git is not there.
    func read(_ arguments: [String]) -> Git.Outcome? {
        // Nothing is fetched or locked.
        let variables = ["GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"]
        return try? Git().run(
            ["-C", folder, "--no-pager"] + arguments, variables: variables, allowed: 0...Int32.max)
    }
}
