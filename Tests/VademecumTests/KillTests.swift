import Foundation
import TestSupport
import Testing

/// Kills at random moments: whatever a command writes is the old or the new, and the next run clears away what was left.
///
/// `VADEMECUM_KILLS` says how many for each command (3 where it does not); the moments come from a fixed seed.
@Suite(.serialized) struct KillTests {
    /// A command that writes, on a project, and what it may leave there.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let arguments: [String]
        /// What is done to the project before each run, in the shell.
        let preparation: String
        /// The paths that are compared as one whole: a folder that is swapped, or each file by itself.
        let wholes: [String]
    }

    static let cases = [
        Case(
            testDescription: "build", arguments: ["build", "--quiet"],
            preparation: "sed -i.bak \"s/value: [0-9]*/value: $RANDOM/\" vademecum.yaml; rm -f vademecum.yaml.bak",
            wholes: ["site"]),
        Case(
            testDescription: "wiki --output", arguments: ["wiki", "--output", "wiki", "--quiet"],
            preparation: "sed -i.bak \"s/value: [0-9]*/value: $RANDOM/\" vademecum.yaml; rm -f vademecum.yaml.bak",
            wholes: ["wiki"]),
        Case(
            testDescription: "personalise --output",
            arguments: [
                "personalise", "guide-0", "--no-input", "--quiet", "--format", "html", "--output", "guide.html",
            ],
            preparation: "sed -i.bak \"s/value: [0-9]*/value: $RANDOM/\" vademecum.yaml; rm -f vademecum.yaml.bak",
            wholes: ["guide.html"]),
        Case(
            testDescription: "check --fix", arguments: ["check", "--fix"],
            preparation:
                "for g in content/*; do sed -i.bak 's/Wait…*[.]*/Wait.../' $g/en.md; rm -f $g/en.md.bak; done",
            wholes: []),
        Case(
            testDescription: "translations accept", arguments: ["translations", "accept", "--quiet"],
            preparation:
                "n=$RANDOM; for g in content/*; do for l in en fr; do sed -i.bak \"s/Drink .*/Drink $n./\" $g/$l.md; rm -f $g/$l.md.bak; done; done",
            wholes: []),
        Case(
            testDescription: "translations sync", arguments: ["translations", "sync", "--quiet"],
            preparation:
                "n=$RANDOM; for g in content/*; do sed -i.bak \"s/^ *run [0-9]*/    run $n/\" $g/en.md; rm -f $g/en.md.bak; done",
            wholes: []),
        Case(
            testDescription: "import", arguments: ["import", "docs", "--quiet"],
            preparation:
                "mkdir -p docs/en docs/fr; for n in 1 2 3 4 5 6 7 8; do for l in en fr; do printf '# Page %s\\n\\nNumber %s.\\n' $n $RANDOM > docs/$l/page-$n.md; done; done",
            wholes: []),
    ]

    private static let guides = 30
    private static let kills = ProcessInfo.processInfo.environment["VADEMECUM_KILLS"].flatMap { Int($0) } ?? 3

    private static func project() throws -> SmallProject {
        let project = try SmallProject(
            configuration: SmallProject.configuration.replacing("languages: [en]", with: "languages: [en, fr]"))
        for number in 0..<guides {
            let english = SmallProject.guide.replacing("### Wait", with: "### Take your time\n\nWait...\n\n    run 1")
            let french = english.replacing("## Problem", with: "## Problème").replacing("## Steps", with: "## Étapes")
                .replacing("## Verification", with: "## Vérification")
            try project.write(english, at: "content/guide-\(number)/en.md")
            try project.write(french, at: "content/guide-\(number)/fr.md")
        }
        try FileManager.default.removeItem(atPath: project.url.appending(path: "content/a-guide").path)
        return project
    }

    private func start(_ arguments: [String], in project: SmallProject) throws -> Process {
        let process = Process()
        process.executableURL = Program.vademecum
        process.arguments = arguments
        process.currentDirectoryURL = project.url
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func prepare(_ test: Case, _ project: SmallProject) throws {
        try #require(try Program.shell(test.preparation, in: project.url).status == 0)
    }

    /// The files of each whole, or each file as a whole of its own; without what runs work in.
    private func state(of project: SmallProject, _ test: Case) throws -> [String: [String: Data]] {
        let contents = try project.folder.contents().filter { !$0.key.contains(".vademecum-") }
        if test.wholes.isEmpty {
            return Dictionary(uniqueKeysWithValues: contents.map { ($0.key, ["": $0.value]) })
        }
        return Dictionary(
            uniqueKeysWithValues: test.wholes.map { whole in
                (whole, contents.filter { $0.key == whole || $0.key.hasPrefix(whole + "/") })
            })
    }

    @Test(arguments: cases) func killsLeaveTheOldOrTheNew(_ test: Case) throws {
        let project = try Self.project()
        try prepare(test, project)
        let clock = ContinuousClock()
        let whole = try clock.measure { try start(test.arguments, in: project).waitUntilExit() }
        var random = SeededGenerator(seed: 12)
        var killed = 0
        for round in 0..<Self.kills {
            try prepare(test, project)
            let old = try state(of: project, test)
            let process = try start(test.arguments, in: project)
            usleep(UInt32.random(in: 0...UInt32(whole / .microseconds(1)), using: &random))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal { killed += 1 }
            let left = try state(of: project, test)
            // The next run is whole, and nothing of the killed one is left beside.
            try start(test.arguments, in: project).waitUntilExit()
            let new = try state(of: project, test)
            for (name, files) in left {
                #expect(files == old[name] || files == new[name], "\(name) is neither old nor new after kill \(round)")
            }
            for name in old.keys { #expect(left[name] != nil, "\(name) is gone after kill \(round)") }
            let beside = try FileManager.default.subpathsOfDirectory(atPath: project.url.path)
                .filter {
                    $0.contains(".vademecum-") && !$0.contains("/.vademecum-") || $0.contains("/.en.md.vademecum-")
                }
            #expect(beside == [], "left after round \(round)")
        }
        print("\(test.testDescription): \(Self.kills) kills, of which \(killed) came before its end")
    }

    /// A folder's name changes last: until then the same command goes on from wherever the killed one was.
    @Test func killsOfMovingAreMendedByMovingAgain() throws {
        let project = try Self.project()
        for number in 1..<Self.guides {
            for language in ["en", "fr"] {
                let path = "content/guide-\(number)/\(language).md"
                let text = String(decoding: try #require(try project.folder.contents()[path]), as: UTF8.self)
                try project.write(text + "\nSee [it](../guide-0/\(language).md).\n", at: path)
            }
        }
        let arguments = ["move", "guide-0", "group/moved", "--quiet"]
        let back = ["move", "group/moved", "guide-0", "--quiet"]
        let clock = ContinuousClock()
        let time = try clock.measure { try start(arguments, in: project).waitUntilExit() }
        let moved = try project.folder.contents()
        try start(back, in: project).waitUntilExit()
        let configuration = try #require(try project.folder.contents()["vademecum.yaml"])
        var random = SeededGenerator(seed: 12)
        for round in 0..<Self.kills {
            let process = try start(arguments, in: project)
            usleep(UInt32.random(in: 0...UInt32(time / .microseconds(1)), using: &random))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let left = try project.folder.contents()
            let isThere = left["content/guide-0/en.md"] != nil
            #expect(isThere == (left["content/group/moved/en.md"] == nil), "after kill \(round)")
            if isThere { try start(arguments, in: project).waitUntilExit() }
            let whole = try project.folder.contents().filter {
                $0.key != "vademecum.yaml" && $0.key != "redirects.yaml"
            }
            #expect(whole == moved.filter { whole[$0.key] != nil }, "after kill \(round)")
            #expect(whole.keys.count { $0.hasPrefix("content/") } == moved.keys.count { $0.hasPrefix("content/") })
            try start(back, in: project).waitUntilExit()
            try project.write(String(decoding: configuration, as: UTF8.self), at: "vademecum.yaml")
        }
    }

    /// Publishing is one push, which the other end takes or does not.
    @Test func killsOfPublishingLeaveAWholeCommit() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        var random = SeededGenerator(seed: 12)
        for round in 0..<Self.kills {
            let text = "Sign in with account \(round)."
            let old = try wiki.pages()
            try wiki.project.write(
                TeamWiki.guide("Raise a limit").replacing("Sign in with your account.", with: text),
                at: "content/raise-limit/en.md")
            let process = Process()
            process.executableURL = Program.vademecum
            process.arguments = ["wiki", "--publish", wiki.remote, "--quiet"]
            process.currentDirectoryURL = wiki.project.url
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32.random(in: 0...600_000, using: &random))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            // git goes on for itself where it was about to push.
            usleep(200_000)
            let left = try wiki.pages()
            let page = try #require(left["Raise-a-limit.md"])
            #expect(left == old || page.contains(text), "after kill \(round)")
            #expect(try wiki.git("--git-dir=wiki.git fsck --strict").status == 0)
            #expect(try wiki.publish().status == 0)
            #expect(try wiki.pages()["Raise-a-limit.md"]?.contains(text) == true)
        }
    }
}
