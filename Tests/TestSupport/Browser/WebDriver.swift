import Foundation
import Sources

/// What a browser or its driver would not do.
public struct BrowserError: Error, CustomStringConvertible {
    /// The command, and the reason that the driver gave.
    public let description: String

    init(_ description: String) { self.description = description }
}

/// A client of `chromedriver`: WebDriver is JSON over plain HTTP (W3C, WebDriver Level 2).
///
/// It starts the driver on a free port and ends it when it goes away. A driver that is missing is an error, never a
/// test that is passed over.
public final class WebDriver: Sendable {
    /// The key of an element's reference (section 12).
    static let elementKey = "element-6066-11e4-a52e-4f735466cecf"

    private let process: Process
    private let server: LocalHTTP

    /// Starts the driver and waits until it answers.
    public init() throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["chromedriver", "--port=0"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // “ChromeDriver was started successfully on port 38765.”
        var text = ""
        var port: UInt16?
        while port == nil {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else {
                throw BrowserError("chromedriver did not start; scripts/setup --tests installs it")
            }
            text += String(decoding: data, as: UTF8.self)
            port = text.firstMatch(of: /started successfully on port (\d+)/).flatMap { UInt16($0.1) }
        }
        guard let port else { throw BrowserError("no port in: \(text)") }
        server = LocalHTTP(port: port)
    }

    /// Asks the driver to end, browsers included: a process that a thread of Swift's starts has SIGTERM blocked, and
    /// would outlive the tests. One that does not answer is killed, which nothing can block.
    deinit {
        if (try? server.send("GET", "shutdown", body: Data())) == nil {
            kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
    }

    /// Sends a command and returns the `value` of the answer.
    @discardableResult
    func send(_ method: String, _ path: String, _ body: JSON? = nil) throws -> JSON {
        let sent = method == "POST" ? try JSONEncoder().encode(body ?? .object([:])) : Data()
        let value = try JSONDecoder().decode(JSON.self, from: server.send(method, path, body: sent))["value"]
        if case .text(let error) = value["error"] {
            throw BrowserError("\(method) \(path): \(error): \(value["message"].text)")
        }
        return value
    }
}
