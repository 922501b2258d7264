import Foundation
import TestSupport
import Testing

/// Every folder of `Fixtures/broken` is refused with the words of its `expected.txt`, and nothing is written.
@Suite struct BrokenFixtureTests {
    @Test(arguments: try Fixtures.names(in: "broken"))
    func isRefusedAndNothingIsWritten(_ name: String) throws {
        let fixture = Package.fixture("broken/\(name)")
        let project = try FixtureProject(copying: fixture)
        try project.addEarlierSite()
        let before = try project.folder.contents()

        let outcome = try project.run(as: fixture)

        #expect([1, 2].contains(outcome.status))
        #expect(outcome.output.isEmpty)
        try expectSnapshot(project.transcript(outcome), at: "Tests/Fixtures/broken/\(name)/expected.txt")
        #expect(try project.folder.contents() == before, "files were written, changed or removed")
    }

    /// Warnings are printed, and the site is built all the same.
    @Test(arguments: try Fixtures.names(in: "warnings"))
    func warnsAndBuilds(_ name: String) throws {
        let fixture = Package.fixture("warnings/\(name)")
        let project = try FixtureProject(copying: fixture)
        try project.addEarlierSite()

        let outcome = try project.run(as: fixture)

        #expect(outcome.status == 0)
        try expectSnapshot(project.transcript(outcome), at: "Tests/Fixtures/warnings/\(name)/expected.txt")
        #expect(try project.folder.files(in: "\(project.path)/site").contains("en/a-guide/index.html"))
    }

    /// With `--quiet`, errors are still told, and what only comments on them is not.
    @Test func quietPrintsErrorsOnly() throws {
        let broken = try FixtureProject(copying: Package.fixture("broken/undefined-value"))
        let errors = try Program.vademecum("build", "--quiet", in: broken.url).errors
        #expect(errors.contains("error[undefined-value]: no value is called `limit.curent`"))
        #expect(!errors.contains("Nothing was written."))

        let warned = try FixtureProject(copying: Package.fixture("warnings/skipped-link"))
        let outcome = try Program.vademecum("build", "--quiet", in: warned.url)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
    }
}
