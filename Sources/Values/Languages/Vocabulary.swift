import Sources

/// The words by which the checks tell a language from others and read its numbers and dates, as its file says under
/// `vocabulary`. All of them are in lower case.
public struct Vocabulary: Sendable {
    /// What addresses call the language besides its tag: `fra`, `francais`.
    public let addresses: [String]
    /// The number that a word stands for: 3 for “trois”. Those from 100 on also multiply what stands before them.
    public let numbers: [String: Int]
    /// Those of them that count things, from two on.
    public let cardinals: Cardinals
    /// The month, from 1, that a word stands for.
    public let months: [String: Int]
    /// What stands behind an hour before noon.
    public let morning: Set<String>
    /// What stands behind an hour after noon.
    public let afternoon: Set<String>
    /// Letters that other languages hardly have.
    public let letters: Set<Unicode.Scalar>
    /// Words of headings, buttons and short sentences that tell the language; loanwords are not among them.
    public let words: [String]
    /// Words in names that a reader puts a name of their own for: `your` in `your-project`.
    public let placeholders: Set<String>

    /// No words.
    public static let none = Vocabulary()

    /// Puts words together.
    public init(
        addresses: [String] = [], numbers: [String: Int] = [:], cardinals: [String: Int] = [:],
        months: [String: Int] = [:],
        morning: Set<String> = [], afternoon: Set<String> = [], letters: Set<Unicode.Scalar> = [],
        words: [String] = [], placeholders: Set<String> = []
    ) {
        self.addresses = addresses
        self.numbers = numbers
        self.cardinals = Cardinals(cardinals)
        self.months = months
        self.morning = morning
        self.afternoon = afternoon
        self.letters = letters
        self.words = words
        self.placeholders = placeholders
    }

    static func read(_ node: YAMLNode, _ reader: inout YAMLReader) -> Vocabulary {
        let keys = reader.mapping(
            node,
            keys: [
                "addresses", "numbers", "months", "morning", "afternoon", "letters", "words", "placeholders",
            ])
        func words(_ key: String) -> [String] { keys[key].map { Self.words($0, &reader) } ?? [] }
        func numbers(_ key: String) -> [Int: [String]] { keys[key].map { Self.numbers($0, &reader) } ?? [:] }
        func values(_ words: [Int: [String]]) -> [String: Int] {
            Dictionary(words.flatMap { number, words in words.map { ($0, number) } }, uniquingKeysWith: max)
        }
        let (spelled, months) = (numbers("numbers"), numbers("months"))
        return Vocabulary(
            addresses: words("addresses"), numbers: values(spelled),
            cardinals: values(spelled.filter { (2..<100).contains($0.key) }.mapValues { Array($0.prefix(1)) }),
            months: values(months),
            morning: Set(words("morning")), afternoon: Set(words("afternoon")),
            letters: Set(words("letters").flatMap(\.unicodeScalars)), words: words("words"),
            placeholders: Set(words("placeholders")))
    }

    private static func words(_ node: YAMLNode, _ reader: inout YAMLReader) -> [String] {
        (reader.text(node) ?? "").split(separator: " ").map(String.init)
    }

    /// A mapping from numbers to the words that stand for them.
    private static func numbers(_ node: YAMLNode, _ reader: inout YAMLReader) -> [Int: [String]] {
        var numbers: [Int: [String]] = [:]
        for (name, key, value) in reader.pairs(node) ?? [] {
            guard let number = Int(name), number >= 0 else {
                reader.report(WrongShape(expected: "a whole number", got: "`\(name)`"), at: key.place)
                continue
            }
            numbers[number, default: []] += words(value, &reader)
        }
        return numbers
    }
}
