import Sources
import Values

/// A section of a translation that `translations sync` leaves to a person.
struct UnsyncedSection: Problem {
    static let description = CheckDescription(
        "unsynced-section", .commands,
        summary: "A section that is behind and that `translations sync` cannot bring up to date by itself.",
        why: "It writes only what is the same in every language, and only where it is certain of the place.",
        mending: "Translate what `vademecum translations` shows, then run `vademecum translations accept`.")

    let unit: String
    let reason: SectionSync.Reason
    let guide: String
    let language: LanguageTag

    var message: String { "\(unit) \(unit.hasPrefix("the") ? "is" : "are") left to a person: \(why)" }
    var help: String? { "translate what `vademecum translations status \(guide)` shows, then accept it" }

    private var why: String {
        switch reason {
        case .words(let line): "words were written or changed in line \(line) of the source"
        case .place(let text): "`\(text)` is not in the translation as it was in the source"
        case .ambiguous(let text): "`\(text)` became more than one thing"
        case .blocks: "it has other blocks than the source that it was made from"
        case .uncertain: "the bytes to change are not certain"
        case .changed: "it was changed since it was accepted, and may be up to date"
        case .snippet(let path): "it stands in \(path), which other guides may take in too"
        case .unknown: "git does not have the text that it was made from"
        }
    }
}
