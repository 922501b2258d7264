import Guides
import Rendering

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
