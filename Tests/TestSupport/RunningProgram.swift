import Foundation

extension Program {
    /// The `vademecum` of the tests while it runs, for commands that do not end by themselves.
    public final class Running {
        private let process = Process()
        private let files: TemporaryFolder

        /// Starts it.
        public init(_ arguments: String..., in folder: URL) throws {
            files = try TemporaryFolder()
            try files.write("", at: "errors")
            process.executableURL = Program.vademecum
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: files.url.appending(path: "errors"))
            try process.run()
        }

        /// The first line of what it says that has a text, within ten seconds; empty where none has.
        public func line(with text: String) throws -> String {
            for _ in 0..<200 {
                let lines = try files.text(at: "errors").split(separator: "\n")
                if let line = lines.first(where: { $0.contains(text) }) { return String(line) }
                Thread.sleep(forTimeInterval: 0.05)
            }
            return ""
        }

        /// Ends it, as Ctrl-C does not where a shell started it behind itself.
        public func end() {
            process.terminate()
            process.waitUntilExit()
        }
    }
}
