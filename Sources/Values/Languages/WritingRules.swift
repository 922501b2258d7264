import Sources

/// How texts are written in a language, as its file says under `writing`: what the checks of prose go by.
///
/// A language whose file says nothing has no rules, and its prose is not looked at.
public struct WritingRules: Sendable {
    /// The space that stands before a sign; an empty text where none may.
    public let spaceBefore: [Unicode.Scalar: String]
    /// The space that stands behind a sign.
    public let spaceAfter: [Unicode.Scalar: String]
    /// What stands between letters where a typewriter puts `'`; nil leaves it alone.
    public let apostrophe: String?
    /// What stands for three dots; nil leaves them alone.
    public let ellipsis: String?
    /// The sign before the decimals of a number.
    public let decimalSign: String
    /// The words that every text of the language is full of, in lower case.
    public let commonWords: [String]
    /// The unit that a word stands for: `h` for “heures” and “hours”.
    public let units: [String: String]
    /// Texts of links that do not say where the link leads, in lower case.
    public let vagueLinks: [String]

    /// No rules.
    public static let none = WritingRules()

    /// Puts rules together.
    public init(
        spaceBefore: [Unicode.Scalar: String] = [:], spaceAfter: [Unicode.Scalar: String] = [:],
        apostrophe: String? = nil, ellipsis: String? = nil, decimalSign: String = ".", commonWords: [String] = [],
        units: [String: String] = [:], vagueLinks: [String] = []
    ) {
        self.spaceBefore = spaceBefore
        self.spaceAfter = spaceAfter
        self.apostrophe = apostrophe
        self.ellipsis = ellipsis
        self.decimalSign = decimalSign
        self.commonWords = commonWords
        self.units = units
        self.vagueLinks = vagueLinks
    }

    static func read(_ node: YAMLNode, _ reader: inout YAMLReader) -> WritingRules {
        let keys = reader.mapping(
            node,
            keys: [
                "space-before", "space-after", "apostrophe", "ellipsis", "decimal-sign", "common-words", "units",
                "vague-links",
            ])
        var units: [String: String] = [:]
        for (unit, _, words) in keys["units"].flatMap({ reader.pairs($0) }) ?? [] {
            for word in (reader.text(words) ?? "").split(separator: " ") { units[String(word)] = unit }
        }
        return WritingRules(
            spaceBefore: keys["space-before"].map { spaces($0, &reader) } ?? [:],
            spaceAfter: keys["space-after"].map { spaces($0, &reader) } ?? [:],
            apostrophe: keys["apostrophe"].flatMap { reader.text($0) },
            ellipsis: keys["ellipsis"].flatMap { reader.text($0) },
            decimalSign: keys["decimal-sign"].flatMap { reader.text($0) } ?? ".",
            commonWords: (keys["common-words"].flatMap { reader.text($0) } ?? "").split(separator: " ").map(
                String.init),
            units: units,
            vagueLinks: keys["vague-links"].map { reader.list($0).compactMap { reader.text($0)?.lowercased() } } ?? [])
    }

    private static func spaces(_ node: YAMLNode, _ reader: inout YAMLReader) -> [Unicode.Scalar: String] {
        var spaces: [Unicode.Scalar: String] = [:]
        for (sign, key, space) in reader.pairs(node) ?? [] {
            guard let scalar = sign.unicodeScalars.first, sign.unicodeScalars.count == 1 else {
                reader.report(WrongShape(expected: "one sign", got: "`\(sign)`"), at: key.place)
                continue
            }
            guard let text = space.text, text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
                reader.report(WrongShape(expected: "a space or nothing", got: space.quoted), at: space.place)
                continue
            }
            spaces[scalar] = text
        }
        return spaces
    }
}
