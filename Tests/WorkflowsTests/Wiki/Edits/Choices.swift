import TestSupport

/// Choices that are the same for the same seed on every machine.
struct Choices {
    private var generator: SeededGenerator
    /// The words that were made up, in their order.
    private(set) var words: [String] = []

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func below(_ count: Int) -> Int { Int(generator.next() % UInt64(max(1, count))) }

    /// Whether something happens that happens once in so many times.
    mutating func once(in count: Int) -> Bool { below(count) == 0 }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// A word that stands nowhere else.
    mutating func word() -> String {
        let word = "new\(MadeUpWord.text(below(1 << 30)))"
        words.append(word)
        return word
    }

    /// A sentence of such words and of common ones.
    mutating func sentence() -> String {
        "\(word().prefix(1).uppercased())\(words[words.count - 1].dropFirst()) the \(word()) of \(word())."
    }
}

/// Words that mean nothing.
enum MadeUpWord {
    private static let syllables = [
        "ba", "do", "fi", "gu", "ke", "la", "mo", "ni", "pu", "re", "sa", "to", "vi", "wu", "ze", "ra",
    ]

    /// Another word for each number.
    static func text(_ number: Int) -> String {
        var (text, rest) = (syllables[number % syllables.count], number / syllables.count)
        while rest > 0 {
            text += syllables[rest % syllables.count]
            rest /= syllables.count
        }
        return text
    }
}
