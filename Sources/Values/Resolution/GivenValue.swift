/// A value that somebody gave.
public struct GivenValue: Sendable {
    /// Which value.
    public let name: String
    /// The value itself.
    public let value: Value
    /// Who gave it.
    public let source: ValueSource

    /// Puts a given value together.
    public init(name: String, value: Value, source: ValueSource) {
        self.name = name
        self.value = value
        self.source = source
    }
}
