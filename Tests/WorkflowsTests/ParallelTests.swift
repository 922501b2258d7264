import Synchronization
import Testing

@testable import Workflows

@Suite struct ParallelTests {
    /// Every index is worked on once, whatever the numbers of indices and workers.
    @Test(arguments: [0, 1, 7, 8, 100, 1003], [1, 2, 3, 16])
    func everyIndexIsDoneOnce(count: Int, workers: Int) {
        let done = Parallel.run(count: count, workers: workers, make: { [Int]() }) { $0.append($1) }
        #expect(done.flatMap(\.self).sorted() == Array(0..<count))
    }

    /// There are no more workers than indices, and each has a state of its own.
    @Test func workersHaveStatesOfTheirOwn() {
        let made = Mutex(0)
        let states = Parallel.run(
            count: 3, workers: 16,
            make: {
                made.withLock {
                    $0 += 1
                    return $0
                }
            }
        ) { _, _ in }
        #expect(made.withLock { $0 } == 3)
        #expect(Set(states) == [1, 2, 3])
    }
}
