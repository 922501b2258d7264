import FlyingFox
import FlyingSocks
import Foundation
import Guides
import Sources

/// Serves a site that is made as it is asked for, to this machine alone.
public final class SiteServer: Sendable {
    private let site: LiveSite
    private let server: HTTPServer
    private let listeners = LiveListeners()
    private let report: @Sendable ([Diagnostic]) -> Void

    /// - Parameters:
    ///   - port: of 127.0.0.1; 0 takes any that is free.
    ///   - report: is told what is wrong each time that changes, beginning with the first reading.
    public init(
        _ folder: ProjectFolder, _ values: ValueOptions, port: UInt16,
        report: @escaping @Sendable ([Diagnostic]) -> Void = { _ in }
    ) throws {
        site = LiveSite(folder, values)
        self.report = report
        let handler = LiveHandler(site: site, listeners: listeners)
        #if os(Linux)
            let pool: any AsyncSocketPool = .ePoll()
        #else
            let pool: any AsyncSocketPool = .kQueue()
        #endif
        server = HTTPServer(
            config: HTTPServer.Configuration(
                address: try .inet(ip4: Self.host, port: port), timeout: Self.patience, pool: pool,
                logger: .disabled),
            handler: handler)
    }

    private static let host = "127.0.0.1"
    /// A large site may take a while until all of its guides were read, in seconds.
    private static let patience: TimeInterval = 120

    /// Serves until the task is cancelled.
    ///
    /// - Parameter isListening: is told the port that it listens at.
    /// - Throws: `ServeError` where the port cannot be had.
    public func run(isListening: @escaping @Sendable (UInt16) -> Void) async throws {
        // What is saved from here on is seen.
        let watch = site.watched.watch()
        site.load()
        let thread = Thread { [site, listeners, report] in
            site.index()
            Self.tell(LiveChange(guides: [""]), site, listeners, report)
            while true {
                let paths = watch.wait()
                site.update(paths) { Self.tell($0, site, listeners, report) }
            }
        }
        // A deep document is read with deep calls.
        thread.stackSize = 8 << 20
        thread.start()
        try await serve(isListening)
    }

    private static func tell(
        _ change: LiveChange, _ site: LiveSite, _ listeners: LiveListeners, _ report: ([Diagnostic]) -> Void
    ) {
        if !change.isEmpty { listeners.tell(change.event) }
        listeners.tell(site.faultsEvent)
        report(site.faults)
    }

    private func serve(_ isListening: @escaping @Sendable (UInt16) -> Void) async throws {
        do {
            try await withThrowingTaskGroup(of: Void.self) { [server, listeners] group in
                group.addTask { try await server.run() }
                group.addTask {
                    try await server.waitUntilListening()
                    if case .ip4(_, let port) = await server.listeningAddress { isListening(port) }
                    while true {
                        try await Task.sleep(for: .seconds(15))
                        listeners.tell(.heartbeat)
                    }
                }
                try await group.next()
                group.cancelAll()
            }
        } catch SocketError.failed(_, let code, let reason) {
            throw ServeError(isInUse: code == EADDRINUSE, reason: reason)
        }
    }

    /// The next port behind one that nobody listens at; nil where the next hundred are taken.
    public static func freePort(after port: UInt16) -> UInt16? {
        (1...100).lazy.compactMap { UInt16(exactly: Int(port) + $0) }.first { candidate in
            guard let socket = try? Socket(domain: AF_INET),
                let address = try? sockaddr_in.inet(ip4: host, port: candidate)
            else { return false }
            defer { try? socket.close() }
            return (try? socket.bind(to: address)) != nil
        }
    }
}

/// Why a site cannot be served.
public struct ServeError: Error {
    /// Whether somebody else listens at the port.
    public let isInUse: Bool
    /// The system's own words.
    public let reason: String
}
