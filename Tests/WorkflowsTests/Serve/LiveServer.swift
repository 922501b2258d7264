import Foundation
import TestSupport
import Testing

@testable import Workflows

/// A server of a test's own project, for as long as the test runs.
final class LiveServer {
    let project: TestProject
    let port: UInt16
    private let task: Task<Void, Never>

    init(_ project: TestProject, _ values: ValueOptions = ValueOptions()) async throws {
        self.project = project
        let server = try SiteServer(project.folder, values, port: 0)
        let (ports, continuation) = AsyncStream.makeStream(of: UInt16.self)
        task = Task {
            try? await server.run { continuation.yield($0) }
            continuation.finish()
        }
        var iterator = ports.makeAsyncIterator()
        port = try #require(await iterator.next())
    }

    deinit { task.cancel() }

    func get(_ path: String, host: String? = "localhost", method: String = "GET") async throws
        -> RawConnection.Answer
    {
        try await RawConnection(port: port).get(path, host: host, method: method)
    }

    /// A connection that hears of changes.
    func events(_ query: String = "") async throws -> RawConnection {
        let connection = try RawConnection(port: port)
        _ = try await connection.ask("/_vademecum/events?\(query)")
        _ = try await connection.event("hello")
        return connection
    }
}
