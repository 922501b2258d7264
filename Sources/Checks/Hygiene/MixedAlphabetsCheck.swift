import Guides
import Sources

/// Words of Latin letters in which a letter of another alphabet stands that looks the same.
struct MixedAlphabetsCheck: TextCheck {
    static let problems: [any Problem.Type] = [MixedAlphabets.self]

    /// Letters of Greek and Cyrillic that look like Latin ones (Unicode Technical Standard #39, confusables, single
    /// letters).
    private static let alike: [Unicode.Scalar: Character] = Dictionary(
        uniqueKeysWithValues: zip(
            "АВЕКМНОРСТХІЈЅаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι".unicodeScalars,
            "ABEKMHOPCTXIJSaeopcyxijshdqwABEZHIKMNOPTYXovi"))

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        // Greek and Cyrillic begin with one of these bytes.
        guard text.bytes.contains(where: { $0 >= 0xCE && $0 <= 0xD4 }) else { return [] }
        var found: [Diagnostic] = []
        for block in text.blocks {
            var start = block.range.lowerBound
            while start < block.range.upperBound {
                var end = start
                while end < block.range.upperBound, text.bytes[end].isWordPart, Self.signLength(text.bytes[end]) == 1 {
                    end += 1
                }
                if end > start, let word = mixed(start..<end, text) { found.append(word) }
                start = end > start ? end : start + Self.signLength(text.bytes[start])
            }
        }
        return found
    }

    /// How many bytes a space or a sign has that begins with a byte: those of Latin-1 have two, those of U+20xx three.
    private static func signLength(_ byte: UInt8) -> Int { byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : 1 }

    private func mixed(_ range: Range<Int>, _ text: EditionText) -> Diagnostic? {
        let bytes = text.bytes[range]
        guard bytes.contains(where: { $0 >= 0xCE && $0 <= 0xD4 }), bytes.contains(where: \.isASCIILetter) else {
            return nil
        }
        let word = String(decoding: bytes, as: UTF8.self)
        let strangers = word.unicodeScalars.filter { (0x370...0x52F).contains($0.value) }
        // A word with a letter that Latin has none like is one of its own alphabet, or a symbol such as Δt.
        guard !strangers.isEmpty, strangers.allSatisfy({ Self.alike[$0] != nil }),
            text.run(at: range.lowerBound)?.kind != .value
        else { return nil }
        let meant = String(
            String.UnicodeScalarView(word.unicodeScalars.map { Self.alike[$0]?.unicodeScalars.first ?? $0 }))
        let source = text.sourceRange(range)
        let isPlain = text.edition.file.bytes[source].elementsEqual(bytes)
        let fix = isPlain ? Fix("write Latin letters", in: text.edition.file, replacing: source, with: meant) : nil
        let names = strangers.map { "\($0) (U+0\(String($0.value, radix: 16, uppercase: true)))" }.joined(
            separator: ", ")
        return Diagnostic(MixedAlphabets(word: word, strangers: names), at: text.place(range), fix: fix)
    }
}

struct MixedAlphabets: Problem {
    static let description = CheckDescription(
        "mixed-alphabets", .hygiene, .warning,
        summary: "A word of Latin letters with a letter of another alphabet that looks the same.",
        why: "No search finds the word, a command with it fails, and an address with it leads to somebody else.",
        mending: "`--fix` writes the Latin letter.",
        faulty: [
            CheckExample(
                "Open the ⟦p\u{430}ge⟧.", "“p\u{430}ge” has letters of another alphabet: \u{430} (U+0430)"),
            CheckExample(
                fr: "La ⟦p\u{430}ge⟧ : ouvre-la.", "“p\u{430}ge” has letters of another alphabet: \u{430} (U+0430)"),
        ],
        clean: [CheckExample("The page, Δt, 5 μs, страница and ΑΒΓ.")])

    let word: String
    let strangers: String

    var message: String { "“\(word)” has letters of another alphabet: \(strangers)" }
}
