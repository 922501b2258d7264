import Guides
import Sources
import Values

/// Tells in which of a project's languages a text is, by the words that every text of a language is full of.
public struct LanguageDetector: Sendable {
    /// The language that has the word, by the word’s fingerprint, for a text has a thousand of them to look up; words
    /// of several languages tell nothing and are left out.
    private let words: [Fingerprint: Int]
    /// The letters by which words of each language are told besides.
    private let letters: [Set<Unicode.Scalar>]
    /// The languages that have words, in the order of their bits.
    let tags: [LanguageTag]

    /// How often each language's words occur in a text.
    struct Count {
        /// All words.
        var words = 0
        /// Those of each language.
        var hits: [Int]

        mutating func add(_ other: Count) {
            words += other.words
            for index in hits.indices { hits[index] += other.hits[index] }
        }
    }

    /// A sentence with what was counted in it.
    struct Sentence {
        let range: Range<Int>
        let count: Count
    }

    init(_ languages: [Language]) {
        let known = languages.filter { !$0.writing.commonWords.isEmpty || !$0.vocabulary.words.isEmpty }
        tags = known.map(\.tag)
        letters = known.map(\.vocabulary.letters)
        var owners: [Fingerprint: Int?] = [:]
        for (index, language) in known.enumerated() {
            for word in language.writing.commonWords + language.vocabulary.words {
                let hash = word.utf8.reduce(into: Fingerprint()) { $0.combine($1) }
                if let owner = owners[hash], owner != index { owners[hash] = .some(nil) } else { owners[hash] = index }
            }
        }
        words = owners.compactMapValues { $0 }
    }

    /// Counts the words of a block's prose, sentence by sentence. What stands between quotation marks does not count:
    /// names of buttons are not translated.
    func sentences(of block: EditionText.Block, in text: EditionText) -> [Sentence] {
        var counter = WordCounter(words: words, languages: tags.count)
        for run in text.runs[block.runs] where run.kind == .prose {
            text.bytes.withUnsafeBufferPointer { counter.scan($0, run.range) }
        }
        return counter.finished()
    }

    /// How many words of each language stand in some bytes of a text, those in quotations too.
    func hits(in range: Range<Int>, of text: EditionText) -> [Int] {
        var counter = WordCounter(words: words, languages: tags.count, readsQuotations: true)
        text.bytes.withUnsafeBufferPointer { counter.scan($0, range) }
        var count = Count(hits: Array(repeating: 0, count: tags.count))
        for sentence in counter.finished() { count.add(sentence.count) }
        return count.hits
    }

    /// How many words of a text have a letter that only one language of the two has.
    func marked(_ bytes: ArraySlice<UInt8>, as language: Int, not other: Int) -> Int {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return 0 }
        let telling = letters[language].subtracting(letters[other])
        return String(decoding: bytes, as: UTF8.self).split { !$0.isLetter }
            .count { $0.unicodeScalars.contains(where: telling.contains) }
    }
}
