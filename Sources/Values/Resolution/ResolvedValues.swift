/// All values for one reader, in the order of their declarations.
public struct ResolvedValues: Sendable {
    /// The values in the order of their declarations; nil where none is given and there is no example.
    public let values: [ResolvedValue?]
    /// The private values that were given and are not shown.
    public let heldBack: [String]
    /// Whether there is no value, one for each declaration.
    public let isMissing: [Bool]

    init(values: [ResolvedValue?], heldBack: [String]) {
        self.values = values
        self.heldBack = heldBack
        isMissing = values.map { $0 == nil }
    }
}
