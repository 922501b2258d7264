import Guides
import Rendering

/// The data that pages carry for the script. Most of it is the same from page to page, and is made once.
struct ScriptCache: Sendable {
    private var languages: [LanguageKey: ScriptLanguage] = [:]
    private var values: [ValuesKey: ScriptValues] = [:]
    /// The patterns of the guide that is underway.
    private var patterns: (errors: [ErrorPattern], made: ScriptPatterns) = ([], ScriptPatterns([]))

    private struct LanguageKey: Hashable {
        let page: LanguageTag
        let content: LanguageTag
    }

    private struct ValuesKey: Hashable {
        let language: LanguageKey
        let examples: [String: Value]
    }

    /// The data of a guide's page.
    ///
    /// - Parameter page: the language of the page, which may be another than that of the text.
    mutating func data(
        _ edition: RenderedEdition, _ metadata: GuideMetadata, page: Language, book: ValueBook
    ) -> [UInt8] {
        let key = LanguageKey(page: page.tag, content: edition.language.tag)
        let language = languages[key] ?? ScriptLanguage(page: page, content: edition.language.tag)
        languages[key] = language
        let valuesKey = ValuesKey(language: key, examples: metadata.examples)
        let values =
            values[valuesKey]
            ?? ScriptValues(book.texts(in: edition.language.tag, examples: metadata.examples), labels: page.tag)
        // A guide with examples of its own is the only one to have them, in most projects.
        if self.values.count > 64 { self.values.removeAll() }
        self.values[valuesKey] = values
        if patterns.errors != metadata.errors { patterns = (metadata.errors, ScriptPatterns(metadata.errors)) }
        return PageData.guide(edition, errors: patterns.made, language: language, values: values)
    }
}
