import Foundation

/// The commit of the project that pages are built from.
public enum SourceCommit {
    /// The commit that is checked out, with `-dirty` where files differ from it; nil where there is none, or no git.
    public static func current(of project: ProjectFolder) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "git", "-C", project.path, "describe", "--always", "--abbrev=12", "--exclude=*", "--dirty",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil, let bytes = try? output.fileHandleForReading.readToEnd() else { return nil }
        process.waitUntilExit()
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
        return process.terminationStatus == 0 && !text.isEmpty ? text : nil
    }
}
