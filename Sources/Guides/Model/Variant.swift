import CommonMark
import Sources
import Values

/// What stands between `<!-- only: plan=paid -->` and `<!-- end -->`, or on one side of an `<!-- else -->` between them:
/// for some readers only.
public struct Variant {
    /// For whom it is meant.
    public let condition: Condition
    /// The condition as the page's script reads it, which every output needs.
    public let script: String
    /// The comment before.
    public let start: Node
    /// The comment after, in the same container.
    public let end: Node
}
