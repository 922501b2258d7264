import Sources

/// Something that an import made of what it read, or that it leaves to a person.
public struct ImportDecision: Sendable {
    /// What it is about.
    public enum Kind: String, Sendable {
        case title, summary, section, step, option, error, value, privateValue = "private", link, table, variant, text
        case page, image, alert, include, redirect, skipped
    }

    /// What it is about.
    public let kind: Kind
    /// Where the source says it.
    public let place: Place
    /// What was decided, as a sentence without a full stop.
    public let message: String
    /// Whether a person has to look at it.
    public let isOpen: Bool

    init(kind: Kind, place: Place, message: String, isOpen: Bool) {
        (self.kind, self.place, self.message, self.isOpen) = (kind, place, message, isOpen)
    }

    /// Something about a page as a whole that a person has to look at.
    package init(_ path: String, _ message: String) {
        self.init(kind: .page, place: Place(path: path), message: message, isOpen: true)
    }

    /// What is said where a text was more than Markdown.
    package static let rewritten =
        "elements and signs that Markdown does not have became Markdown, and the lines told here are those of what it became"

    /// Something about a text as a whole.
    package init(text message: String, _ path: String, isOpen: Bool) {
        self.init(kind: .text, place: Place(path: path), message: message, isOpen: isOpen)
    }
}
