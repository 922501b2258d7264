import Sources

/// A language in which no site can be begun.
struct NoStart: Problem {
    static let description = CheckDescription(
        "no-start", .commands,
        summary: "A language in which no site can be begun.",
        why: "The program has no guide to begin with in it, and knows none of its words.",
        mending: "Begin with a language that comes with the program, and add yours by `vademecum new language`.")

    let tag: String
    let known: [String]
    let meant: String?

    var message: String { "no site can be begun in `\(tag)`" }
    var help: String? {
        if let meant { return "did you mean `\(meant)`?" }
        return "begin with \(known.joined(separator: ", ")), and add it by `vademecum new language \(tag)`"
    }
}
