import Guides
import Sources

/// A guide that there is none of.
struct NoSuchGuide: Problem {
    static let description = CheckDescription(
        "no-such-guide", .configuration,
        summary: "A guide on the command line that does not exist.",
        why: "There is nothing to look at.",
        mending: "Name a guide by its folder's path below `content/`.")

    let id: String
    let known: [String]

    var message: String { "no guide is called `\(id)`" }
    var help: String? {
        if known.isEmpty { return "there are no guides yet: `vademecum new guide NAME` begins one" }
        let some = known.prefix(8).joined(separator: ", ") + (known.count > 8 ? "…" : "")
        return NearestName.suggestion(for: id, in: known) ?? "the guides are \(some)"
    }
}
