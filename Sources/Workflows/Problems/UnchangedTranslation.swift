import Sources
import Values

/// A translation that is to be accepted as it was before its source changed.
struct UnchangedTranslation: Problem {
    static let description = CheckDescription(
        "unchanged-translation", .languages,
        summary: "A section that `translations accept` is told to accept as it was before its source changed.",
        why: "Mostly it was forgotten. Where it is right as it is, others want to know why.",
        mending: "Translate what has changed, or say why nothing has to with `--unchanged REASON`.")

    let unit: String
    /// The section's ID.
    let section: String
    let guide: String
    let language: LanguageTag

    var message: String { "\(unit) cannot be accepted: the source has changed, and the translation has not" }
    var help: String? {
        "translate what `vademecum translations status \(guide)` shows; if nothing has to change, say why: `vademecum translations "
            + "accept \(guide) --language \(language) --section \(section.contains(" ") ? "'\(section)'" : section) --unchanged REASON`"
    }
}
