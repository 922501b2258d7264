import Sources

/// Double braces that hold no name.
struct MalformedPlaceholder: Problem {
    static let check = "malformed-placeholder"

    var message: String { "double braces that are no placeholder" }
    var help: String? {
        "write `{{name}}` on one line, with a name of lower-case letters, digits and dots, or `\\{{` for braces"
    }
}

/// A guide of a kind that has no file.
struct UnknownKind: Problem {
    static let check = "unknown-kind"
    let name: String
    let known: [String]

    var message: String { "no kind is called `\(name)`" }
    var help: String? { "the kinds are \(known.map { "`\($0)`" }.joined(separator: ", "))" }
}

/// A word in a heading's braces that means nothing.
struct UnknownAttribute: Problem {
    static let check = "unknown-attribute"
    let word: String

    var message: String { "`\(word)` means nothing in a heading's braces" }
    var help: String? {
        "an ID is `#` and lower-case letters, digits and dashes; the only class is `.recommended`"
    }
}

/// A heading where the structure has no room for one.
struct MisplacedHeading: Problem {
    enum Reason: Sendable {
        case title, noSection, noStep, nested
    }

    static let check = "misplaced-heading"
    let level: Int
    let reason: Reason

    var message: String {
        switch reason {
        case .title: "a heading of level 1"
        case .noSection: "a heading of level \(level) before the first section"
        case .noStep: "an option before the first step"
        case .nested: "a heading inside a list or a quote"
        }
    }

    var help: String? {
        switch reason {
        case .title: "the title stands in the front matter; sections are headings of level 2"
        case .noSection: "begin with a section, a heading of level 2"
        case .noStep: "a step is a heading of level 3, its options are of level 4"
        case .nested: "move it out, or make it bold"
        }
    }
}

/// Text that belongs to no section.
struct TextBeforeSections: Problem {
    static let check = "text-before-sections"

    var message: String { "text before the first section" }
    var help: String? { "move it under a heading of level 2, or into the summary of the front matter" }
}

/// Two headings with one anchor.
struct RepeatedAnchor: Problem {
    static let check = "repeated-anchor"
    let id: String

    var message: String { "two headings have the anchor `#\(id)`" }
    var help: String? { "merge the two, or give one of them another ID: `{#…}`" }
}

/// HTML in Markdown.
struct RawHTML: Problem {
    static let check = "raw-html"
    let text: String

    var message: String { "raw HTML never reaches a page" }
    var help: String? { "write Markdown, or put code between backticks" }
}

/// Markers of a variant that make no pair, or no sense.
struct BadVariant: Problem {
    enum Fault: Sendable {
        case unclosed, unopened, nested, malformed, notAlone, otherContainer, heading
        case notAChoice(String)
        case unknownKey(String, known: [String])
    }

    static let check = "bad-variant"
    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .unclosed: "this variant is never closed"
        case .unopened: "an end without a beginning"
        case .nested: "a variant inside a variant"
        case .malformed: "a variant without a value and a choice"
        case .notAlone: "a variant's marker in the middle of a text"
        case .otherContainer: "this variant was opened in another list or quote"
        case .heading: "a heading inside a variant"
        case .notAChoice(let name): "`\(name)` is not of type choice"
        case .unknownKey(let key, _): "`\(key)` is none of the choices"
        }
    }

    var help: String? {
        switch fault {
        case .unclosed: "put `<!-- end -->` on a line of its own behind it"
        case .unopened: "put `<!-- only: NAME=KEY -->` on a line of its own before it, or remove it"
        case .nested: "close the first one before the second"
        case .malformed: "write `<!-- only: NAME=KEY|KEY -->`"
        case .notAlone: "put it on a line of its own, not indented"
        case .otherContainer: "open and close it at the same indentation"
        case .heading: "anchors are the same for every reader; put the text below the heading into the variant"
        case .notAChoice: "only a choice can decide what a reader sees"
        case .unknownKey(let key, let known):
            NearestName.suggestion(for: key, in: known)
                ?? "the choices are \(known.map { "`\($0)`" }.joined(separator: ", "))"
        }
    }
}
