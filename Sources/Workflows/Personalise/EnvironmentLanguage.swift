import Values

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
