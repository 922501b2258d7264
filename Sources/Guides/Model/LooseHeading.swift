import CommonMark

/// A heading of a text of no guide, with what its braces say: `{#id .class}`.
public struct LooseHeading {
    /// The heading, without its braces.
    public let node: Node
    /// The ID; nil where there is none.
    public let id: String?
    /// The classes: letters, digits, dashes and underscores.
    public let classes: [String]
}
