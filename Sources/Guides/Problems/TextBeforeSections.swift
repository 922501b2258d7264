import Sources

/// Text that belongs to no section.
struct TextBeforeSections: Problem {
    static let description = CheckDescription(
        "text-before-sections", .structure, guardsBuild: true,
        summary: "Text that belongs to no section.",
        why: "It has no anchor, and no place that is the same in every guide.",
        mending: "Move it under a heading of level 2, or into the `summary` of the front matter.",
        faulty: [
            CheckExample(
                "⟦A word before.⟧\n\nAnother.\n\n- A list.\n\n## Problem\n\nText.", "text before the first section")
        ],
        clean: [CheckExample("<!-- A note to the authors. -->\n\n## Problem\n\nText.")])

    var message: String { "text before the first section" }
    var help: String? { "move it under a heading of level 2, or into the summary of the front matter" }
}
