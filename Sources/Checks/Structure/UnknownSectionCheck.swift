import Guides
import Sources

/// A section whose title the kind does not know in the guide's language.
struct UnknownSectionCheck: GuideCheck {
    static let problems: [any Problem.Type] = [UnknownSection.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let rules = guide.kind.sections
        return guide.editions.flatMap { edition in
            edition.parts.filter { $0.role == .unknown }.map { section in
                let titles = rules.compactMap { edition.language.sections[$0.id]?.first }
                return Diagnostic(
                    UnknownSection(title: section.title, known: titles), at: edition.place(of: section.heading),
                    fix: fix(section, in: edition, titles))
            }
        }
    }
}

extension UnknownSectionCheck {
    /// Writes the title that is one change away, if the guide does not have it already.
    private func fix(_ section: Part, in edition: Edition, _ titles: [String]) -> Fix? {
        guard let title = NearestName.nearest(to: section.title, in: titles), let range = section.heading.sourceRange,
            NearestName.distance(from: section.title.lowercased(), to: title.lowercased()) <= 1,
            !edition.parts.contains(where: { $0.title == title }),
            let found = edition.file.bytes.firstRange(of: Array(section.title.utf8), within: range)
        else { return nil }
        return Fix("write “\(title)”", in: edition.file, replacing: found, with: title)
    }
}

struct UnknownSection: Problem {
    static let description = CheckDescription(
        "unknown-section", .structure, guardsBuild: true,
        summary: "A section whose title the kind does not know in the guide's language.",
        why: "Readers find the same sections under the same titles in every guide, and links lead to them.",
        mending: "Write one of the titles that the message names, or give an extra section an ID: `## Title {#id}`.",
        faulty: [
            CheckExample("## Problem\n\nText.\n\n## ⟦Setps⟧\n\nText.", "no section is called “Setps”"),
            CheckExample(fr: "## Problème\n\nTexte.\n\n## ⟦Astuces⟧\n\nTexte.", "no section is called “Astuces”"),
        ],
        clean: [CheckExample("## Problem\n\nText.\n\n## Background {#background}\n\nText.")])

    let title: String
    let known: [String]

    var message: String { "no section is called “\(title)”" }
    var help: String? {
        if let nearest = NearestName.nearest(to: title, in: known) { return "did you mean “\(nearest)”?" }
        if known.isEmpty { return "name the sections of the kind under `sections:` in the language’s file" }
        let titles = known.map { "“\($0)”" }.joined(separator: ", ")
        return "the sections are \(titles); an extra one takes an ID: `## \(title) {#…}`"
    }
}
