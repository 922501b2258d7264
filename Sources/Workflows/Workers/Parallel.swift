import Foundation
import Synchronization

/// Runs the same work for many indices on all cores.
enum Parallel {
    /// One looping worker a core, each with a state of its own; a task for every index would cost more than its work.
    ///
    /// - Returns: the workers' states, when all indices are done.
    static func run<Worker: Sendable>(
        count: Int, workers: Int = ProcessInfo.processInfo.activeProcessorCount, make: @Sendable () -> Worker,
        _ work: @escaping @Sendable (inout Worker, Int) -> Void
    ) -> [Worker] {
        let workers = max(1, min(workers, count))
        let next = Atomic(0)
        let done = Mutex<[Worker]>([])
        // A few at a time, so that the counter is not what the workers wait for.
        let batch = max(1, min(8, count / (workers * 8)))
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            var worker = make()
            while true {
                let start = next.wrappingAdd(batch, ordering: .relaxed).oldValue
                guard start < count else { break }
                for index in start..<min(start + batch, count) { work(&worker, index) }
            }
            done.withLock { $0.append(worker) }
        }
        return done.withLock { $0 }
    }

    /// What comes of each index, in their order.
    static func map<Result: Sendable>(
        count: Int, workers: Int? = nil, _ make: @escaping @Sendable (Int) -> Result
    ) -> [Result] {
        let workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
        let parts = run(count: count, workers: workers, make: { [(index: Int, result: Result)]() }) { part, index in
            part.append((index, make(index)))
        }
        return parts.joined().sorted { $0.index < $1.index }.map(\.result)
    }
}
