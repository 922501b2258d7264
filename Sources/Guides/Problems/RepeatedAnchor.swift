import Sources

/// Two headings with one anchor.
struct RepeatedAnchor: Problem {
    static let description = CheckDescription(
        "repeated-anchor", .structure, guardsBuild: true,
        summary: "Two headings with the same anchor, such as one section twice.",
        why: "A link to the anchor can only lead to one of them.",
        mending: "Merge the two, or give one of them another ID.",
        faulty: [
            CheckExample(
                "## Problem\n\nText.\n\n⟦## Problem⟧\n\nText.", "two headings have the anchor `#problem`")
        ],
        clean: [CheckExample("## Problem\n\nText.\n\n## Problem again {#again}\n\nText.")])

    let id: String

    var message: String { "two headings have the anchor `#\(id)`" }
    var help: String? { "merge the two, or give one of them another ID: `{#…}`" }
}
