import Messages
import Values

/// The options of a personalised guide.
public struct PersonalOptions: Sendable {
    /// The guide's ID; nil where the message decides.
    public var guide: String?
    /// The message that was pasted.
    public var message: String?
    /// The language; nil takes the environment's, else the source.
    public var language: LanguageTag?

    /// Nothing said yet.
    public init() {}

    /// Takes the message from a file's bytes, whatever their encoding.
    public mutating func take(message bytes: [UInt8]) { message = MessageEncoding.text(bytes) }
}

extension Collection<LanguageTag> {
    /// A language of the collection for readers of a tag: the tag itself, else the language that it is a kind of.
    func best(for tag: LanguageTag) -> LanguageTag? {
        func primary(_ tag: LanguageTag) -> String { String(tag.rawValue.prefix { $0 != "-" }).lowercased() }
        return first { $0.rawValue.lowercased() == tag.rawValue.lowercased() } ?? first { primary($0) == primary(tag) }
    }
}
