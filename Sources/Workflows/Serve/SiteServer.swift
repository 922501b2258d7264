import FlyingSocks
import Foundation
import Guides
import Sources

/// Serves a site that is made as it is asked for, to this machine alone.
public final class SiteServer: Sendable {
    private let site: LiveSite
    private let address: sockaddr_in
    private let pool: any AsyncSocketPool
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
        address = try .inet(ip4: Self.host, port: port)
        #if os(Linux)
            pool = .ePoll()
        #else
            pool = .kQueue()
        #endif
    }

    private static let host = "127.0.0.1"

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
            try await pool.prepare()
            let socket = try Socket(domain: AF_INET)
            defer { try? socket.close() }
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: address)
            try socket.listen()
            let listening = try AsyncSocket(socket: socket, pool: pool)
            let handler = LiveHandler(site: site, listeners: listeners)
            try await withThrowingTaskGroup(of: Void.self) { [pool, listeners] group in
                group.addTask { try await pool.run() }
                group.addTask {
                    try await withThrowingDiscardingTaskGroup { connections in
                        for try await socket in listening.sockets {
                            connections.addTask { await ServeConnection(socket: socket, handler: handler).serve() }
                        }
                    }
                }
                group.addTask {
                    while true {
                        try await Task.sleep(for: .seconds(15))
                        listeners.tell(.heartbeat)
                    }
                }
                if case .ip4(_, let port) = try socket.sockname() { isListening(port) }
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
