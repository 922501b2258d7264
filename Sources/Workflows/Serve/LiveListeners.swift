import Synchronization

/// The pages that are open in browsers and wait to be told of changes.
final class LiveListeners: Sendable {
    private struct State {
        var next = 0
        var continuations: [Int: AsyncStream<ServerSentEvent>.Continuation] = [:]
    }

    private let state = Mutex(State())
    /// A page that does not read for so many events has lost the first of them, and loads itself again anyway.
    private static let mostWaiting = 32

    /// The events from now on, until whoever takes them is gone.
    func listen() -> AsyncStream<ServerSentEvent> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: ServerSentEvent.self, bufferingPolicy: .bufferingNewest(Self.mostWaiting))
        let number = state.withLock { state in
            state.next += 1
            state.continuations[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.continuations.removeValue(forKey: number) }
        }
        return stream
    }

    /// Tells every page.
    func tell(_ event: ServerSentEvent) {
        for continuation in state.withLock({ Array($0.continuations.values) }) { continuation.yield(event) }
    }

    /// How many listen.
    var count: Int { state.withLock { $0.continuations.count } }
}
