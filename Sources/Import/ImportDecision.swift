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
}
