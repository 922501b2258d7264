import TestSupport
import Testing

@testable import Workflows

/// Files on the disk and in memory are the same to whoever reads them.
@Suite struct FilesTests {
    private static let texts = [
        "a.md": "one", "content/b/fr.md": "two", "content/b/.hidden": "", "content/c.svg": "three",
    ]

    @Test(arguments: [true, false]) func bothKindsAnswerAlike(_ isOnDisk: Bool) throws {
        let folder = try TemporaryFolder()
        let files: any Files = isOnDisk ? DiskFiles(folder.path) : MemoryFiles()
        for (path, text) in Self.texts {
            if isOnDisk { try folder.write(text, at: path) } else { try files.write(Array(text.utf8), to: path) }
        }
        #expect(try files.read("content/b/fr.md") == Array("two".utf8))
        #expect(files.kind("content/b") == .folder && files.kind("content/c.svg") == .file)
        #expect(files.kind("content/d") == nil && files.kind("conten") == nil)
        #expect(try files.listing(of: "content").map(\.name) == ["b", "c.svg"])
        #expect(try files.listing(of: "content").map(\.kind) == [.folder, .file])
        #expect(try files.listing(of: "content/b").map(\.name) == [".hidden", "fr.md"])
        #expect(try files.listing(of: "").map(\.name) == ["a.md", "content"])
        for path in ["content", "content/d", "nothing.md"] {
            #expect(throws: FileFailure.self) { try files.read(path) }
        }
        #expect(throws: FileFailure.self) { try files.listing(of: "nothing") }
        try files.write(Array("four".utf8), to: "a.md")
        #expect(try files.read("a.md") == Array("four".utf8))
    }
}
