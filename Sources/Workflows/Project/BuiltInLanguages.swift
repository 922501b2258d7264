import Guides
import Sources
import Synchronization
import Templates
import Values

/// The languages that come with the program.
enum BuiltInLanguages {
    /// Each file is read once in a process: reading them took most of a small command's time.
    private static let known = Mutex<[LanguageTag: Language]>([:])

    /// English, whose words stand where another language lacks one.
    static var english: Language? { self[LanguageTag(rawValue: "en")] }

    /// The program's own file of a language; nil where it has none.
    static subscript(tag: LanguageTag?) -> Language? {
        guard let tag else { return nil }
        if let language = known.withLock({ $0[tag] }) { return language }
        let language = read(tag, over: nil)
        known.withLock { $0[tag] = language }
        return language
    }

    /// A language as the program has it, over what is known of it without its region; nil where it has neither.
    static func language(_ tag: LanguageTag, over general: Language?) -> Language? {
        guard let general = general?.named(tag) else { return self[tag] }
        return read(tag, over: general) ?? general
    }

    /// A language as the program alone has it, whole.
    static func whole(_ tag: LanguageTag) -> Language? {
        language(tag, over: self[tag.withoutRegion])?.completed(by: english)
    }

    private static func read(_ tag: LanguageTag, over base: Language?) -> Language? {
        let name = "languages/\(tag).yaml"
        guard let bytes = DefaultTemplates.files[name] else { return nil }
        let file = SourceFile(path: "\(TemplateFolder.name)/\(name)", bytes: bytes)
        return Language.read(file, tag: tag, over: base).language
    }
}
