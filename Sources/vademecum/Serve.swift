import ArgumentParser
import Dispatch
import Foundation
import Guides
import Sources
import Synchronization
import Values
import Workflows

/// `vademecum serve`
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the site in a browser while it is written.",
        discussion: """
            Every language is at http://localhost:8080/, for this machine alone. Pages are made when they are first asked \
            for; what is saved in content/, templates/, static/ and the configuration is there at once, and open pages \
            load themselves again. A fault shows over the page, with its place and the way out, and the last good page \
            stays below until it is mended.

            Nothing is written, and values are taken as build takes them; pages of --audience team say so. Ctrl-C ends it.
            """
    )

    @OptionGroup var common: CommonOptions

    @Option(help: "The port of 127.0.0.1; 0 takes any that is free.", transform: Self.port)
    var port: UInt16 = 8080

    @Flag(help: "Open the site in the browser.")
    var open = false

    @Option(help: "For whom the pages are: public or team. (default: as vademecum.yaml says)")
    var audience: Audience?

    private static func port(_ text: String) throws -> UInt16 {
        guard let port = UInt16(text) else { throw ValidationError("A port is a number from 0 to \(UInt16.max).") }
        return port
    }

    func run() throws {
        let (common, opens) = (common, open)
        let told = ToldFaults()
        let server = try SiteServer(try common.folder(), common.valueOptions(audience: audience), port: port) {
            faults in
            guard told.isNews(faults) else { return }
            common.report(faults)
            if faults.isEmpty { common.inform("No fault is left.") }
        }
        let ending = Ending()
        Task {
            do {
                try await server.run { port in
                    let address = "http://localhost:\(port)/"
                    common.inform("The site is at \(address) (Ctrl-C ends it).")
                    if opens, !Browser.open(address) { common.inform("No program opens it; open it yourself.") }
                }
                ending.end(nil)
            } catch {
                ending.end(error)
            }
        }
        guard let error = ending.wait() else { return }
        guard let error = error as? ServeError else { throw error }
        throw ValidationError(words(for: error))
    }

    private func words(for error: ServeError) -> String {
        guard error.isInUse else { return "Port \(port) of 127.0.0.1 cannot be had: \(error.reason)." }
        let next = SiteServer.freePort(after: port).map { " \($0) is free: vademecum serve --port \($0)" }
        return "Port \(port) is in use.\(next ?? "")"
    }
}

/// How serving ended, for the thread that waits for it.
private final class Ending: Sendable {
    private let error = Mutex<(any Error)?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func end(_ error: (any Error)?) {
        self.error.withLock { $0 = error }
        isThere.signal()
    }

    func wait() -> (any Error)? {
        isThere.wait()
        return error.withLock { $0 }
    }
}

/// What was told last: the same faults are not told with every file that is saved.
private final class ToldFaults: Sendable {
    private let last = Mutex<[String]>([])

    func isNews(_ faults: [Diagnostic]) -> Bool {
        let lines = faults.map { "\($0.place.path):\($0.place.line):\($0.place.column) \($0.message)" }
        return last.withLock { last in
            defer { last = lines }
            return last != lines
        }
    }
}
