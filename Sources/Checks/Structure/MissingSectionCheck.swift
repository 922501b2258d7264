import Guides
import Sources

/// A section that the kind demands and the guide lacks.
struct MissingSectionCheck: GuideCheck {
    static let problems: [any Problem.Type] = [MissingSection.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let rules = guide.kind.sections
        return guide.editions.filter { !$0.isBlank }.flatMap { edition in
            rules.filter { rule in rule.isRequired && !edition.parts.contains { $0.id == rule.id } }.map { rule in
                let title = edition.language.sections[rule.id]?.first
                return Diagnostic(MissingSection(id: rule.id, title: title), at: Place(path: edition.file.path))
            }
        }
    }
}

extension Edition {
    /// Whether there is nothing in the file, which is one fault.
    fileprivate var isBlank: Bool { parts.isEmpty && file.bytes.allSatisfy(\.isSpace) }
}

struct MissingSection: Problem {
    static let description = CheckDescription(
        "missing-section", .structure, guardsBuild: true,
        summary: "A section that the kind demands and the guide lacks.",
        why: "Readers rely on finding it, and links lead to its anchor.",
        mending: "Add the heading that the message names, and write the section.",
        faulty: [
            CheckExample(
                "---\ntitle: T\nsummary: S\n---\n\n## Problem\n\nText.\n\n## Steps\n\n### Wait\n\nText.",
                "the section “Verification” is missing")
        ],
        clean: [
            CheckExample(
                "---\ntitle: T\nsummary: S\n---\n\n## Problem\n\nText.\n\n## Steps\n\n### Wait\n\nText.\n\n## Verification\n\nText."
            )
        ])

    let id: String
    let title: String?

    var message: String { "the section \(title.map { "“\($0)”" } ?? "`#\(id)`") is missing" }
    var help: String? { "add `## \(title ?? "… {#\(id)}")`" }
}
