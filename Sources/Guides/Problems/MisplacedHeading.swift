import Sources

/// A heading where the structure has no room for one.
struct MisplacedHeading: Problem {
    enum Reason: Sendable {
        case title, noSection, noStep, nested
    }

    static let description = CheckDescription(
        "misplaced-heading", .structure, guardsBuild: true,
        summary: "A heading where the structure has no room for one.",
        why: "Sections, steps and options are headings of level 2, 3 and 4; others break the outline of the page.",
        mending: "Put the title into the front matter, steps into their section, options into their step.",
        faulty: [
            CheckExample("⟦# Title⟧\n\n## Problem\n\nText.", "a heading of level 1"),
            CheckExample(
                "## Problem\n\nText.\n\n## Steps\n\n⟦#### By form⟧\n\nText.", "an option before the first step"),
            CheckExample("- An item\n\n  ### ⟦A heading⟧", "a heading inside a list or a quote"),
        ],
        clean: [CheckExample("## Problem\n\nText.\n\n### Detail\n\nText.")])

    let level: Int
    let reason: Reason

    var message: String {
        switch reason {
        case .title: "a heading of level 1"
        case .noSection: "a heading of level \(level) before the first section"
        case .noStep: "an option before the first step"
        case .nested: "a heading inside a list or a quote"
        }
    }

    var help: String? {
        switch reason {
        case .title: "the title belongs in the front matter; sections are headings of level 2"
        case .noSection: "begin with a section, a heading of level 2"
        case .noStep: "a step is a heading of level 3, its options are of level 4"
        case .nested: "move it out, or make it bold"
        }
    }
}
