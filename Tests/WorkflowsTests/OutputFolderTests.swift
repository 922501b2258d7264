import Foundation
import Sources
import TestSupport
import Testing

@testable import Workflows

/// The output is built beside its place and swapped in whole.
@Suite struct OutputFolderTests {
    private let home: TemporaryFolder
    private var site: String { "\(home.path)/site" }
    private var project: String { "\(home.path)/project" }

    init() throws {
        home = try TemporaryFolder()
        try home.write("title: Guides\n", at: "project/vademecum.yaml")
    }

    private func output(at path: String? = nil) throws(OutputError) -> OutputFolder {
        try OutputFolder(at: path ?? site, project: project, audience: .public)
    }

    /// What stands beside the site that a build works in.
    private func workingFolders() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: home.path).filter { $0.hasPrefix(".") }
    }

    @Test func newFolderAppearsWithTheCommit() throws {
        let output = try output()
        try output.put("page", at: "en/guide/index.html")
        #expect(!FileManager.default.fileExists(atPath: site))
        try output.commit()
        #expect(try home.files(in: "site") == [".vademecum", "en/guide/index.html"])
        #expect(try home.text(at: "site/en/guide/index.html") == "page")
        #expect(try workingFolders() == [])
    }

    @Test func oldFolderIsReplacedAsAWhole() throws {
        let first = try output()
        try first.put("old", at: "index.html")
        try first.put("gone", at: "fr/old-guide/index.html")
        try first.commit()
        let second = try output()
        try second.put("new", at: "index.html")
        #expect(try home.text(at: "site/index.html") == "old", "before the commit nothing changes")
        try second.commit()
        #expect(try home.files(in: "site") == [".vademecum", "index.html"])
        #expect(try home.text(at: "site/index.html") == "new")
        #expect(try workingFolders() == [])
    }

    /// Whatever goes wrong between two files: the old site is left byte for byte, and nothing beside it.
    @Test func failureHalfwayLeavesTheOldSite() throws {
        let first = try output()
        try first.put("old", at: "index.html")
        try first.commit()
        let before = try home.contents()
        let second = try output()
        try second.put("new", at: "index.html")
        // A page where a folder would have to be: the disk refuses, as it would when full.
        let error = #expect(throws: OutputError.self) { try second.put("page", at: "index.html/guide/index.html") }
        #expect(error?.message.hasPrefix("cannot write `") == true)
        second.abandon()
        #expect(try home.contents() == before)
        #expect(try workingFolders() == [])
    }

    @Test func emptyFolderIsTaken() throws {
        try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
        let output = try output(at: site + "/")
        try output.put("page", at: "index.html")
        try output.commit()
        #expect(try home.files(in: "site") == [".vademecum", "index.html"])
    }

    // MARK: What is refused

    private func fault(at path: String? = nil) throws -> String {
        let before = try home.contents()
        var message = "it was accepted"
        do { _ = try output(at: path) } catch { message = error.message.replacing(home.path, with: "~") }
        #expect(try home.contents() == before)
        #expect(try workingFolders() == [])
        return message
    }

    @Test func folderOfSomebodyElseIsRefused() throws {
        try home.write("Dear Ada,", at: "site/letter.txt")
        #expect(try fault() == "`~/site` is not empty, and Vademecum did not make it")
        // A file of the marker's name alone proves nothing.
        try home.write("something else", at: "site/.vademecum")
        #expect(try fault() == "`~/site` is not empty, and Vademecum did not make it")
    }

    @Test func folderForTheOtherAudienceIsRefused() throws {
        let team = try OutputFolder(at: site, project: project, audience: .team)
        try team.commit()
        #expect(try fault() == "`~/site` was built for the audience `team`")
    }

    /// What a file system has at its root is nobody's site.
    @Test func rootOfAFileSystemIsEmpty() throws {
        try home.write("", at: "site/lost+found/x")
        #expect(throws: Never.self) { try OutputPlace.check(site, project: project, audience: .public) }
        #expect(!OutputPlace.isMounted(site))
        #if os(Linux)
            #expect(OutputPlace.isMounted("/proc"))
        #endif
    }

    @Test func fileAndLinkAreRefused() throws {
        try home.write("Dear Ada,", at: "site")
        #expect(try fault() == "`~/site` is not a folder")
        let link = "\(home.path)/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "\(home.path)/elsewhere")
        #expect(try fault(at: link) == "`~/link` is a symbolic link")
    }

    /// The project, what holds it, and the root of everything, under whatever name they go.
    @Test func folderThatHoldsTheProjectIsRefused() throws {
        #expect(try fault(at: project) == "`~/project` holds the project itself")
        #expect(try fault(at: home.path) == "`~` holds the project itself")
        #expect(try fault(at: "/") == "`/` holds the project itself")
        let link = "\(home.path)/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: home.path)
        #expect(try fault(at: "\(link)/project") == "`~/link/project` holds the project itself")
    }

    @Test(arguments: ["../letter.txt", "en/../../letter.txt", "/letter.txt", "en//index.html", "./index.html", ""])
    func filesOutsideTheFolderAreRefused(_ path: String) throws {
        let output = try output()
        defer { output.abandon() }
        #expect(throws: OutputError.self) { try output.put("page", at: path) }
    }

    // MARK: Leftovers

    /// On a file system that cannot exchange two folders, a kill between two steps leaves the old site beside its place.
    @Test func oldSiteThatWasSetAsideComesBack() throws {
        let first = try output()
        try first.put("old", at: "index.html")
        try first.commit()
        try FileManager.default.moveItem(atPath: site, toPath: "\(home.path)/.site.vademecum-7-x1-old")
        let second = try output()
        #expect(try home.text(at: "site/index.html") == "old")
        second.abandon()
        #expect(try workingFolders() == [])
    }

    /// What the folder was closed to stays closed.
    @Test func modeOfTheFolderIsKept() throws {
        try output().commit()
        for mode in [0o750, 0o700, 0o775] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: site)
            try output().commit()
            #expect(try FileManager.default.attributesOfItem(atPath: site)[.posixPermissions] as? Int == mode)
        }
    }

    /// A folder that something is mounted on keeps its place, and changes what is in it.
    @Test func contentsChangePlacesWhereTheFolderCannot() throws {
        for (name, text) in [
            (".vademecum", "old marker"), ("index.html", "old"), ("gone/page.html", "gone"), ("lost+found/x", ""),
        ] {
            try home.write(text, at: "site/\(name)")
        }
        let new = "site/.vademecum-build-1-x1"
        for (name, text) in [(".vademecum", "new marker"), ("index.html", "new"), ("en/page.html", "page")] {
            try home.write(text, at: "\(new)/\(name)")
        }
        try FolderSwap.exchangeContents("\(home.path)/\(new)", site)
        #expect(try home.files(in: new) == [".vademecum", "gone/page.html", "index.html"])
        #expect(
            try home.files(in: "site").filter { !$0.hasPrefix(".vademecum-build") } == [
                ".vademecum", "en/page.html", "index.html", "lost+found/x",
            ])
        #expect(try home.text(at: "site/index.html") == "new" && home.text(at: "site/.vademecum") == "new marker")
    }

    /// Two builds at once: each swaps in a whole site, and the later one stays.
    @Test func twoBuildsDoNotMix() throws {
        let first = try output()
        let second = try output()
        try first.put("first", at: "first.html")
        try second.put("second", at: "second.html")
        try second.commit()
        try first.commit()
        #expect(try home.files(in: "site") == [".vademecum", "first.html"])
        #expect(try workingFolders() == [])
    }
}
