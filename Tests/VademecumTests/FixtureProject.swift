import Foundation
import TestSupport

/// A copy of a fixture's folder, symbolic links and all, for the program to run in.
struct FixtureProject {
    let folder: TemporaryFolder
    let path: String

    /// The folder that the program runs in.
    var url: URL { folder.url.appending(path: path) }

    init(copying fixture: URL) throws {
        folder = try TemporaryFolder()
        path = fixture.lastPathComponent
        try FileManager.default.copyItem(at: fixture, to: folder.url.appending(path: path))
        for name in ["expected.txt", "arguments.txt"] {
            try? FileManager.default.removeItem(at: url.appending(path: name))
        }
    }

    /// Runs the program with the arguments that the fixture's `arguments.txt` has, a line each, or `build`.
    func run(as fixture: URL) throws -> Program.Outcome {
        let lines = try? String(contentsOf: fixture.appending(path: "arguments.txt"), encoding: .utf8)
        return try Program.vademecum(lines?.split(separator: "\n").map(String.init) ?? ["build"], in: url)
    }

    /// What was printed to standard error, with the exit status, and without the copy's own path.
    func transcript(_ outcome: Program.Outcome) -> String {
        outcome.errors.replacing(url.path, with: "<project>") + "exit status \(outcome.status)\n"
    }

    /// Puts a site there that an earlier build made, if the fixture brings none of its own.
    func addEarlierSite() throws {
        guard !FileManager.default.fileExists(atPath: url.appending(path: "site").path) else { return }
        try folder.write(EarlierSite.marker(audience: "public"), at: "\(path)/site/.vademecum")
        try folder.write("<p>What was there before.</p>\n", at: "\(path)/site/index.html")
    }
}

/// What an earlier build left.
enum EarlierSite {
    /// The file by which the program knows a folder for its own.
    static func marker(audience: String) -> String {
        """
        # Made by vademecum build; the whole folder is replaced by the next one.
        format: 1
        audience: \(audience)

        """
    }
}

/// The folders of fixtures of one sort, by name.
enum Fixtures {
    static func names(in sort: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Package.fixture(sort).path)
            .filter { !$0.hasPrefix(".") }.sorted()
    }
}
