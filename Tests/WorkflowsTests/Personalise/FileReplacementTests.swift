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

    /// What is for its owner alone stays so, and a link is not torn from the file that it leads to, nor written through.
    @Test func keepsPermissionsAndLinks() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", at: "kept/guide.md")
        let (file, link) = (folder.url.appending(path: "kept/guide.md"), folder.url.appending(path: "guide.md"))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        let error = #expect(throws: OutputError.self) { try FileReplacement.write(Array("new".utf8), to: link.path) }
        #expect(error?.message == "`\(link.path)` is a symbolic link")
        #expect(try folder.text(at: "kept/guide.md") == "old")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
        try FileReplacement.write(Array("new".utf8), to: file.path)
        #expect(try folder.text(at: "kept/guide.md") == "new")
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
    }

    /// A device is written to, and a FIFO where somebody reads it: neither becomes a file.
    @Test func streamsStayStreams() throws {
        let folder = try TemporaryFolder()
        let fifo = "\(folder.path)/fifo"
        try #require(mkfifo(fifo, 0o600) == 0)
        #expect(throws: OutputError.self) { try FileReplacement.write(Array("new".utf8), to: fifo) }
        try FileReplacement.write(Array("new".utf8), to: "/dev/null")
        let reader = open(fifo, O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        try FileReplacement.write(Array("new".utf8), to: fifo)
        #expect(try Disk.piece(of: reader, 3, fifo) == Array("new".utf8))
        #expect(Disk.kind(fifo) == .other && Disk.kind("/dev/null") == .other)
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
