import Guides
import Sources
import Values

/// Tells in which of a project's languages a text is, by the words that every text of a language is full of.
public struct LanguageDetector: Sendable {
    /// The language that has the word, by the word’s fingerprint, for a text has a thousand of them to look up; words
    /// of several languages tell nothing and are left out.
    private let words: [Fingerprint: Int]
    /// The languages that have words, in the order of their bits.
    let tags: [LanguageTag]

    /// How often each language's words occur in a text.
    struct Count {
        /// All words.
        var words = 0
        /// Those of each language.
        var hits: [Int]
    }

    init(_ languages: [Language]) {
        let known = languages.filter { !$0.writing.commonWords.isEmpty }
        tags = known.map(\.tag)
        var owners: [Fingerprint: Int?] = [:]
        for (index, language) in known.enumerated() {
            for word in language.writing.commonWords {
                let hash = word.utf8.reduce(into: Fingerprint()) { $0.combine($1) }
                if let owner = owners[hash], owner != index { owners[hash] = .some(nil) } else { owners[hash] = index }
            }
        }
        words = owners.compactMapValues { $0 }
    }

    /// Counts the words of a block's prose. What stands between quotation marks does not count: names of buttons are
    /// not translated.
    func count(_ block: EditionText.Block, in text: EditionText) -> Count {
        var count = Count(hits: Array(repeating: 0, count: tags.count))
        var depth = 0
        for run in text.runs[block.runs] where run.kind == .prose {
            text.bytes.withUnsafeBufferPointer { scan($0, run.range, &depth, &count) }
        }
        return count
    }

    /// How many words of each language stand in some bytes of a text, those in quotations too.
    func hits(in range: Range<Int>, of text: EditionText) -> [Int] {
        var count = Count(hits: Array(repeating: 0, count: tags.count))
        var depth = 0
        text.bytes.withUnsafeBufferPointer { scan($0, range, &depth, &count, readsQuotations: true) }
        return count.hits
    }

    private func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ depth: inout Int, _ count: inout Count,
        readsQuotations: Bool = false
    ) {
        var index = range.lowerBound
        var hash = Fingerprint()
        var length = 0
        func end(_ depth: Int) {
            defer { (hash, length) = (Fingerprint(), 0) }
            guard length > 0, depth == 0 || readsQuotations else { return }
            count.words += 1
            if let owner = words[hash] { count.hits[owner] += 1 }
        }
        while index < range.upperBound {
            let byte = bytes[index]
            let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
            let last = index + 2 < range.upperBound ? bytes[index + 2] : 0
            switch byte {
            case _ where byte.isASCIILetter:
                hash.combine(byte | 0x20)
                length += 1
            // Latin-1's signs, « and » among them, are two bytes; the dashes and quotation marks of U+20xx three.
            case 0xC2:
                end(depth)
                if next == 0xAB { depth += 1 } else if next == 0xBB { depth = max(0, depth - 1) }
                index += 1
            case 0xE2 where next == 0x80:
                end(depth)
                if last == 0x9C { depth += 1 } else if last == 0x9D { depth = max(0, depth - 1) }
                index += 2
            case 0x80...:
                hash.combine(byte)
                length += 1
            default: end(depth)
            }
            index += 1
        }
        end(depth)
    }
}
