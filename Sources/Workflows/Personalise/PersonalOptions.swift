import Values

/// What somebody asks for who wants one guide for themselves.
public struct PersonalOptions: Sendable {
    /// The guide's ID; nil where the message decides.
    public var guide: String?
    /// The message that was pasted.
    public var message: String?
    /// The language; nil takes the environment's, else the source.
    public var language: LanguageTag?

    /// Nothing said yet.
    public init() {}
}

/// What a personal guide is written as.
public enum PersonalFormat: String, Sendable, CaseIterable {
    /// CommonMark with GFM's tables and alerts.
    case markdown
    /// One file that holds its styles and images.
    case html
    /// Plain text for a terminal.
    case text
    /// The values, where they came from, and the Markdown, for programs.
    case json
}

/// The language that a process's environment asks for.
enum EnvironmentLanguage {
    /// `LC_ALL`, else `LC_MESSAGES`, else `LANG` (POSIX.1-2017, section 8.2): the first that is set counts, and `C` and
    /// `POSIX` name no language.
    static func tag(_ environment: [String: String]) -> LanguageTag? {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        // `fr_CA.UTF-8@euro` is language, territory, encoding and variant.
        guard let name = set?.split(whereSeparator: { $0 == "." || $0 == "@" }).first, name != "C", name != "POSIX"
        else { return nil }
        return LanguageTag(rawValue: String(name).replacing("_", with: "-"))
    }
}

extension Collection<LanguageTag> {
    /// A language of the collection for readers of a tag: the tag itself, else the language that it is a kind of.
    func best(for tag: LanguageTag) -> LanguageTag? {
        func primary(_ tag: LanguageTag) -> String { String(tag.rawValue.prefix { $0 != "-" }).lowercased() }
        return first { $0.rawValue.lowercased() == tag.rawValue.lowercased() } ?? first { primary($0) == primary(tag) }
    }
}
