import Sources
import Values

/// The numbers that a text spells out: “trente-deux”, “two hundred”, “XXIe”. They are read only where a number in
/// digits is missed.
struct NumberWords {
    /// The values, each as often as it is spelled out.
    private(set) var values: [Int] = []
    private let vocabulary: Vocabulary
    private var total = 0
    private var chunk: Int?
    private var followsDigits = false

    /// Reads a region of a text.
    init(_ text: EditionText, region: Int) {
        self.init(text, text.blocks.filter { $0.region == region })
    }

    /// Reads some blocks of a text.
    init(_ text: EditionText, _ blocks: [EditionText.Block]) {
        vocabulary = text.edition.language.vocabulary
        if vocabulary.numbers.isEmpty { return }
        for block in blocks {
            for run in text.runs[block.runs] where run.kind == .prose || run.kind == .gap {
                read(text.bytes[run.range])
            }
            flush()
        }
    }

    /// Takes one away.
    mutating func take(_ value: String) -> Bool {
        guard let number = Int(value), let index = values.firstIndex(of: number) else { return false }
        values.remove(at: index)
        return true
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>) {
        // An apostrophe parts words: “d’une”.
        let text = String(decoding: bytes, as: UTF8.self)
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
            let isDigits = word.first?.isNumber == true
            if isDigits {
                flush()
            } else if !followsDigits || vocabulary.numbers[word.lowercased()] ?? 0 < 1000 {
                // “2 millions” is a number in digits.
                add(word)
            }
            followsDigits = isDigits
        }
    }

    private mutating func add(_ word: Substring) {
        let lower = word.lowercased()
        if let value = vocabulary.numbers[lower] { return add(value) }
        if let value = Self.roman(word) {
            flush()
            values.append(value)
            return
        }
        let parts = lower.split(separator: "-")
        if parts.count > 1, parts.allSatisfy({ vocabulary.numbers[String($0)] != nil || Self.joins.contains($0) }) {
            for part in parts { vocabulary.numbers[String(part)].map { add($0) } }
        } else if !Self.joins.contains(lower[...]) {
            flush()
            // “ten-minute”: the rest is what is counted.
            if parts.count > 1 { for part in parts { vocabulary.numbers[String(part)].map { add($0) } } }
        }
    }

    /// Words that stand within a number.
    private static let joins: Set<Substring> = ["et", "and"]

    private mutating func add(_ value: Int) {
        guard let before = chunk else {
            if value >= 1000, total > 0 { flush() }
            chunk = value
            return
        }
        switch value {
        case 1000...:
            total += before * value
            chunk = nil
            if total == before * value { chunk = 0 }
        case 100 where before < 100 && before > 0: chunk = before * 100
        case _ where before == 0 || before % 100 == 0 && value < 100,
            _ where before % 10 == 0 && before % 100 >= 20 && value < 10,
            _ where (before % 100 == 60 || before % 100 == 80) && value < 20:
            chunk = before + value
        default:
            flush()
            chunk = value
        }
    }

    private mutating func flush() {
        if chunk != nil || total > 0 { values.append(total + (chunk ?? 0)) }
        (total, chunk) = (0, nil)
    }

    /// The number of a century in French: “XXIe”.
    private static func roman(_ word: Substring) -> Int? {
        guard let end = ["e", "ème", "er"].first(where: { word.hasSuffix($0) }) else { return nil }
        let letters = word.dropLast(end.count)
        let values = letters.compactMap { ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100][$0] }
        guard !letters.isEmpty, values.count == letters.count else { return nil }
        return values.indices.reduce(0) { sum, index in
            let isLess = index + 1 < values.count && values[index] < values[index + 1]
            return sum + (isLess ? -values[index] : values[index])
        }
    }
}
