import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What fuzzing has found, and what it begins with, is fed again on each run.
@Suite struct FuzzFindingTests {
    /// The inputs of a folder, by their paths from it.
    private func inputs(_ folder: String) throws -> [String: Data] {
        let url = Package.folder.appending(path: "Tests/Fuzz/\(folder)")
        guard FileManager.default.fileExists(atPath: url.path) else { return [:] }
        return try Dictionary(
            uniqueKeysWithValues: TemporaryFolder.files(in: url).map {
                ($0, try Data(contentsOf: url.appending(path: $0)))
            })
    }

    @Test(arguments: FuzzTarget.allCases) func findingsStayMended(_ target: FuzzTarget) throws {
        for (_, input) in try inputs("Found/\(target.rawValue)") { target.feed(Array(input)) }
    }

    /// Any part takes any input: those of the others are as strange to it as any.
    @Test(arguments: FuzzTarget.allCases) func seedsAreTaken(_ target: FuzzTarget) throws {
        let seeds = try inputs("Seeds")
        #expect(!seeds.isEmpty)
        for (_, input) in seeds { target.feed(Array(input)) }
        target.feed([])
        target.feed(Array(0...255))
    }
}
