import Sources
import Values

/// What addresses and files' names call two languages: `fr`, `fra`, `francais`, and `f` behind a sign.
struct LanguageNames {
    /// The names of the translation's language, and of its source's, in lower case.
    private let own: [String]
    private let theirs: [String]

    init(_ own: Language, _ theirs: Language) {
        self.own = Self.names(of: own)
        self.theirs = Self.names(of: theirs)
    }

    private static func names(of language: Language) -> [String] {
        let tag = language.tag.rawValue.lowercased()
        let primary = String(tag.prefix { $0 != "-" })
        let regional = tag == primary ? [] : [tag, tag.replacing("-", with: "_")]
        return [primary] + regional + language.vocabulary.addresses
    }

    /// Whether a word is a name of one of the two.
    func contain(_ word: Substring) -> Bool {
        guard word.utf8.count <= 12 else { return false }
        let word = word.lowercased()
        return own.contains(word) || theirs.contains(word)
    }

    /// Whether a word is one of some names, or such a name and a country: `fr-CA`.
    private static func primary(_ word: String, isAmong names: [String]) -> Bool {
        let parts = word.split(maxSplits: 1) { $0 == "-" || $0 == "_" }
        guard let first = parts.first, parts.count == 1 || parts[1].utf8.count == 2 else { return false }
        return names.contains(String(first))
    }

    /// Whether two words are the same but for the name of the language at an end of them: `guideFR` and `guideEN`, `f`
    /// and `e`.
    func areCounterparts(_ word: String, _ other: String) -> Bool {
        let (word, other) = (word.lowercased(), other.lowercased())
        if word == other || Self.primary(word, isAmong: own) && Self.primary(other, isAmong: theirs) { return true }
        if word.utf8.count == 1, other.utf8.count == 1 {
            return own.contains { $0.hasPrefix(word) } && theirs.contains { $0.hasPrefix(other) }
        }
        return own.contains { name in
            theirs.contains { otherName in
                word.hasSuffix(name) && other.hasSuffix(otherName)
                    && word.dropLast(name.count) == other.dropLast(otherName.count)
                    || word.hasPrefix(name) && other.hasPrefix(otherName)
                        && word.dropFirst(name.count) == other.dropFirst(otherName.count)
            }
        }
    }
}
