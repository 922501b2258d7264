import Foundation
import TestSupport
import Testing

@testable import Workflows

/// What is being written is known by the lock on it, whoever holds it, and what nobody holds is a leftover.
@Suite struct WorkInProgressTests {
    private let home: TemporaryFolder
    private let prefix = ".site.vademecum-"

    init() throws { home = try TemporaryFolder() }

    private func names() throws -> [String] { try Disk.names(in: home.path) }

    /// The numbers in the names say nothing: another container has a process of any number.
    @Test func onlyWhatNobodyHoldsIsRemoved() throws {
        let running = ProcessInfo.processInfo.processIdentifier
        for name in ["\(prefix)\(running)-x1", "\(prefix)99999999-x1"] {
            try home.write("half a page", at: "\(name)/en/index.html")
        }
        let held = try WorkInProgress.folder(in: home.path, prefix: prefix)
        #expect(try names() == [URL(fileURLWithPath: held.path).lastPathComponent])
        let other = try WorkInProgress.folder(in: home.path, prefix: prefix)
        #expect(try names().count == 2, "both are being worked in")
        other.end()
        let third = try WorkInProgress.folder(in: home.path, prefix: prefix)
        #expect(Disk.kind(held.path) == .folder && Disk.kind(other.path) == nil)
        held.abandon()
        third.abandon()
        #expect(try names() == [])
    }

    /// A process of its own holds the lock, and another one ends while it does.
    @Test func lockEndsWithItsProcess() throws {
        let folder = "\(prefix)7-living"
        try home.write("", at: "\(folder)/page")
        try home.write("", at: "\(prefix)7-dead/page")
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script =
            "import fcntl, os, sys; fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX); print(1, flush=True); sys.stdin.read()"
        holder.arguments = ["python3", "-c", script, "\(home.path)/\(folder)"]
        let (input, output) = (Pipe(), Pipe())
        holder.standardInput = input
        holder.standardOutput = output
        try holder.run()
        _ = output.fileHandleForReading.availableData
        try WorkInProgress.folder(in: home.path, prefix: prefix).abandon()
        #expect(try names() == [folder])
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        try WorkInProgress.folder(in: home.path, prefix: prefix).abandon()
        #expect(try names() == [])
    }

    /// What only looks alike is nobody's to remove: another site's, one that a person named, a link.
    @Test func onlyOurNamesAreLookedAt() throws {
        let others = [".other.vademecum-1-x1", "\(prefix)notes", "\(prefix)1-x1-old-notes", "\(prefix)1", "site"]
        for name in others { try home.write("", at: "\(name)/page") }
        try FileManager.default.createSymbolicLink(
            atPath: "\(home.path)/\(prefix)1-x2", withDestinationPath: "\(home.path)/site")
        try WorkInProgress.folder(in: home.path, prefix: prefix).abandon()
        #expect(try names().sorted() == (others + ["\(prefix)1-x2"]).sorted())
        #expect(Disk.kind("\(home.path)/site/page") == .file)
    }

    /// Links are removed, and what they lead to stays; names need not be UTF-8.
    @Test func removingFollowsNoLink() throws {
        try home.write("precious", at: "kept/file")
        try home.write("", at: "gone/deep/er/file")
        try FileManager.default.createSymbolicLink(
            atPath: "\(home.path)/gone/deep/link", withDestinationPath: "\(home.path)/kept")
        try #require(
            try Program.shell("cd '\(home.path)/gone'; touch $'\\xff'; mkdir $'\\xfe'; touch $'\\xfe/\\xfd'").status
                == 0)
        Disk.remove("\(home.path)/gone")
        #expect(try names() == ["kept"])
        #expect(try home.text(at: "kept/file") == "precious")
    }
}
