import Foundation
import Sources
import TestSupport
import Testing

@testable import Workflows

/// A result that goes to a file: all of it, or the file as it was.
@Suite struct FileReplacementTests {
    @Test func replacesAFileAndLeavesNothingBeside() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", at: "guide.md")
        try FileReplacement.write(Array("new".utf8), to: "\(folder.path)/guide.md")
        #expect(try folder.text(at: "guide.md") == "new")
        #expect(try folder.files() == ["guide.md"])
    }

    /// What is for its owner alone stays so, and a link is not torn from the file that it leads to.
    @Test func keepsPermissionsAndLinks() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", at: "kept/guide.md")
        let (file, link) = (folder.url.appending(path: "kept/guide.md"), folder.url.appending(path: "guide.md"))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        try FileReplacement.write(Array("new".utf8), to: link.path)
        #expect(try folder.text(at: "kept/guide.md") == "new")
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    }

    @Test func refusesAFolderAndAPlaceThatIsNotThere() throws {
        let folder = try TemporaryFolder()
        try folder.write("in the way", at: "guide/note.txt")
        for path in ["guide", "missing/guide.md"] {
            let error = try #require(throws: OutputError.self) {
                try FileReplacement.write([], to: "\(folder.path)/\(path)")
            }
            #expect(error.message.contains(path))
        }
        #expect(try folder.files() == ["guide/note.txt"])
    }
}
