import FlyingSocks

/// Events as the body of a response that does not end.
struct EventBytes: AsyncBufferedSequence, Sendable {
    typealias Element = UInt8

    let first: [ServerSentEvent]
    let events: AsyncStream<ServerSentEvent>

    func makeAsyncIterator() -> Iterator {
        Iterator(rest: first.flatMap(\.bytes), events: events.makeAsyncIterator())
    }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var rest: [UInt8]
        var events: AsyncStream<ServerSentEvent>.Iterator

        mutating func next() async throws -> UInt8? {
            if rest.isEmpty { rest = await events.next()?.bytes ?? [] }
            return rest.isEmpty ? nil : rest.removeFirst()
        }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            if rest.isEmpty { return await events.next()?.bytes }
            defer { rest = [] }
            return rest
        }
    }
}
