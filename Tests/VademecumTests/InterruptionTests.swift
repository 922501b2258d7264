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

    /// Starts a build and sends it a signal when some of its pages are written.
    ///
    /// - Returns: the process, ended; a fast machine may be done first.
    private func endBuild(of project: SmallProject, by signal: Int32, _ arguments: [String] = []) throws -> Process {
        let process = Process()
        process.executableURL = Program.vademecum
        process.arguments = ["build", "--quiet"] + arguments
        process.currentDirectoryURL = project.url
        try process.run()
        while process.isRunning {
            let folder = try workingFolders(of: project).first.map { project.url.appending(path: "\($0)/en") }
            let pages = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) } ?? []
            if pages.count > 20 { break }
        }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process
    }

    /// What asks for an end is obeyed: nothing is changed, and nothing is left beside.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func interruptedBuildLeavesTheOldSiteAndNothingBeside(_ signal: Int32)
        throws
    {
        for guides in [400, 800, 1600, 3200] {
            let project = try project(guides: guides)
            let before = try project.folder.contents(of: "site")
            let process = try endBuild(of: project, by: signal)
            guard process.terminationStatus != 0 else { continue }
            #expect(process.terminationReason == .exit && process.terminationStatus == 128 + signal)
            #expect(try project.folder.contents(of: "site") == before)
            // A disk that is slow keeps some of it until the next build.
            if try !workingFolders(of: project).isEmpty { #expect(try project.run("build").status == 0) }
            #expect(try workingFolders(of: project) == [])
            return
        }
        Issue.record("every build was over before it could be interrupted")
    }

    /// A program that waits for git ends too, and git with it.
    @Test func interruptionEndsGit() throws {
        let wiki = try TeamWiki()
        try wiki.git("printf '#!/bin/sh\\n>started\\nexec sleep 60' >ssh; chmod +x ssh", isScript: true)
        let script = """
            export GIT_SSH=\(wiki.repositories.path)/ssh
            $VADEMECUM wiki --plan ssh://example.invalid/wiki.git & p=$!
            for i in $(seq 100); do test -e started && break; sleep 0.1; done
            kill -TERM $p; wait $p; echo $?
            """
        let outcome = try Program.shell(script, in: wiki.project.url)
        #expect(outcome.text.split(separator: "\n").first == "143")
    }

    /// Who starts a program with a signal ignored, as `nohup` does, means it.
    @Test func ignoredSignalStaysIgnored() throws {
        let project = try project(guides: 400)
        let script = "trap '' HUP; $VADEMECUM build & p=$!; sleep 0.1; kill -HUP $p; wait $p; echo $?"
        #expect(try Program.shell(script, in: project.url).text == "0\n")
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

    /// The same for every command that writes files of the project, or one of a reader's own.
    @Test(arguments: ["translations accept", "check --fix", "personalise a-guide --no-input --output guide.md"])
    func fullDiskLeavesEveryFile(_ command: String) throws {
        let guide = SmallProject.guide.replacing("Drink something.", with: "Drink something...")
        let configuration = SmallProject.configuration.replacing("languages: [en]", with: "languages: [en, fr]")
        let project = try SmallProject(configuration: configuration, guide: guide)
        let french = guide.replacing("## Problem", with: "## Problème").replacing("## Steps", with: "## Étapes")
        try project.write(
            french.replacing("## Verification", with: "## Vérification"), at: "content/a-guide/fr.md")
        try project.write("old\n", at: "guide.md")
        let before = try project.folder.contents()
        let script = "(ulimit -f 0; exec $VADEMECUM \(command)) 2>&1 | cat; exit ${PIPESTATUS[0]}"
        let outcome = try Program.shell(script, in: project.url)
        #expect(outcome.status == 1 || outcome.status == 2)
        #expect(outcome.text.contains("cannot write "))
        #expect(try project.folder.contents() == before)
        #expect(try Program.shell("$VADEMECUM \(command)", in: project.url).status <= 1)
        #expect(try project.folder.contents() != before)
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
