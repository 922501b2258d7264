import Sources

/// A text that several guides are about.
struct AmbiguousMessage: Problem {
    static let description = CheckDescription(
        "ambiguous-message", .commands,
        summary: "A pasted message that several guides are about.",
        why: "Nobody can tell which of them helps.",
        mending: "Name the guide, or make the error patterns more exact.")

    /// A guide, and what of its pattern the text has.
    struct Candidate: Sendable {
        let guide: String
        let title: String
        let fits: String
    }

    let candidates: [Candidate]

    var message: String {
        let guides = candidates.map { "`\($0.guide)` (“\($0.title)”, by `\($0.fits)`)" }
        return "several guides are about this text: \(guides.joined(separator: ", "))"
    }
    var help: String? {
        let guide = candidates.first?.guide ?? "GUIDE"
        return "paste one message only, or name the guide as well: `vademecum personalise \(guide) --error …`"
    }
}
