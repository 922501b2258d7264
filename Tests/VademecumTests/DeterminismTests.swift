import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whatever the clock, the locale, the cores or the folder.
@Suite struct DeterminismTests {
    /// The project in three languages, built once as a measure for the others.
    private static func reference() throws -> (project: FixtureProject, site: [String: Data]) {
        let project = try FixtureProject(copying: Package.fixture("projects/three-languages/project"))
        #expect(try Program.vademecum("build", in: project.url).status == 0)
        return (project, try project.folder.contents(of: "project/site"))
    }

    @Test(arguments: [
        ["TZ": "Pacific/Kiritimati"], ["TZ": "America/Los_Angeles", "LC_ALL": "C"],
        ["LANG": "fr_FR.UTF-8", "LC_ALL": "fr_FR.UTF-8"], ["LANG": "ar_EG.UTF-8", "LANGUAGE": "ar"],
        ["LC_ALL": "tr_TR.UTF-8"], ["LC_NUMERIC": "de_DE.UTF-8", "LC_TIME": "ja_JP.UTF-8"],
        ["HOME": "/nonexistent", "TERM": "dumb"],
    ]) func environmentMakesNoDifference(_ environment: [String: String]) throws {
        let (project, site) = try Self.reference()
        #expect(try Program.vademecum("build", in: project.url, environment: environment).status == 0)
        #expect(try project.folder.contents(of: "project/site") == site)
    }

    @Test func folderMakesNoDifference() throws {
        let (project, site) = try Self.reference()
        let elsewhere = try TemporaryFolder()
        // From the root, by an absolute path; from beside, by a relative one; from a copy with another name.
        let root = URL(fileURLWithPath: "/")
        let output = elsewhere.url.appending(path: "absolute").path
        #expect(try Program.vademecum("build", "--project", project.url.path, "--output", output, in: root).status == 0)
        #expect(try elsewhere.contents(of: "absolute") == site)

        try FileManager.default.copyItem(at: project.url, to: elsewhere.url.appending(path: "a copy é"))
        try FileManager.default.removeItem(at: elsewhere.url.appending(path: "a copy é/site"))
        #expect(try Program.vademecum("build", "--project", "a copy é", in: elsewhere.url).status == 0)
        #expect(try elsewhere.contents(of: "a copy é/site") == site)
    }

    /// When the files were made says nothing, and neither do the hour and the order of the folder's entries.
    @Test func datesOfFilesMakeNoDifference() throws {
        let (project, site) = try Self.reference()
        for file in try project.folder.files() {
            let attributes: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSince1970: 86400)]
            try FileManager.default.setAttributes(
                attributes, ofItemAtPath: project.folder.url.appending(path: file).path)
        }
        #expect(try Program.vademecum("build", in: project.url).status == 0)
        #expect(try project.folder.contents(of: "project/site") == site)
    }

    /// Nobody but the owner may write to what is built, whatever the mask allows; a stricter mask counts.
    @Test(arguments: [
        ("000", 0o644, 0o755), ("002", 0o644, 0o755), ("022", 0o644, 0o755), ("027", 0o640, 0o750),
        ("077", 0o600, 0o700),
    ])
    func maskMakesNoDifference(_ mask: String, _ file: Int, _ folder: Int) throws {
        let (project, site) = try Self.reference()
        try FileManager.default.removeItem(at: project.url.appending(path: "site"))
        let outcome = try Program.shell("umask \(mask); $VADEMECUM build", in: project.url)
        #expect(outcome.status == 0)
        #expect(try project.folder.contents(of: "project/site") == site)
        let base = project.url.appending(path: "site").path
        for path in try [""] + FileManager.default.subpathsOfDirectory(atPath: base) {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(base)/\(path)")
            let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
            #expect(attributes[.posixPermissions] as? Int == (isFolder ? folder : file), "\(path)")
        }
    }

    /// The order in which files were made is that in which many file systems list them; their own modes say nothing.
    @Test func orderAndModesOfFilesMakeNoDifference() throws {
        let (project, site) = try Self.reference()
        for isReversed in [false, true] {
            let copy = try TemporaryFolder()
            let files = try project.folder.files().filter { !$0.hasPrefix("project/site/") }
            for file in isReversed ? files.reversed() : files {
                try copy.write(Data(contentsOf: project.folder.url.appending(path: file)), at: file)
                try FileManager.default.setAttributes(
                    [.posixPermissions: isReversed ? 0o755 : 0o600], ofItemAtPath: "\(copy.path)/\(file)")
            }
            #expect(try Program.vademecum("build", in: copy.url.appending(path: "project")).status == 0)
            #expect(try copy.contents(of: "project/site") == site)
        }
    }

    #if os(Linux)
        /// One core, and so one worker.
        @Test func numberOfCoresMakesNoDifference() throws {
            let (project, site) = try Self.reference()
            let outcome = try Program.shell("taskset -c 0 $VADEMECUM build", in: project.url)
            #expect(outcome.status == 0)
            #expect(try project.folder.contents(of: "project/site") == site)
        }
    #endif

    /// Diagnostics come in the same order however the guides were shared out.
    @Test func diagnosticsComeInTheSameOrder() throws {
        let project = try SmallProject()
        for number in 0..<60 {
            let guide = SmallProject.guide.replacing("{{limit}}", with: "{{limt}} {{nobody}}")
            try project.write(guide, at: "content/guide-\(number)/en.md")
        }
        let first = try project.run("build")
        #expect(first.status == 1)
        #expect(first.errors.contains("\n120 errors\n"))
        for _ in 0..<3 { #expect(try project.run("build").errors == first.errors) }
    }
}
