import Guides
import Sources

/// A guide that nobody has read over for longer than it asks for.
struct OverdueReviewCheck: GuideCheck {
    static let problems: [any Problem.Type] = [OverdueReview.self]

    /// Seconds in a day of the calendar.
    private static let day = 86_400.0

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guard let today = context.today, let reviewed = guide.metadata.reviewed,
            let every = guide.metadata.reviewEvery
        else { return [] }
        let overdue = today.dayNumber - reviewed.dayNumber - Int((every / Self.day).rounded(.down))
        guard overdue > 0 else { return [] }
        return [Diagnostic(OverdueReview(days: overdue), at: place(in: guide.metadataFile))]
    }

    private func place(in file: SourceFile) -> Place {
        let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let index = lines.firstIndex { $0.starts(with: Array("reviewed".utf8)) }
        return file.place(line: (index ?? 0) + 1)
    }
}

struct OverdueReview: Problem {
    static let description = CheckDescription(
        "overdue-review", .hygiene, .warning,
        summary: "A guide that nobody has read over for longer than `review-every` in its guide.yaml.",
        why: "Forms, limits and addresses change, and readers trust what nobody has checked.",
        mending: "Read the guide over, follow its steps, and put today's date after `reviewed:`.",
        faulty: [
            CheckExample(
                files: [
                    ("guide.yaml", "⟦reviewed: 2026-01-01⟧\nreview-every: 90 days\n"), ("en.md", "Text."),
                ], ["the review is overdue by 10 days"], today: "2026-04-11")
        ],
        clean: [
            CheckExample(
                files: [("guide.yaml", "reviewed: 2026-01-01\nreview-every: 90 days\n"), ("en.md", "Text.")],
                today: "2026-04-01")
        ])

    let days: Int

    var message: String { "the review is overdue by \(days.counted("day"))" }
    var help: String? { "read the guide over, and put today’s date after `reviewed:`" }
}
