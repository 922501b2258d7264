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
    public internal(set) var decimalSign: String
    /// The words that every text of the language is full of, in lower case.
    public let commonWords: [String]
    /// The unit that a word stands for: `h` for “heures” and “hours”.
    public let units: [String: String]
    /// Texts of links that do not say where the link leads, in lower case.
    public let vagueLinks: [String]
    /// Words that name a step, in lower case: what stands before a number that was typed.
    public let stepWords: [String]
    /// Words that name an option, in lower case.
    public let optionWords: [String]
    /// Words for what readers are advised to take, in lower case.
    public let recommendedWords: [String]
    /// What stands before and behind a quotation, spaces included; nil leaves `"` alone.
    public let quotes: Quotes?
    /// Words that may stand twice in a row, in lower case.
    public let repeatedWords: [String]
    /// How readers are spoken to, by the name of each manner, with the words that tell it: `-ez` is an ending, `!chez` a word
    /// that has it all the same. A site keeps to one.
    public let registers: [String: [String]]
    /// Words that the language's texts avoid.
    public let avoided: [TermRules.Avoided]
    /// Names that stay as they are in the language's texts.
    public let kept: [String]

    /// The marks around a quotation, with the spaces that stand inside of them.
    public struct Quotes: Sendable, Hashable {
        /// What begins it: `“`, `« `.
        public let open: String
        /// What ends it: `”`, ` »`.
        public let close: String

        /// A pair of marks.
        public init(open: String, close: String) {
            self.open = open
            self.close = close
        }
    }

    /// No rules.
    public static let none = WritingRules()

    /// Puts rules together.
    public init(
        spaceBefore: [Unicode.Scalar: String] = [:], spaceAfter: [Unicode.Scalar: String] = [:],
        apostrophe: String? = nil, ellipsis: String? = nil, decimalSign: String = ".", commonWords: [String] = [],
        units: [String: String] = [:], vagueLinks: [String] = [], stepWords: [String] = [], optionWords: [String] = [],
        recommendedWords: [String] = [], quotes: Quotes? = nil, repeatedWords: [String] = [],
        registers: [String: [String]] = [:], avoided: [TermRules.Avoided] = [], kept: [String] = []
    ) {
        self.spaceBefore = spaceBefore
        self.spaceAfter = spaceAfter
        self.apostrophe = apostrophe
        self.ellipsis = ellipsis
        self.decimalSign = decimalSign
        self.commonWords = commonWords
        self.units = units
        self.vagueLinks = vagueLinks
        self.stepWords = stepWords
        self.optionWords = optionWords
        self.recommendedWords = recommendedWords
        self.quotes = quotes
        self.repeatedWords = repeatedWords
        self.registers = registers
        self.avoided = avoided
        self.kept = kept
    }

    /// - Parameter base: the rules that hold where the file says nothing.
    static func read(_ node: YAMLNode, over base: WritingRules, _ reader: inout YAMLReader) -> WritingRules {
        let keys = reader.mapping(
            node,
            keys: [
                "space-before", "space-after", "apostrophe", "ellipsis", "decimal-sign", "common-words", "units",
                "vague-links", "step-words", "option-words", "recommended-words", "quotes",
                "repeated-words", "registers", "avoid", "keep",
            ])
        var units: [String: String] = [:]
        for (unit, _, words) in keys["units"].flatMap({ reader.pairs($0) }) ?? [] {
            for word in (reader.text(words) ?? "").split(separator: " ") { units[String(word)] = unit }
        }
        var registers: [String: [String]] = [:]
        for (name, _, value) in keys["registers"].flatMap({ reader.pairs($0) }) ?? [] {
            registers[name] = (reader.text(value) ?? "").split(separator: " ").map(String.init)
        }
        func words(_ key: String, _ known: [String]) -> [String] {
            keys[key].map { (reader.text($0) ?? "").split(separator: " ").map(String.init) } ?? known
        }
        return WritingRules(
            spaceBefore: keys["space-before"].map { spaces($0, &reader) } ?? base.spaceBefore,
            spaceAfter: keys["space-after"].map { spaces($0, &reader) } ?? base.spaceAfter,
            apostrophe: keys["apostrophe"].map { reader.text($0) } ?? base.apostrophe,
            ellipsis: keys["ellipsis"].map { reader.text($0) } ?? base.ellipsis,
            decimalSign: keys["decimal-sign"].flatMap { reader.text($0) } ?? base.decimalSign,
            commonWords: words("common-words", base.commonWords),
            units: keys["units"] == nil ? base.units : units,
            vagueLinks: keys["vague-links"].map { reader.list($0).compactMap { reader.text($0)?.lowercased() } }
                ?? base.vagueLinks,
            stepWords: words("step-words", base.stepWords), optionWords: words("option-words", base.optionWords),
            recommendedWords: words("recommended-words", base.recommendedWords),
            quotes: keys["quotes"].map { quotes($0, &reader) } ?? base.quotes,
            repeatedWords: words("repeated-words", base.repeatedWords),
            registers: keys["registers"] == nil ? base.registers : registers,
            avoided: keys["avoid"].map { TermRules.readAvoided($0, &reader) } ?? base.avoided,
            kept: keys["keep"].map { reader.list($0).compactMap { reader.text($0) } } ?? base.kept)
    }

    private static func quotes(_ node: YAMLNode, _ reader: inout YAMLReader) -> Quotes? {
        let marks = reader.list(node).compactMap(\.text)
        guard marks.count == 2 else {
            reader.report(WrongShape(expected: "two quotation marks", got: node.quoted), at: node.place)
            return nil
        }
        return Quotes(open: marks[0], close: marks[1])
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
