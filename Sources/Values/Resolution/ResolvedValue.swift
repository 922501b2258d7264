/// What a value is for one reader.
public struct ResolvedValue: Sendable, Hashable {
    /// The value to show.
    public let value: Value
    /// Where it came from.
    public let source: ValueSource
    /// Whether it is an example, or rests on one.
    public let isExample: Bool
    /// Whether it is private, or rests on a value that is.
    public let isPrivate: Bool
    /// What the formula gives, where the value was given as well and the formula rests on no example.
    public let computed: Value?
}
