import Guides
import Sources

/// A guide that there is none of.
struct NoSuchGuide: Problem {
    static let check = "no-such-guide"
    let id: String
    let known: [String]

    var message: String { "no guide is called `\(id)`" }
    var help: String? { NearestName.suggestion(for: id, in: known) }
}
