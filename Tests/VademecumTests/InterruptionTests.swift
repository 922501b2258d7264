import Foundation
import TestSupport
import Testing

/// After a kill, a crash or a full disk there is the old site or the new one, never a mix.
@Suite struct InterruptionTests {
    /// A project of many guides, and a site that an earlier build left of one of them.
    private func project(guides: Int) throws -> SmallProject {
        let project = try SmallProject()
        #expect(try project.run("build").status == 0)
        for number in 0..<guides { try project.write(SmallProject.guide, at: "content/guide-\(number)/en.md") }
        return project
    }

    /// The folders beside the site that builds work in.
    private func workingFolders(of project: SmallProject) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: project.url.path)
            .filter { $0.hasPrefix(".site.vademecum-") }
    }

    /// Starts a build and kills it when some of its pages are written.
    ///
    /// - Returns: whether it was killed; a fast machine may be done first.
    private func killBuild(of project: SmallProject) throws -> Bool {
        let process = Process()
        process.executableURL = Program.vademecum
        process.arguments = ["build", "--quiet"]
        process.currentDirectoryURL = project.url
        try process.run()
        while process.isRunning {
            let folder = try workingFolders(of: project).first.map { project.url.appending(path: "\($0)/en") }
            let pages = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) } ?? []
            if pages.count > 20 { break }
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    @Test func killedBuildLeavesTheOldSite() throws {
        for guides in [400, 800, 1600, 3200] {
            let project = try project(guides: guides)
            let before = try project.folder.contents(of: "site")
            guard try killBuild(of: project) else { continue }

            #expect(try project.folder.contents(of: "site") == before)
            #expect(try workingFolders(of: project).count == 1)

            // The next build clears away what the killed one left, and puts the whole new site in place.
            #expect(try project.run("build").status == 0)
            #expect(try workingFolders(of: project) == [])
            #expect(try project.folder.files(in: "site/en").count { $0.hasSuffix("index.md") } == guides + 1)
            #expect(try project.run("build", "--verify").status == 0)
            return
        }
        Issue.record("every build was over before it could be killed")
    }

    /// A file that cannot be written, as on a full disk: here the system allows none above a size.
    @Test func fullDiskLeavesTheOldSiteAndNothingBeside() throws {
        let project = try project(guides: 50)
        // Larger than what is allowed below, and of the guide that comes last.
        try project.write(String(repeating: "x", count: 200_000), at: "content/guide-9/large.svg")
        let before = try project.folder.contents()

        let outcome = try Program.shell("trap '' XFSZ; ulimit -f 64; exec $VADEMECUM build", in: project.url)

        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("site: error[output]: cannot write "))
        #expect(outcome.errors.contains("what was built before is as it was"))
        #expect(outcome.errors.hasSuffix("Nothing was written.\n"))
        #expect(try project.folder.contents() == before)
        #expect(try workingFolders(of: project) == [])
    }

    /// Not even the first file fits.
    @Test func diskThatIsFullFromTheBeginningLeavesNothingBeside() throws {
        let project = try project(guides: 1)
        let before = try project.folder.contents()
        let script = "(trap '' XFSZ; ulimit -f 0; exec $VADEMECUM build) 2>&1 | cat >&2; exit ${PIPESTATUS[0]}"
        let outcome = try Program.shell(script, in: project.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("error[output]: cannot write "))
        #expect(try project.folder.contents() == before)
        #expect(try workingFolders(of: project) == [])
    }
}
