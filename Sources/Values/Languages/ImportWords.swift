import Foundation
import Sources

/// The words by which texts are understood that were written before there was a project, as a language's file says under
/// `import`.
public struct ImportWords: Sendable {
    /// Words before a title that say what the text is: “Guide :”.
    public let titles: [String]
    /// The beginnings of the titles that a section has in such texts, by the section's ID.
    public let sections: [String: [Beginning]]
    /// The words for the choices of values, by the value's name, then by the choice's key.
    public let choices: [String: [(key: String, words: [String])]]
    /// What values are called, by their names.
    public let labels: [String: String]

    /// The beginning of a title.
    public struct Beginning: Sendable {
        /// In lower case, without accents.
        public let text: String
        /// Whether the last word may go on.
        public let isOpen: Bool
    }

    /// No words.
    public static let none = ImportWords(titles: [], sections: [:], choices: [:], labels: [:])

    /// A text in lower case and without accents, with plain apostrophes and spaces: what people type is compared so.
    public static func folded(_ text: String) -> String {
        text.replacing("’", with: "'").replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
            .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
    }

    /// The section that a title begins like, the longest beginning first, and how many characters of the title that is.
    public func section(titled title: String) -> (id: String, length: Int)? {
        let title = Self.folded(title)
        var best: (id: String, length: Int)?
        var longest = 0
        for (id, beginnings) in sections.sorted(by: { $0.key < $1.key }) {
            for beginning in beginnings where title.hasPrefix(beginning.text) {
                let rest = title.dropFirst(beginning.text.count)
                guard beginning.isOpen || rest.first.map({ !$0.isLetter && $0 != "-" }) ?? true else { continue }
                let length = beginning.text.count + (beginning.isOpen ? rest.prefix { $0.isLetter }.count : 0)
                if beginning.text.count > longest { (best, longest) = ((id, length), beginning.text.count) }
            }
        }
        return best
    }

    /// The value and the choice that a word stands for.
    public func choice(_ word: String) -> (name: String, key: String)? {
        let word = Self.folded(word)
        for (name, keys) in choices.sorted(by: { $0.key < $1.key }) {
            for (key, words) in keys where words.contains(word) { return (name, key) }
        }
        return nil
    }

    /// - Parameter base: the words that hold where the file says nothing.
    static func read(_ node: YAMLNode, over base: ImportWords, _ reader: inout YAMLReader) -> ImportWords {
        let keys = reader.mapping(node, keys: ["titles", "sections", "choices", "labels"])
        var sections = base.sections
        for (id, _, value) in keys["sections"].flatMap({ reader.pairs($0) }) ?? [] {
            sections[id] = reader.list(value).compactMap { reader.text($0) }.map { word in
                let isOpen = word.hasSuffix("*")
                return Beginning(text: folded(isOpen ? String(word.dropLast()) : word), isOpen: isOpen)
            }
        }
        var choices = base.choices
        for (name, _, value) in keys["choices"].flatMap({ reader.pairs($0) }) ?? [] {
            choices[name] = (reader.pairs(value) ?? []).map { key, _, words in
                (key, reader.list(words).compactMap { reader.text($0) }.map(folded))
            }
        }
        var labels = base.labels
        for (name, _, value) in keys["labels"].flatMap({ reader.pairs($0) }) ?? [] { labels[name] = reader.text(value) }
        return ImportWords(
            titles: keys["titles"].map { reader.list($0).compactMap { reader.text($0) }.map(folded) } ?? base.titles,
            sections: sections, choices: choices, labels: labels)
    }
}
