import Messages
import Sources

/// A message that is a part of one that a guide is about. It is told in the pattern's words, for the message may hold
/// anything.
struct NearMessage: Problem {
    static let description = CheckDescription(
        "near-message", .commands,
        summary: "A pasted message that is a part of one that a guide is about.",
        why: "Another message may have the same part, so the guide would be a guess.",
        mending: "Paste the whole message, or name the guide: then what the part says is filled in.")

    let matches: [NearMatch]

    var message: String {
        let guides = matches.map { match in
            let missing = match.missing.map { "`\($0)`" }.joined(separator: " and ")
            return "`\(match.guide)` (it has `\(match.fits)`" + (missing.isEmpty ? ")" : "; missing: \(missing))")
        }
        return "this may be a part of the message of " + guides.joined(separator: ", or of ")
    }
    var help: String? {
        "paste the whole message, or take the part: `vademecum personalise \(matches.first?.guide ?? "GUIDE") --error …`"
    }
}
