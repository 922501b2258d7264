import Foundation
import Sources

/// Runs programs as a user would.
public enum Program {
    /// What a program did.
    public struct Outcome: Sendable {
        /// The exit status; 128 and the signal's number where a signal ended it.
        public let status: Int32
        /// What it wrote to standard output.
        public let output: Data
        /// What it wrote to standard error.
        public let errors: String

        /// Standard output as text.
        public var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs the `vademecum` that was built along with the tests.
    public static func vademecum(
        _ arguments: String..., in folder: URL? = nil, environment: [String: String] = [:], input: Data = Data()
    ) throws -> Outcome {
        try vademecum(arguments, in: folder, environment: environment, input: input)
    }

    /// The same, with the arguments as a list.
    public static func vademecum(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:], input: Data = Data()
    ) throws -> Outcome {
        try run(vademecum, arguments, in: folder, environment, input)
    }

    /// Runs lines of a shell, in which `$VADEMECUM` is the program that was built along with the tests.
    public static func shell(_ script: String, in folder: URL? = nil) throws -> Outcome {
        try run(
            URL(fileURLWithPath: "/bin/bash"), ["-c", "VADEMECUM='\(vademecum.path)'; \(script)"], in: folder, [:],
            Data())
    }

    /// The `vademecum` that was built along with the tests.
    public static var vademecum: URL { products.appending(path: "vademecum") }

    /// Runs a program that is found along `PATH`; that it is missing is an error, never a test that is passed over.
    public static func named(_ name: String, _ arguments: String..., input: Data = Data()) throws -> Outcome {
        try run(URL(fileURLWithPath: "/usr/bin/env"), [name] + arguments, in: nil, [:], input)
    }

    /// The same with arguments in a list.
    public static func named(_ name: String, arguments: [String], input: Data = Data()) throws -> Outcome {
        try run(URL(fileURLWithPath: "/usr/bin/env"), [name] + arguments, in: nil, [:], input)
    }

    /// The folder that the package's products are built into.
    private static var products: URL {
        #if os(macOS)
            for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
                return bundle.bundleURL.deletingLastPathComponent()
            }
        #endif
        return URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    }

    private static func run(
        _ program: URL, _ arguments: [String], in folder: URL?, _ environment: [String: String], _ input: Data
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Values are taken from the environment, so a test has none but those that it gives.
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("VADEMECUM_") }
        variables.merge(environment) { $1 }
        process.environment = variables
        // Through files, so that neither side ever waits for the other.
        let files = try TemporaryFolder()
        try files.write(input, at: "input")
        for name in ["output", "errors"] { try files.write("", at: name) }
        process.standardInput = try FileHandle(forReadingFrom: files.url.appending(path: "input"))
        process.standardOutput = try FileHandle(forWritingTo: files.url.appending(path: "output"))
        process.standardError = try FileHandle(forWritingTo: files.url.appending(path: "errors"))
        try process.run()
        process.waitUntilExit()
        let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Outcome(
            status: status, output: try Data(contentsOf: files.url.appending(path: "output")),
            errors: try files.text(at: "errors"))
    }
}
