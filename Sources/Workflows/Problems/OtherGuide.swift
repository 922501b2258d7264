import Sources

/// A message that is about another guide than the one that was named with it.
struct OtherGuide: Problem {
    static let description = CheckDescription(
        "other-guide", .commands,
        summary: "A pasted message that is about another guide than the one that was named.",
        why: "The named guide would be filled in with nothing of the message, and might not help.",
        mending: "Leave the name out, or name the guide that the message is about.")

    let guide: String
    let title: String
    let named: String

    var message: String { "the message is about `\(guide)` (“\(title)”); you named `\(named)`" }
    var help: String? { "take that guide: `vademecum personalise \(guide) --error …`, or leave the message out" }
}
