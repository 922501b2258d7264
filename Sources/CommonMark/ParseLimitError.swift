/// A text that libcmark is not given.
public struct ParseLimitError: Error, Equatable {
    /// Which limit was passed.
    public enum Limit: String, Sendable {
        case size, indentation, nesting, brackets, delimiters, angles
    }

    /// The limit that was passed.
    public let limit: Limit
    /// The byte at which it was.
    public let offset: Int
}
