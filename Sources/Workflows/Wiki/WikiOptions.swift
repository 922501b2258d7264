import Guides

/// What the command line says about a wiki.
public struct WikiOptions: Sendable {
    /// Whose wiki; nil takes the configuration's word.
    public var flavor: WikiFlavor?
    /// What stands on one page; nil takes the configuration's word.
    public var layout: WikiLayout?
    /// What the pages say that they were built from; nil leaves it out.
    public var stamp: String?
    /// A wiki as the configuration has it.
    public init() {}
}
