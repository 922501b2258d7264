import Sources

/// What git remembers of a project's files.
public struct GitHistory: Sendable {
    /// The most versions of a file that are looked at; what was translated before is too long ago to compare with.
    private static let most = 50

    private let git: GitProgram

    /// The history of a project; nil where git has none.
    public init?(of folder: ProjectFolder) {
        git = GitProgram(folder: folder.path)
        guard let outcome = git.read(["rev-parse", "--is-inside-work-tree"]), outcome.status == 0 else { return nil }
    }

    /// The commits that changed a file, or one of those that it takes in, the latest first, by their full names.
    func commits(of path: String, with others: [String] = []) -> [String] {
        let paths = ([path] + others).map { ":(literal)\($0)" }
        let arguments = ["log", "--format=%H", "--max-count=\(Self.most)", "--"] + paths
        guard let outcome = git.read(arguments), outcome.status == 0 else { return [] }
        return outcome.output.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A file as it was in a commit; nil where it was not there.
    func file(_ path: String, in commit: String) -> SourceFile? {
        guard let outcome = git.read(["cat-file", "blob", "\(commit):./\(path)"]), outcome.status == 0,
            outcome.output.count <= ProjectFolder.largestFile
        else { return nil }
        return SourceFile(path: path, bytes: outcome.output)
    }
}
