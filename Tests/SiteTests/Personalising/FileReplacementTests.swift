import Foundation
import Guides
import TestSupport
import Testing

@testable import Site

/// A result that goes to a file: all of it, or the file as it was.
@Suite struct FileReplacementTests {
    @Test func replacesAFileAndLeavesNothingBeside() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", at: "guide.md")
        try FileReplacement.write(Array("new".utf8), to: "\(folder.path)/guide.md")
        #expect(try folder.text(at: "guide.md") == "new")
        #expect(try folder.files() == ["guide.md"])
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
