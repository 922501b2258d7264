import Guides
import Sources

/// A name in a template that its page does not have.
struct UnknownTemplateField: Problem {
    static let description = CheckDescription(
        "unknown-template-field", .templates, guardsBuild: true,
        summary: "A name in a template that its page does not have.",
        why: "It would show as nothing.",
        mending: "Write one of the fields that the message names.")

    let name: String
    let known: [String]

    var message: String { "this page has no field `\(name)`" }
    var help: String? {
        NearestName.suggestion(for: name, in: known)
            ?? "the fields here are \(known.map { "`\($0)`" }.joined(separator: ", "))"
    }
}
