import Foundation
import TestSupport
import Testing

@testable import Workflows

/// What is seen of saving, by either kind of watch.
@Suite struct FileWatchTests {
    static let kinds: [@Sendable (WatchedFiles) -> (any FileWatch)?] = {
        var kinds: [@Sendable (WatchedFiles) -> (any FileWatch)?] = [{ PollingWatch($0, interval: 0.02) }]
        #if os(Linux)
            kinds.append { InotifyWatch($0) }
        #endif
        return kinds
    }()

    private func watched(_ files: TemporaryFolder, others: [String] = []) -> WatchedFiles {
        WatchedFiles(project: files.path, others: others)
    }

    /// Waits until a path was among what changed; the test's own limit ends a wait that is in vain.
    private func wait(_ watch: any FileWatch, for path: String) {
        while !watch.wait().contains(path) {}
    }

    @Test(.timeLimit(.minutes(1)), arguments: kinds.indices)
    func savesAreSeen(_ kind: Int) throws {
        let files = try TemporaryFolder()
        try files.write("a", at: "content/first/en.md")
        let watch = try #require(Self.kinds[kind](watched(files)))
        try files.write("longer", at: "content/first/en.md")
        wait(watch, for: "content/first/en.md")
        try files.write("title: T", at: "vademecum.yaml")
        wait(watch, for: "vademecum.yaml")
    }

    @Test(.timeLimit(.minutes(1)), arguments: kinds.indices)
    func foldersThatComeLaterAreSeen(_ kind: Int) throws {
        let files = try TemporaryFolder()
        let watch = try #require(Self.kinds[kind](watched(files)))
        try files.write("a", at: "content/new/deep/en.md")
        wait(watch, for: "content/new/deep/en.md")
        try files.write("longer", at: "content/new/deep/en.md")
        wait(watch, for: "content/new/deep/en.md")
        try FileManager.default.removeItem(at: files.url.appending(path: "content/new/deep/en.md"))
        wait(watch, for: "content/new/deep/en.md")
    }

    @Test(.timeLimit(.minutes(1)), arguments: kinds.indices)
    func filesElsewhereAreSeenButNotTheirNeighbours(_ kind: Int) throws {
        let (files, other) = (try TemporaryFolder(), try TemporaryFolder())
        try other.write("a: 1", at: "values.yaml")
        let path = other.url.appending(path: "values.yaml").path
        let watch = try #require(Self.kinds[kind](watched(files, others: [path])))
        try other.write("b: 1", at: "neighbour.yaml")
        try files.write("x", at: "README.md")
        try files.write("x", at: ".git/index")
        try other.write("a: 22", at: "values.yaml")
        #expect(watch.wait() == [path])
    }
}
