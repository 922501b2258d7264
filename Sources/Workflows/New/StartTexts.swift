import Guides
import Sources
import Templates
import Values

/// What a new site says, in each language that comes with the program.
struct StartTexts {
    /// In one language.
    struct Text {
        fileprivate let words: [String: String]

        var site: String { words["site"] ?? "" }
        var tray: String { words["tray"] ?? "" }

        /// The guide, under the titles that the language has for the sections.
        func guide(in language: Language) -> String {
            func heading(_ section: String) -> String { "## \(language.sections[section]?.first ?? section)" }
            let text = """
                ---
                title: \(words["title"] ?? "")
                summary: \(words["summary"] ?? "")
                ---

                \(heading("problem"))

                \(words["problem"] ?? "")

                    {{error}}

                \(heading("steps"))

                ### \(words["step"] ?? "") {{tray}}

                \(words["do"] ?? "")

                \(heading("verification"))

                \(words["verify"] ?? "")

                """
            // A region writes the same words with spaces of its own.
            return language.writing.spaceBefore.reduce(text) { text, rule in
                ["\u{A0}", "\u{202F}"].reduce(text) {
                    $0.replacing("\($1)\(rule.key)", with: "\(rule.value)\(rule.key)")
                }
            }
        }
    }

    private var texts: [String: Text] = [:]
    /// The languages, by their tags.
    private(set) var tags: [String] = []

    init() {
        let name = "start.yaml"
        var diagnostics: [Diagnostic] = []
        var reader = YAMLReader()
        guard let bytes = DefaultTemplates.files[name],
            let node = YAMLNode.read(SourceFile(path: name, bytes: bytes), &diagnostics)
        else { return }
        for (tag, _, value) in reader.pairs(node) ?? [] {
            var words: [String: String] = [:]
            for (word, _, value) in reader.pairs(value) ?? [] { words[word] = reader.text(value) }
            texts[tag] = Text(words: words)
            tags.append(tag)
        }
    }

    /// The texts of a language, those of all its regions where it has none of its own.
    subscript(tag: LanguageTag) -> Text? {
        texts[tag.rawValue] ?? tag.withoutRegion.flatMap { texts[$0.rawValue] }
    }
}
