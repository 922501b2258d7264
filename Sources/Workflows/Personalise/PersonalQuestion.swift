import Values

/// A question to the reader: a value that the guide could do with.
public struct PersonalQuestion: Sendable {
    /// The value's name.
    public let name: String
    /// What readers call it.
    public let label: String
    /// What an answer looks like: the keys of a choice, else a description.
    public let takes: String
    /// What stands in for an answer; nil where nothing does.
    public let example: String?

    init(_ declaration: ValueDeclaration, language: LanguageTag, resolved: ResolvedValue?) {
        name = declaration.name
        label = declaration.label[language]
        takes = declaration.type.takes
        example = resolved.map { $0.value.key(type: declaration.type) }
    }
}
