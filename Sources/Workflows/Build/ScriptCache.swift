import Guides
import Rendering

/// The data that pages carry for the script. Most of it is the same from page to page, and is made once.
struct ScriptCache: Sendable {
    private let languages: ScriptLanguages
    private var values: [ValuesKey: ScriptValues] = [:]

    private struct ValuesKey: Hashable {
        let page: LanguageTag
        let content: LanguageTag
        let examples: [String: Value]
    }

    init(_ languages: ScriptLanguages) { self.languages = languages }

    /// The data of a guide's page.
    ///
    /// - Parameters:
    ///   - errors: how the guide's errors are worded.
    ///   - page: the language of the page, which may be another than that of the text.
    mutating func data(
        _ edition: RenderedEdition, _ metadata: GuideMetadata, errors: ScriptPatterns, page: Language, book: ValueBook
    ) -> [UInt8] {
        let content = edition.language.tag
        let valuesKey = ValuesKey(page: page.tag, content: content, examples: metadata.examples)
        let values =
            values[valuesKey]
            ?? ScriptValues(book.texts(in: content, examples: metadata.examples), labels: page.tag)
        // A guide with examples of its own is the only one to have them, in most projects.
        if self.values.count > 64 { self.values.removeAll() }
        self.values[valuesKey] = values
        let language = languages.language(of: page, content: content)
        return PageData.guide(edition, errors: errors, language: language, values: values)
    }
}

/// What the script needs of each language, for all workers: it is asked of the system, which takes its time.
struct ScriptLanguages: Sendable {
    private let made = Memo<Key, ScriptLanguage>()

    private struct Key: Hashable {
        let page: LanguageTag
        let content: LanguageTag
    }

    /// - Parameter languages: what will be asked for, before the workers do so all at once.
    init(of languages: [Language]) {
        let made = made
        _ = Parallel.map(count: languages.count) { index in
            made.value(Key(page: languages[index].tag, content: languages[index].tag)) {
                ScriptLanguage(page: languages[index], content: languages[index].tag)
            }
        }
    }

    func language(of page: Language, content: LanguageTag) -> ScriptLanguage {
        made.value(Key(page: page.tag, content: content)) { ScriptLanguage(page: page, content: content) }
    }
}
