import Foundation
import TestSupport
import Testing

@testable import Workflows

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files are read where they are files, and replaced as a whole.
@Suite struct DiskTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    private func mode(_ name: String) -> mode_t {
        var status = stat()
        return lstat(path(name), &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    /// A socket of the file system, which nobody can open.
    private func makeSocket(_ name: String) throws {
        let script = "import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])"
        try #require(try Program.named("python3", arguments: ["-c", script, path(name)]).status == 0)
    }

    private func makeLink(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }

    // MARK: Reading

    /// Whoever opens a FIFO waits for somebody to write: here nobody ever does.
    @Test func onlyFilesAreRead() throws {
        try #require(mkfifo(path("fifo"), 0o600) == 0)
        try makeSocket("socket")
        try makeLink("null", to: "/dev/null")
        let files = DiskFiles(folder.path)
        for (name, reason) in [("fifo", "it is a FIFO, not a file"), ("socket", "it is a socket, not a file")] {
            let failure = #expect(throws: FileFailure.self) { try files.read(name) }
            #expect(failure?.reason == reason)
        }
        #expect(throws: FileFailure.self) { try files.read("null") }
        #expect(throws: Disk.Failure.self) { try Disk.read("/dev/null") }
        #expect(throws: Disk.Failure.self) { try Disk.read("/dev/zero") }
        #expect(throws: Disk.Failure.self) { try Disk.read(folder.path) }
    }

    /// A link may lead elsewhere in the folder, by whatever way, and never out of it; nor may a folder of the path.
    @Test func nothingOutsideIsRead() throws {
        let outside = try TemporaryFolder()
        try outside.write("secret", at: "secret.txt")
        try folder.write("mine", at: "deep/mine.txt")
        try makeLink("inside", to: "deep/mine.txt")
        try makeLink("absolute", to: path("deep/mine.txt"))
        try makeLink("back", to: "../\(folder.url.lastPathComponent)/deep/mine.txt")
        try makeLink("out", to: "\(outside.path)/secret.txt")
        try makeLink("outFolder", to: outside.path)
        try makeLink("circle", to: "circle")
        try makeLink("nowhere", to: "nothing.txt")
        let files = DiskFiles(folder.path)
        for name in ["inside", "absolute", "back"] { #expect(try files.read(name) == Array("mine".utf8)) }
        let ways = ["out", "outFolder/secret.txt", "../\(outside.url.lastPathComponent)/secret.txt"]
        for name in ways {
            let failure = #expect(throws: FileFailure.self, "\(name)") { try files.read(name) }
            #expect(failure?.reason == "it is a link that leads out of the project")
        }
        #expect(#expect(throws: FileFailure.self) { try files.read("circle") }?.reason.contains("itself") == true)
        #expect(#expect(throws: FileFailure.self) { try files.read("nowhere") }?.reason.contains("nowhere") == true)
        #expect(#expect(throws: FileFailure.self) { try files.read("gone") }?.reason.contains("vanished") == true)
    }

    @Test func sizeIsLookedAtBeforeAnythingIsRead() throws {
        try folder.write("12345", at: "five")
        #expect(try Disk.read(path("five"), most: 5).count == 5)
        #expect(throws: Disk.Failure.self) { try Disk.read(path("five"), most: 4) }
        // A file of many gigabytes, which is not there but for its length.
        try #require(truncate(path("five"), 1 << 40) == 0)
        let failure = #expect(throws: Disk.Failure.self) { try Disk.read(path("five"), most: 4 << 20) }
        #expect(failure?.reason == "it is larger than 4 MiB")
    }

    // MARK: Writing

    @Test func onlyFilesAreReplaced() throws {
        try folder.write("precious", at: "precious.txt")
        try makeLink("link", to: "precious.txt")
        try makeLink("nowhere", to: "not-yet.txt")
        try #require(mkfifo(path("fifo"), 0o600) == 0)
        try makeSocket("socket")
        for name in ["link", "nowhere", "fifo", "socket", "."] {
            #expect(throws: Disk.Failure.self, "\(name)") { try Disk.put(Array("new".utf8), at: path(name)) }
        }
        #expect(try folder.text(at: "precious.txt") == "precious")
        #expect(Disk.kind(path("link")) == .link && Disk.kind(path("fifo")) == .other)
        #expect(Disk.kind(path("not-yet.txt")) == nil)
    }

    /// Not through a folder either.
    @Test func nothingIsWrittenOutside() throws {
        let outside = try TemporaryFolder()
        try outside.write("precious", at: "a.txt")
        try makeLink("out", to: outside.path)
        #expect(throws: FileFailure.self) { try DiskFiles(folder.path).write([], to: "out/a.txt") }
        #expect(throws: FileFailure.self) {
            try DiskFiles(folder.path).write([], to: "../\(outside.url.lastPathComponent)/a.txt")
        }
        #expect(try outside.text(at: "a.txt") == "precious")
    }

    @Test func modeIsKept() throws {
        for mode: mode_t in [0o600, 0o640, 0o664, 0o755, 0o444] where geteuid() == 0 || mode & 0o200 != 0 {
            try folder.write("old", at: "file-\(mode)")
            try #require(chmod(path("file-\(mode)"), mode) == 0)
            try Disk.put(Array("new".utf8), at: path("file-\(mode)"))
            #expect(self.mode("file-\(mode)") == mode)
            #expect(try folder.text(at: "file-\(mode)") == "new")
        }
    }

    /// The longest name that there can be leaves room for the one of the work beside.
    @Test(arguments: [String(repeating: "a", count: 255), String(repeating: "é", count: 127), "a", ".x"])
    func longNamesAreReplaced(_ name: String) throws {
        try Disk.put(Array("new".utf8), at: path(name))
        try Disk.put(Array("newer".utf8), at: path(name))
        #expect(try Disk.read(path(name)) == Array("newer".utf8))
        #expect(try Disk.names(in: folder.path) == [name])
    }

    // MARK: Copies

    @Test(arguments: [0, 1, 4096, 200_000, 3_000_000]) func systemCopiesAll(_ size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 256) }
        try folder.write(Data(bytes), at: "from")
        let file = try #require(OpenFile.opened(path("from")))
        // Once for each language.
        for name in ["first", "second"] { try Disk.copy(file, toNew: path(name)) }
        #expect(try Disk.read(path("first")) == bytes && Disk.read(path("second")) == bytes)
        #expect(try OpenFile.opened(path("first"))?.isSame(as: file) == true)
        #expect(throws: Disk.Failure.self) { try Disk.copy(file, toNew: path("first")) }
    }

    #if os(Linux)
        /// From a file system whose files the system cannot copy by itself; they have no size either.
        @Test func whatTheSystemCannotCopyIsReadAndWritten() throws {
            let file = try #require(OpenFile.opened("/proc/self/status"))
            try Disk.copy(file, toNew: path("copy"))
            #expect(try folder.text(at: "copy").hasPrefix("Name:"))
        }
    #endif
}
