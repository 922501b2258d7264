import Foundation

/// Runs git as a program with arguments: no shell reads them, and no option can hide in a path.
struct GitProgram: Sendable {
    /// What git said.
    struct Outcome {
        let status: Int32
        let output: [UInt8]
    }

    /// The folder that git works in.
    let folder: String

    /// Runs a command that only reads; nil where git is not there.
    func read(_ arguments: [String]) -> Outcome? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder, "--no-pager", "-c", "core.quotePath=false"] + arguments
        var environment = ProcessInfo.processInfo.environment
        // Nothing is asked, fetched, locked or translated.
        environment.merge([
            "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C",
        ]) { $1 }
        process.environment = environment
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = (try? output.fileHandleForReading.readToEnd()) ?? nil
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: Array(data ?? Data()))
    }
}
