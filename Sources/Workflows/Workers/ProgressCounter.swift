import Synchronization

/// Counts guides from several threads, and reports every so often.
final class ProgressCounter: Sendable {
    private let total: Int
    private let report: @Sendable (Int, Int) -> Void
    private let done = Atomic(0)

    init(total: Int, report: @escaping @Sendable (Int, Int) -> Void) {
        self.total = total
        self.report = report
    }

    func advance() {
        let count = done.wrappingAdd(1, ordering: .relaxed).newValue
        // A report is for a person's eyes: a hundred of them are enough for any build.
        if count == total || count % max(1, total / 100) == 0 { report(count, total) }
    }
}
