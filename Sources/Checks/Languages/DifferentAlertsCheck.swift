import CommonMark
import Sources

/// Alerts of another kind than in the source language, more of them, or fewer.
struct DifferentAlertsCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentAlerts.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        let language = source.edition.language.name
        return zip(pair.regions, pair.regionIndices).compactMap { regions, indices in
            let (region, other) = regions
            let (own, theirs) = (region.alerts, other.alerts)
            let shared = zip(own, theirs).prefix { $0.kind == $1.kind }.count
            if shared == own.count, shared == theirs.count { return nil }
            let isMissing = own.count < theirs.count
            let isSurplus = own.count > theirs.count
            let (surplus, missing) = (own.dropFirst(shared).first, theirs.dropFirst(shared).first)
            let problem = DifferentAlerts(
                own: isMissing ? nil : surplus?.marker, other: isSurplus ? nil : missing?.marker, language: language)
            let place =
                isMissing
                ? missing.map { pair.place(ofMissing: $0, in: indices) } : surplus.map { translation.firstLine(of: $0) }
            return Diagnostic(
                problem, at: place ?? translation.place(of: region),
                related: isSurplus ? [] : missing.map { [source.note($0, "in \(language)")] } ?? [])
        }
    }
}

extension EditionText {
    /// The place of the first line of a block.
    fileprivate func firstLine(of node: Node) -> Place { edition.file.place(line: node.startLine) }
}

extension Node {
    fileprivate var marker: String? {
        if case .alert(let kind) = kind { "[!\(kind.marker)]" } else { nil }
    }
}

struct DifferentAlerts: Problem {
    static let description = CheckDescription(
        "different-alerts", .languages,
        summary: "An alert of another kind than in the source language, or one that a language lacks.",
        why: "What is a danger in one language is a tip in the other.",
        mending: "Give both the same alerts, of the same kinds.",
        faulty: [
            CheckExample(
                fr: "> [!WARNING]\n> Tout est perdu.", en: "⟦> [!TIP]⟧\n> All is lost.",
                "`[!TIP]` here, and `[!WARNING]` in Français"),
            CheckExample(
                fr: "## Problème\n\n> [!NOTE]\n> Une note.", en: "## ⟦Problem⟧\n\nA note.",
                "Français has `[!NOTE]` here"),
            CheckExample(
                fr: "## Problème\n\nUn.\n\n> [!NOTE]\n> Une note.\n\n- Deux.",
                en: "## Problem\n\n⟦One.⟧\n\n- Two.", "Français has `[!NOTE]` here"),
        ],
        clean: [CheckExample(fr: "> [!NOTE]\n> Une note.", en: "> [!note]\n> A note.")])

    let own: String?
    let other: String?
    let language: String

    var message: String {
        switch (own, other) {
        case (let own?, let other?): "`\(own)` here, and `\(other)` in \(language)"
        case (let own?, nil): "\(language) has no `\(own)` here"
        default: "\(language) has `\(other ?? "")` here"
        }
    }
    var help: String? { "give both languages the same alerts" }
}
