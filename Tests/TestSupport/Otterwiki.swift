import Foundation

/// A wiki that keeps its pages in git, started over a repository: An Otter Wiki, which `scripts/setup --tests` puts
/// into a cache of its own.
///
/// That it is missing is an error, never a test that is passed over.
public final class Otterwiki: Sendable {
    /// Where it answers, without a slash at the end.
    public let address: String
    private let process: Process
    private let database: TemporaryFolder
    /// The wiki ends when this closes, as it does with the tests themselves, however they end.
    private let lifeline = Pipe()

    /// Starts the wiki on a free port of the loopback.
    ///
    /// - Parameter repository: the folder of a git repository with a work tree.
    public init(over repository: URL) throws {
        database = try TemporaryFolder()
        process = Process()
        process.executableURL = Self.python
        process.arguments = ["-c", Self.server]
        // Names as they are in the repository, and everybody may read.
        process.environment = ProcessInfo.processInfo.environment.merging([
            "REPOSITORY": repository.path, "SQLALCHEMY_DATABASE_URI": "sqlite:///\(database.path)/wiki.db",
            "SECRET_KEY": UUID().uuidString, "RETAIN_PAGE_NAME_CASE": "True", "READ_ACCESS": "ANONYMOUS",
        ]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = lifeline
        do {
            try process.run()
        } catch {
            throw Missing(path: Self.python.path)
        }
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            process.terminate()
            throw Missing(path: Self.python.path)
        }
        address = "http://127.0.0.1:\(port)"
    }

    deinit { process.terminate() }

    /// The Python that has it, in the folder that `scripts/setup` fills.
    private static var python: URL {
        let variables = ProcessInfo.processInfo.environment
        let cache = variables["XDG_CACHE_HOME"] ?? "\(variables["HOME"] ?? "")/.cache"
        return URL(fileURLWithPath: "\(cache)/vademecum-tests/otterwiki/bin/python")
    }

    /// Serves the wiki and prints the port that it got.
    private static let server = """
        import os, sys, threading
        from werkzeug.serving import make_server
        from otterwiki.server import app
        import otterwiki.views
        server = make_server("127.0.0.1", 0, app, threaded=True)
        print(server.port, flush=True)
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
        server.serve_forever()
        """

    /// No wiki to start.
    struct Missing: Error, CustomStringConvertible {
        let path: String

        var description: String { "An Otter Wiki does not start from \(path): run scripts/setup --tests" }
    }
}
