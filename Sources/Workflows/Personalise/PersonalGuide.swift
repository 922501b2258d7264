import Values

/// A guide for one reader.
public struct PersonalGuide: Sendable {
    /// What was asked for, in the format that was.
    public let text: [UInt8]
    /// The guide's ID.
    public let id: String
    /// The values that it depends on.
    public let values: PersonalValues
    /// The names of the values that stand in the message and cannot be read there.
    public let hidden: [String]
    /// The language that it is in.
    public let language: Language
    /// Why it is not in the reader's; nil where it is.
    public let notice: String?
}
