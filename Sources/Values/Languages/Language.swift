import Foundation
import Sources

/// A language as its file in `templates/languages` describes it: all that the program knows of it.
///
/// It never changes; every page has one, and is handed on with one reference instead of a copy of everything.
public final class Language: Sendable {
    /// Which way the language is written.
    public enum Direction: String, Sendable, CaseIterable {
        /// From left to right.
        case ltr
        /// From right to left.
        case rtl
    }

    /// The tag, which is also the file's name.
    public let tag: LanguageTag
    /// The language's name in itself: “Français”.
    public let name: String
    /// Which way it is written.
    public let direction: Direction
    /// The titles of sections by their IDs; the first title is the one to write, the others are understood.
    public let sections: [String: [String]]
    /// The titles of sections, each with the IDs that it may stand for.
    private let titles: NameTable
    private let titleIDs: [[String]]
    /// The words of the pages' frame, by the names that templates use.
    public let terms: [String: String]
    /// The names of the words that the file lacks and another one lent.
    public let borrowedTerms: Set<String>
    /// How its texts are written.
    public let writing: WritingRules
    /// The words by which its texts are told from those of other languages, and read.
    public let vocabulary: Vocabulary
    /// The words by which texts that were written for nobody's program are understood.
    public let imports: ImportWords

    /// Puts a language together.
    public init(
        tag: LanguageTag, name: String, direction: Direction, sections: [String: [String]], terms: [String: String],
        borrowedTerms: Set<String> = [], writing: WritingRules = .none, vocabulary: Vocabulary = .none,
        imports: ImportWords = .none
    ) {
        self.tag = tag
        self.name = name
        self.direction = direction
        self.sections = sections
        let ids = sections.reduce(into: [String: [String]]()) { ids, section in
            for title in section.value { ids[title, default: []].append(section.key) }
        }
        titles = NameTable(Array(ids.keys))
        titleIDs = Array(ids.values)
        self.terms = terms
        self.borrowedTerms = borrowedTerms
        self.writing = writing
        self.vocabulary = vocabulary
        self.imports = imports
    }

    /// The IDs of the sections that may have a title.
    package func sections(titled title: String) -> [String] {
        if let index = titles.index(of: title) { return titleIDs[index] }
        // Some systems write a letter and its accent as two characters.
        guard title.utf8.contains(where: { $0 >= 0x80 }) else { return [] }
        return titles.index(of: title.precomposedStringWithCanonicalMapping).map { titleIDs[$0] } ?? []
    }

    /// A word of the pages' frame; the term's own name where the file lacks it.
    public func term(_ name: String) -> String { terms[name] ?? name }

    /// A word of the pages' frame with texts in it: `{date}` in “Reviewed on {date}”. A text's own braces stay.
    package func term(_ name: String, _ parts: KeyValuePairs<String, String>) -> String {
        let text = term(name)
        var filled = ""
        var rest = text[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let name = rest[rest.utf8.index(after: open)..<close]
            filled += rest[..<open]
            if let part = parts.first(where: { $0.key == name }) {
                filled += part.value
            } else {
                filled += rest[open...close]
            }
            rest = rest[rest.utf8.index(after: close)...]
        }
        return filled + rest
    }

    /// A copy that has another language's words where this one lacks them: a language begins with a file of two lines,
    /// and a new version of the program, with words of its own, breaks no project.
    ///
    /// - Parameter other: whom to ask for a word.
    public func completed(by other: Language?) -> Language {
        var (terms, borrowed) = (terms, borrowedTerms)
        for (name, text) in other?.terms ?? [:] where terms[name] == nil {
            terms[name] = text
            borrowed.insert(name)
        }
        return Language(
            tag: tag, name: name, direction: direction, sections: sections, terms: terms, borrowedTerms: borrowed,
            writing: writing, vocabulary: vocabulary, imports: imports)
    }

    /// The same words and rules under another tag, such as that of a region, with the decimal sign that CLDR gives it: a
    /// point in Mexico, a comma in Spain.
    public func named(_ tag: LanguageTag) -> Language {
        var writing = writing
        if let sign = Locale(identifier: tag.rawValue).decimalSeparator { writing.decimalSign = sign }
        return Language(
            tag: tag, name: name, direction: direction, sections: sections, terms: terms, writing: writing,
            vocabulary: vocabulary, imports: imports)
    }

    /// Reads a language's file.
    ///
    /// - Parameter base: the program's own file of the language, which stands for what this one leaves out: a project
    ///   that names the sections of a kind of its own need not repeat the rest.
    public static func read(
        _ file: SourceFile, tag: LanguageTag, over base: Language? = nil
    ) -> (language: Language?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        guard let node = YAMLNode.read(file, &diagnostics) else { return (nil, diagnostics) }
        var reader = YAMLReader()
        let keys = reader.mapping(
            node, keys: ["name", "direction", "sections", "terms", "writing", "vocabulary", "import"],
            required: base == nil ? ["name", "sections"] : [])
        var direction = base?.direction ?? .ltr
        if let node = keys["direction"], let text = reader.text(node) {
            if let known = Direction(rawValue: text) {
                direction = known
            } else {
                reader.report(WrongShape(expected: "`ltr` or `rtl`", got: "`\(text)`"), at: node.place)
            }
        }
        var sections = base?.sections ?? [:]
        if let node = keys["sections"] {
            for (id, _, value) in reader.pairs(node) ?? [] {
                sections[id] = reader.list(value).compactMap { reader.text($0) }
            }
        }
        var terms = base?.terms ?? [:]
        if let node = keys["terms"] {
            for (name, _, value) in reader.pairs(node) ?? [] { terms[name] = reader.text(value) }
        }
        let name = keys["name"].flatMap { reader.text($0) } ?? base?.name ?? tag.rawValue
        let writing =
            keys["writing"].map { WritingRules.read($0, over: base?.writing ?? .none, &reader) } ?? base?.writing
            ?? .none
        let vocabulary = keys["vocabulary"].map { Vocabulary.read($0, &reader) } ?? base?.vocabulary ?? .none
        let imports =
            keys["import"].map { ImportWords.read($0, over: base?.imports ?? .none, &reader) } ?? base?.imports ?? .none
        let language = Language(
            tag: tag, name: name, direction: direction, sections: sections, terms: terms, writing: writing,
            vocabulary: vocabulary, imports: imports)
        return (language, diagnostics + reader.diagnostics)
    }
}
