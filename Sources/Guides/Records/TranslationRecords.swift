import Sources
import Values

/// `translations.yaml` beside a guide: what each translation was made from. The program writes it.
public struct TranslationRecords: Sendable, Equatable {
    /// What was recorded of one section, or of title and summary, when its translation was accepted.
    public struct Unit: Sendable, Equatable {
        /// The fingerprints of the source's blocks, in their order.
        public let source: [Fingerprint]
        /// The fingerprint of the translation.
        public let translation: Fingerprint
        /// Why the translation did not have to change when the source did; nil where it has changed.
        public let unchanged: String?

        /// Records a section.
        public init(source: [Fingerprint], translation: Fingerprint, unchanged: String? = nil) {
            self.source = source
            self.translation = translation
            self.unchanged = unchanged
        }
    }

    /// The file's name.
    public static let fileName = "translations.yaml"

    /// The language that the others were translated from.
    public let source: LanguageTag
    /// The sections of each language by their IDs.
    public var languages: [LanguageTag: [String: Unit]]

    /// Puts records together; with none, nothing is recorded yet.
    public init(source: LanguageTag, languages: [LanguageTag: [String: Unit]] = [:]) {
        self.source = source
        self.languages = languages
    }

    /// The file's text. Every section has its lines, with a blank one before them, those of which nothing is recorded too:
    /// so branches that accept different sections change lines apart from each other, and merge.
    ///
    /// - Parameters:
    ///   - order: the languages, in the order of the configuration.
    ///   - sections: the IDs of the source's sections in their order; others are left out.
    public func text(languages order: [LanguageTag], sections: [String]) -> String {
        var text = """
            # What each translation was made from: the fingerprints of the source's blocks, and of the translation.
            # `vademecum translations accept` writes this file; `vademecum translations` says what is behind.
            format: 1
            source: \(source)
            translations:

            """
        for language in order {
            guard let units = languages[language], !units.isEmpty else { continue }
            text += "  \(language):\n"
            for id in sections {
                guard let unit = units[id] else {
                    text += "\n    # \(id): not recorded\n"
                    continue
                }
                text += "\n    \(id):\n      source:\n"
                for fingerprint in unit.source { text += "        - \(fingerprint.text)\n" }
                text += "      translation: \(unit.translation.text)\n"
                // JSON's texts are YAML's too.
                if let reason = unit.unchanged { text += "      unchanged: \(JSONValue.string(reason).text())\n" }
            }
        }
        return text
    }
}
