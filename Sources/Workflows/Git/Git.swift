import Foundation

/// Runs git: a program with arguments, no shell in between, and nothing that could wait for somebody to type.
struct Git: Sendable {
    /// What a run came to.
    struct Outcome {
        let status: Int32
        let output: [UInt8]
        let errors: String

        /// The output without the line's end.
        var line: String { String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines) }
    }

    let scratch: ScratchFolder
    /// Variables on top of the process's own.
    var variables: [String: String] = [:]

    init() throws(GitError) {
        do { scratch = try ScratchFolder() } catch { throw GitError(error) }
    }

    /// Settings that a user or a repository may have, and that would hold a run up or change what it writes.
    private static let settings = [
        "core.hooksPath=/dev/null", "core.autocrlf=false", "core.quotePath=false", "core.fsmonitor=false", "gc.auto=0",
        "maintenance.auto=false", "advice.detachedHead=false", "push.followTags=false", "push.gpgSign=false",
        "push.recurseSubmodules=no", "log.showSignature=false", "http.lowSpeedLimit=1", "http.lowSpeedTime=60",
    ]

    /// The variables that bind git to a repository, such as one whose hook has started us
    /// (`git rev-parse --local-env-vars`, but for those that hold settings).
    private static let repositoryVariables: Set = [
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_OBJECT_DIRECTORY", "GIT_DIR", "GIT_WORK_TREE",
        "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE", "GIT_INDEX_FILE", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE",
        "GIT_PREFIX", "GIT_INTERNAL_SUPER_PREFIX", "GIT_SHALLOW_FILE", "GIT_COMMON_DIR", "GIT_NAMESPACE",
    ]

    /// Runs git to its end.
    ///
    /// - Parameters:
    ///   - input: what it reads from standard input.
    ///   - folder: where it runs; nil is the scratch folder.
    ///   - allowed: the exit statuses that are no failure.
    func run(
        _ arguments: [String], input: [UInt8] = [], in folder: String? = nil, variables: [String: String] = [:],
        allowed: ClosedRange<Int32> = 0...0
    ) throws(GitError) -> Outcome {
        let outcome: Outcome
        do { outcome = try start(arguments, input, folder, variables) } catch { throw GitError(error) }
        // `env` says 127 where it does not find the program.
        if outcome.status == 127 { throw GitError(.missing) }
        guard allowed.contains(outcome.status) else {
            throw GitError(.failed(command: Self.name(of: arguments), reason: Self.reason(outcome.errors)))
        }
        return outcome
    }

    /// Everything goes through files, so that neither side ever waits for the other.
    private func start(
        _ arguments: [String], _ input: [UInt8], _ folder: String?, _ variables: [String: String]
    ) throws(Disk.Failure) -> Outcome {
        let files = (
            input: try scratch.write(input, "input"), output: try scratch.write([], "output"),
            errors: try scratch.write([], "errors")
        )
        defer { for file in [files.input, files.output, files.errors] { unlink(file) } }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git"] + Self.settings.flatMap { ["-c", $0] } + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder ?? scratch.path, isDirectory: true)
        process.environment = environment.merging(variables) { $1 }
        process.standardInput = FileHandle(forReadingAtPath: files.input)
        process.standardOutput = FileHandle(forWritingAtPath: files.output)
        process.standardError = FileHandle(forWritingAtPath: files.errors)
        do { try process.run() } catch { throw Disk.Failure(path: "/usr/bin/env", code: ENOENT) }
        Interruption.add(process: process.processIdentifier)
        process.waitUntilExit()
        Interruption.remove(process: process.processIdentifier)
        let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Outcome(
            status: status, output: try Disk.read(files.output),
            errors: String(decoding: try Disk.read(files.errors), as: UTF8.self))
    }

    /// A variable as git will see it; nil where it is not set.
    func variable(_ name: String) -> String? { environment[name] }

    private var environment: [String: String] {
        var result = ProcessInfo.processInfo.environment.filter { !Self.repositoryVariables.contains($0.key) }
        result["LC_ALL"] = "C"
        // Credentials come from git's helpers, or not at all.
        result["GIT_TERMINAL_PROMPT"] = "0"
        result["GIT_ALLOW_PROTOCOL"] = GitRemote.protocols.joined(separator: ":")
        return result.merging(variables) { $1 }
    }

    /// The command, without what it is given.
    private static func name(of arguments: [String]) -> String {
        arguments.first { !$0.hasPrefix("-") } ?? ""
    }

    /// What git said, on one line, without addresses' secrets.
    static func reason(_ errors: String) -> String {
        let lines = errors.split(whereSeparator: \.isNewline).map { line in
            line.trimmingCharacters(in: .whitespaces).filter { !$0.isASCII || $0 >= " " }
        }
        // What it says last of what is fatal tells why; hints come after it.
        let telling = lines.filter { line in
            ["fatal: ", "error: ", "remote: ", "ssh: ", "! ["].contains { line.hasPrefix($0) }
        }
        return GitRemote.redacted((telling.isEmpty ? lines : telling).prefix(4).joined(separator: "; "))
    }
}
