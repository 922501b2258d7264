import Guides
import Sources

/// Headings of a free page whose anchors are made of their words, and would be others with other words.
struct UnnamedAnchorsCheck: GuideCheck {
    static let problems: [any Problem.Type] = [UnnamedAnchors.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guard guide.kind.isFree, let source = guide.editions.first else { return [] }
        let unnamed = source.parts.flattened.filter { !$0.namesID }
        guard let first = unnamed.first else { return [] }
        let ids = Set(unnamed.map(\.id))
        let edits = guide.editions.flatMap { edition in
            edition.parts.flattened.filter { !$0.namesID && ids.contains($0.id) }.compactMap {
                edit($0, in: edition.file)
            }
        }
        return [
            Diagnostic(
                UnnamedAnchors(id: first.id, count: unnamed.count), at: source.place(of: first.heading),
                fix: edits.isEmpty ? nil : Fix("write the IDs behind the headings of all languages", edits: edits))
        ]
    }

    /// Writes an ID behind the title, or into braces that it has already.
    private func edit(_ part: Part, in file: SourceFile) -> Fix.Edit? {
        guard let title = part.heading.headingRange(in: file.bytes), !title.isEmpty else { return nil }
        func insert(_ text: String, at offset: Int) -> Fix.Edit {
            Fix.Edit(in: file, replacing: offset..<offset, with: Array(text.utf8))
        }
        if part.hasAttributes {
            guard let braces = part.heading.attributeRange(in: file.bytes),
                let open = file.bytes[braces].firstIndex(of: UInt8(ascii: "{"))
            else { return nil }
            return insert("#\(part.id) ", at: open + 1)
        }
        return insert(" {#\(part.id)}", at: title.upperBound)
    }
}

struct UnnamedAnchors: Problem {
    static let description = CheckDescription(
        "unnamed-anchors", .structure, .note,
        summary: "Headings of a free page whose anchors are made of their words.",
        why: "With another title a heading has another anchor, and links that people have kept lead nowhere.",
        mending: "`--fix` writes the IDs behind the headings, the same in every language; the titles may change then.",
        faulty: [
            CheckExample(
                files: [
                    ("guide.yaml", "kind: page"), ("en.md", "---\ntitle: Page\n---\n\n## ⟦Before you begin⟧\n\nText."),
                ], ["the anchor `#before-you-begin` is made of the title"])
        ],
        clean: [
            CheckExample(files: [
                ("guide.yaml", "kind: page"),
                ("en.md", "---\ntitle: Page\n---\n\n## Before you begin {#before-you-begin}\n\nText."),
            ])
        ])

    let id: String
    let count: Int

    var message: String {
        count == 1
            ? "the anchor `#\(id)` is made of the title"
            : "the anchor `#\(id)` is made of the title, and so are \(count - 1) others on this page"
    }
    var help: String? { "`check --fix` keeps it: `{#\(id)}`" }
}
