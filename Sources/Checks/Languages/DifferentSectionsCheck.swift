import Guides
import Sources

/// A section that one of two languages lacks.
struct DifferentSectionsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentSections.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        // Headings of a free page are compared at all levels.
        if source.edition.kind.isFree { return [] }
        let (own, others) = (translation.edition.parts, source.edition.parts)
        let language = source.edition.language.name
        // A file without any section has another fault.
        if own.isEmpty || others.isEmpty { return [] }
        let known = Set(others.map(\.id))
        var found = own.filter { !$0.id.isEmpty && !$0.isRequired && !known.contains($0.id) }.map {
            Diagnostic(
                DifferentSections(id: $0.id, language: language, isMissing: false),
                at: translation.edition.place(of: $0.heading))
        }
        // A section with a mistyped title is the one that seems to be missing.
        if own.contains(where: { $0.id.isEmpty }) { return found }
        var before = own.first
        let sections = Dictionary(own.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for section in others where !section.id.isEmpty {
            if let same = sections[section.id] {
                before = same
                continue
            }
            // The kind's own sections are missed by another check, unless the kind can do without them.
            if section.isRequired { continue }
            let place = before.map { translation.edition.place(of: $0.heading) }
            found.append(
                Diagnostic(
                    DifferentSections(id: section.id, language: language, isMissing: true),
                    at: place ?? translation.startOfText,
                    related: [source.note(section.heading, "it is here")]))
        }
        return found
    }
}

extension Part {
    /// Whether it is a section that the kind demands: where it is missing, another check says so.
    fileprivate var isRequired: Bool {
        if case .section(.known(let rule)) = kind { rule.isRequired } else { false }
    }
}

struct DifferentSections: Problem {
    static let description = CheckDescription(
        "different-sections", .languages,
        summary: "A section that one of two languages lacks.",
        why: "Readers of one language miss what it says, and a link to its anchor leads nowhere.",
        mending: "Translate the section, or remove it from both.",
        faulty: [
            CheckExample(
                fr: "## Problème\n\nTexte.\n\n## Notes\n\nTexte.", en: "## ⟦Problem⟧\n\nText.",
                "the section `#notes` is missing after this one; Français has it"),
            CheckExample(
                fr: "## Problème\n\nTexte.", en: "## Problem\n\nText.\n\n## ⟦Notes⟧\n\nText.",
                "Français has no section `#notes`"),
        ],
        clean: [
            CheckExample(
                fr: "## Problème\n\nTexte.\n\n## Notes\n\nTexte.", en: "## Problem\n\nText.\n\n## Notes\n\nText.")
        ])

    let id: String
    let language: String
    let isMissing: Bool

    var message: String {
        isMissing
            ? "the section `#\(id)` is missing after this one; \(language) has it"
            : "\(language) has no section `#\(id)`"
    }
    var help: String? { isMissing ? "translate it" : "add it to the other language, or remove it here" }
}
