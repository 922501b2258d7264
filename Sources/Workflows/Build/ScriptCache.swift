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
