import Foundation
import Sources
import TestSupport
import Testing

@testable import Workflows

@Suite struct ProjectFolderTests {
    @Test func nearestFolderUpwardIsTheProject() throws {
        let project = try TestProject(["inner/vademecum.yaml": "", "inner/content/x/en.md": ""])
        let home = project.files.path
        #expect(ProjectFolder(nil, from: "\(home)/content/first")?.path == home)
        #expect(ProjectFolder(nil, from: home)?.path == home)
        #expect(ProjectFolder(nil, from: "\(home)/inner/content/x")?.path == "\(home)/inner")
        #expect(ProjectFolder(nil, from: "/") == nil)
    }

    @Test func namedFolderHasToBeOne() throws {
        let project = try TestProject()
        let home = project.files.path
        #expect(ProjectFolder(".", from: home)?.path == home)
        #expect(ProjectFolder("../..", from: "\(home)/content/first")?.path == home)
        #expect(ProjectFolder("content", from: home) == nil, "nobody looks upward from a folder that was named")
        #expect(ProjectFolder("/nowhere") == nil)
    }

    @Test func filesThatNoGuideHasAreNotRead() throws {
        let project = try TestProject(["large.md": String(repeating: "x", count: (4 << 20) + 1)])
        var diagnostics: [Diagnostic] = []
        for name in ["large.md", "content", "nothing.md"] {
            #expect(try project.folder.read(name, &diagnostics) == nil)
        }
        #expect(diagnostics.map(\.place.path) == ["large.md", "content", "nothing.md"])
        #expect(diagnostics.checks == ["unreadable-file", "unreadable-file", "unreadable-file"])
        #expect(diagnostics[0].message == "cannot read this file: it is larger than 4 MiB")
    }
}
