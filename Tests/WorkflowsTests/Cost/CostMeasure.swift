import Foundation

/// What work costs as its input grows.
enum CostMeasure {
    /// The three sizes, each four times the one before.
    private static let smallest = 1 << 10
    private static let factor = 4

    /// How many times the cost may grow from one step to the next: 4 where it grows with the input, 16 where it grows with the
    /// square. Both are far from this.
    private static let mostGrowth = 11.0
    /// Nothing is said of less: a few interrupts are as long.
    private static let leastSeconds = 0.1
    private static let mostTries = 5

    /// The seconds at the three sizes, where the last step costs more than it should; nil where it does not.
    ///
    /// Seconds are those of this thread alone, and the shortest of several tries where one seems too long, so that neither
    /// other threads nor a slow machine decide.
    static func excess(of work: (Int) -> Void) -> [Double]? {
        var best = [Double](repeating: .infinity, count: 3)
        for _ in 0..<mostTries {
            var size = smallest
            for index in best.indices {
                let start = seconds()
                work(size)
                best[index] = min(best[index], seconds() - start)
                size *= factor
            }
            // What is refused from some size on costs less there.
            let (first, second) = (max(best[1] - best[0], best[0] / 2), best[2] - best[1])
            if second < leastSeconds || second < mostGrowth * first { return nil }
        }
        return best
    }

    /// The time that this thread has worked.
    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
