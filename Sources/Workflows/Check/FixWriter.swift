import Checks
import Sources

/// Makes the fixes of a report in the files of a project, or shows what they would change.
public struct FixWriter: Sendable {
    private let folder: ProjectFolder

    /// Works on a project's files.
    public init(_ folder: ProjectFolder) {
        self.folder = folder
    }

    /// Mends what can be mended, looking again until nothing is left to mend, so that another run changes nothing.
    ///
    /// - Returns: how many fixes were made, and the findings that remain.
    public func mend(_ check: ContentCheck) -> (count: Int, left: Outcome<ContentCheck.Result>) {
        var count = 0
        var left = check.check()
        // Fixes that were in each other's way are few; more rounds than this would be fixes that undo each other.
        for _ in 0..<10 {
            let plan = plan(left)
            guard plan.count > 0 else { break }
            var failures: [Diagnostic] = []
            for change in plan.changes {
                do {
                    try folder.files.write(change.new, to: change.path)
                } catch {
                    failures.append(Diagnostic(UnwritableFile(reason: error.reason), at: Place(path: change.path)))
                }
            }
            count += plan.count
            left = check.check()
            guard failures.isEmpty else {
                left = Outcome(left.value, left.diagnostics + failures, isUsage: true, gate: left.gate)
                break
            }
        }
        return (count, left)
    }

    /// What the fixes of a report would change, as a unified diff, with secrets masked: where there are any, it is to look
    /// at and not to apply.
    public func difference(_ outcome: Outcome<ContentCheck.Result>) -> [UInt8] {
        plan(outcome).changes.flatMap { change in
            UnifiedDiff(from: outcome.gate.masked(change.old), to: outcome.gate.masked(change.new))
                .bytes(path: change.path)
        }
    }

    private func plan(_ outcome: Outcome<ContentCheck.Result>) -> FixPlan {
        FixPlan(outcome.isUsage ? [] : outcome.diagnostics) { path in
            var ignored: [Diagnostic] = []
            // What is read leads not out of the project; what is written goes where it was read.
            return path.split(separator: "/").contains("..") || path.hasPrefix("/")
                ? nil : folder.read(path, &ignored)?.bytes
        }
    }
}
