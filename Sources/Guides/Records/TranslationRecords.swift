import Sources
import Values

/// `translations.yaml` beside a guide: what each translation was made from. The program writes it.
public struct TranslationRecords: Sendable, Equatable {
    /// What was recorded of a block of the source.
    public struct Block: Sendable, Hashable {
        /// The fingerprint of all that it said.
        public let exact: Fingerprint
        /// The fingerprint of what a translation has to follow; nil where format 1 recorded it, which had none.
        public let fair: FairFingerprint?

        /// Records a block.
        public init(exact: Fingerprint, fair: FairFingerprint?) {
            self.exact = exact
            self.fair = fair
        }
    }

    /// What was recorded of one section, or of title and summary, when its translation was accepted.
    public struct Unit: Sendable, Equatable {
        /// The source's blocks, in their order.
        public let source: [Block]
        /// The fingerprint of the translation.
        public let translation: Fingerprint
        /// Why the translation did not have to change when the source did; nil where it has changed.
        public let unchanged: String?

        /// Records a section.
        public init(source: [Block], translation: Fingerprint, unchanged: String? = nil) {
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
            # What each translation was made from: the fingerprints of the source's blocks with the values in them, and the
            # fingerprint of the translation.
            # `vademecum translations accept` writes this file; `vademecum translations` says what is behind.
            format: 2
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
                for block in unit.source { text += "        - \(block.text)\n" }
                text += "      translation: \(unit.translation.text)\n"
                // JSON's texts are YAML's too.
                if let reason = unit.unchanged { text += "      unchanged: \(JSONValue.string(reason).text())\n" }
            }
        }
        return text
    }
}

extension TranslationRecords.Block {
    /// The fair fingerprint, the exact one, and the names of the values; of a block of format 1 the exact one alone.
    var text: String {
        guard let fair else { return exact.text }
        return ([fair.digest.text, exact.text] + fair.values).joined(separator: " ")
    }

    /// Reads what `text` writes.
    init?(_ text: ArraySlice<UInt8>) {
        let words = text.split(separator: 0x20)
        guard let first = words.first.flatMap({ Fingerprint($0) }) else { return nil }
        guard words.count > 1 else {
            self.init(exact: first, fair: nil)
            return
        }
        guard let exact = Fingerprint(words[1]) else { return nil }
        let values = words.dropFirst(2).map { String(decoding: $0, as: UTF8.self) }
        self.init(exact: exact, fair: FairFingerprint(digest: first, values: values))
    }
}
