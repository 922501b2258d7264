import Sources

/// Front matter that does not say what it should.
struct BadFrontMatter: Problem {
    enum Fault: Sendable {
        case missing
        case blankFile
        case unclosed
        case lacks(String)
        case empty(String)
    }

    static let description = CheckDescription(
        "front-matter", .structure, guardsBuild: true,
        summary: "A file that does not begin with its title and summary.",
        why: "The title heads the page; the summary is what home, search and previews show.",
        mending: "Begin with a line of `---`, then `title: …` and `summary: …`, then a line of `---`.",
        faulty: [
            CheckExample("⟦---⟧\ntitle: A title\n---\n\n## Problem\n\nText.", "the front matter has no `summary`"),
            CheckExample(
                "⟦---⟧\ntitle: A title\nsummary: One sentence.\n\n## Problem\n\nText.",
                "the front matter that begins here has no closing `---`"),
            CheckExample(
                "---\ntitle: ⟦\"⟧\"\nsummary: One sentence.\n---\n\n## Problem\n\nText.", "`title` is empty"),
        ],
        clean: [CheckExample("---\ntitle: A title\nsummary: One sentence.\n---\n\n## Problem\n\nText.")])

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .missing: "the file does not begin with front matter"
        case .blankFile: "the file is empty"
        case .unclosed: "the front matter that begins here has no closing `---`"
        case .lacks(let key): "the front matter has no `\(key)`"
        case .empty(let key): "`\(key)` is empty"
        }
    }

    var help: String? {
        switch fault {
        case .missing, .blankFile: "begin with a line of `---`, then `title: …` and `summary: …`, then a line of `---`"
        case .unclosed: "add a line of `---` after its last key"
        case .lacks(let key): "add `\(key): …` between the two lines of `---`"
        case .empty(let key): "write one sentence for the \(key)"
        }
    }
}
