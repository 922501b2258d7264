import Guides
import Sources

/// Looks up what blocks of the source said that are no more: in the latest commit that has them.
final class EarlierTexts {
    private let history: GitHistory
    private let line: Line
    /// What was read of each file so far, the latest version first.
    private var versions: [String: Versions] = [:]

    private struct Versions {
        /// The commits that are left to look at, and the paths that the file has in them.
        var commits: ArraySlice<(commit: String, path: String)>
        var read: [(commit: String, edition: Edition)] = []
    }

    init(_ history: GitHistory, _ line: Line) {
        self.history = history
        self.line = line
    }

    /// The blocks of a section that were recorded, in that order; those that were not found are left out.
    func blocks(
        _ recorded: [TranslationRecords.Block], of section: String, in edition: Edition, of guide: String, _ kind: Kind
    ) -> [GuideTranslations.Block] {
        let wanted = Set(recorded.map(\.exact))
        var found: [Fingerprint: GuideTranslations.Block] = [:]
        var index = 0
        while found.count < wanted.count, let (commit, earlier) = version(index, of: edition, in: guide, kind) {
            for block in earlier.translationUnits(.exact).filter({ $0.id == section }).flatMap(\.blocks) {
                guard let exact = block.fingerprints.exact, wanted.contains(exact), found[exact] == nil else {
                    continue
                }
                found[exact] = GuideTranslations.Block(earlier, block, commit: commit)
            }
            index += 1
        }
        return recorded.compactMap { found[$0.exact] }
    }

    /// The latest version of a file that is as it is wanted; nil where none is.
    func edition(
        _ edition: Edition, of guide: String, _ kind: Kind, where isWanted: (Edition) -> Bool
    ) -> Edition? {
        var index = 0
        while let (_, earlier) = version(index, of: edition, in: guide, kind) {
            if isWanted(earlier) { return earlier }
            index += 1
        }
        return nil
    }

    /// A version of a file, from 0 for the latest that was committed; nil behind the earliest.
    private func version(
        _ index: Int, of edition: Edition, in guide: String, _ kind: Kind
    ) -> (commit: String, edition: Edition)? {
        let path = edition.file.path
        var known = versions[path] ?? Versions(commits: commits(of: edition, in: guide)[...])
        defer { versions[path] = known }
        while known.read.count <= index, let (commit, path) = known.commits.popFirst() {
            if let file = history.file(path, in: commit),
                let edition = line.read(filled(file, of: edition, in: commit), as: edition, of: guide, kind)
            {
                known.read.append((commit, edition))
            }
        }
        return index < known.read.count ? known.read[index] : nil
    }

    /// A file with the snippets that it took in in a commit.
    private func filled(_ file: SourceFile, of edition: Edition, in commit: String) -> SourceFile {
        var (asked, ignored): (Set<String>, [Diagnostic]) = ([], [])
        return GuideFilesReader(line.loaded).filled(file, in: edition.language, &asked, &ignored) { [history] path in
            history.file(path, in: commit)
        }
    }

    /// The commits that changed a file of a guide, those before the guide moved behind the others.
    private func commits(of edition: Edition, in guide: String) -> [(commit: String, path: String)] {
        let path = edition.file.path
        let name = Disk.parts(of: path).name
        let earlier = line.loaded.project.redirects.earlier(than: guide).map { LoadedProject.path($0, name) }
        let others = edition.file.otherPaths
        return ([path] + earlier).flatMap { path in history.commits(of: path, with: others).map { ($0, path) } }
    }
}
