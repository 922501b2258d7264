import FlyingSocks
import Foundation

/// A browser's connection: one request after another.
///
/// FlyingFox's own server would need a library for its client that a static program does not have, so its sockets alone are
/// used.
struct ServeConnection: Sendable {
    let socket: AsyncSocket
    let handler: LiveHandler

    /// No head of a request is longer, in bytes.
    private static let longestHead = 16_384
    private static let headEnd = Array("\r\n\r\n".utf8)

    /// Answers until the other side has enough.
    func serve() async {
        var received: [UInt8] = []
        // Who goes away is no fault.
        try? await answer(&received)
        try? socket.close()
    }

    private func answer(_ received: inout [UInt8]) async throws {
        while true {
            guard let head = try await head(&received), let request = ServeRequest(head) else {
                let refusal = LiveHandler.text(.badRequest, "This is not a request.\n")
                return try await send(refusal, isHead: false, isLast: true)
            }
            let response = await handler.response(to: request), isLast = request.isLast || response.isLast
            try await send(response, isHead: request.method == "HEAD", isLast: isLast)
            if isLast { return }
        }
    }

    /// The next head; nil where it is too long.
    private func head(_ received: inout [UInt8]) async throws -> ArraySlice<UInt8>? {
        while true {
            if let end = received.firstRange(of: Self.headEnd) {
                defer { received.removeSubrange(..<end.upperBound) }
                return received[..<end.lowerBound]
            }
            if received.count > Self.longestHead { return nil }
            received += try await socket.read(atMost: 4096)
        }
    }

    private func send(_ response: ServeResponse, isHead: Bool, isLast: Bool) async throws {
        let head = response.head(isLast: isLast)
        switch response.body {
        case .bytes(let bytes): try await socket.write(Data(isHead ? head : head + bytes))
        case .events(let first, let events):
            try await socket.write(Data(head + first.flatMap(\.bytes)))
            for await event in events { try await socket.write(Data(event.bytes)) }
        }
    }
}
