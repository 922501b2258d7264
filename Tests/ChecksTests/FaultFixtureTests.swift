import Checks
import Foundation
import TestSupport
import Testing
import Values

/// A clean pair of languages in which nothing is found, and folders with one fault each in a file of the pair.
///
/// `expected.txt` has a line for each finding: its path, its line and its check. Whatever else a fault sets off is in
/// it too, so that a fault is told once.
@Suite struct FaultFixtureTests {
    static let names: [String] = {
        let folder = Package.fixture("faults").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }()

    @Test func `nothing is found in the clean pair`() throws {
        #expect(try project([]).diagnose().lines == [])
    }

    @Test func `there are faults of every group`() {
        #expect(Self.names.count >= 45)
    }

    @Test(arguments: names) func `the fault is found by its check, at its line`(_ name: String) throws {
        let folder = Package.fixture("faults/\(name)")
        let found = try project([folder]).diagnose()
        let lines = found.map { "\($0.place.path):\($0.place.line) \($0.check)\n" }.joined()
        try expectSnapshot(lines, at: "Tests/Fixtures/faults/\(name)/expected.txt")
        #expect(found.contains { name == $0.check || name.hasPrefix("\($0.check)-") })
    }

    /// The clean pair with the files of some folders in the place of its own.
    private func project(_ folders: [URL]) throws -> ExampleProject {
        var project = try ExampleProject(folders: [Package.fixture("clean")] + folders)
        project.acceptsTranslations = true
        project.today = CalendarDate(iso: "2026-11-24")
        return project
    }
}
