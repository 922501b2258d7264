/// The commit of the project that pages are built from.
public enum SourceCommit {
    /// The commit that is checked out, with `-dirty` where files differ from it; nil where there is none, or no git.
    public static func current(of project: ProjectFolder) -> String? {
        let arguments = ["describe", "--always", "--abbrev=12", "--exclude=*", "--dirty"]
        let outcome = GitProgram(folder: project.path).read(arguments)
        return outcome.flatMap { $0.status == 0 && !$0.line.isEmpty ? $0.line : nil }
    }
}
