import Guides
import Sources

/// What must not be typed anywhere: the private values that are known, and whatever has their pattern.
struct PrivateTexts: Sendable {
    /// A text that was found.
    struct Found {
        /// The value that it is, or looks like.
        let name: String
        let range: Range<Int>
    }

    private struct Entry {
        let name: String
        let pattern: String?
        /// What every text of the pattern begins with.
        let prefix: PatternPrefix
        /// The values themselves.
        let texts: [[UInt8]]
        /// What may be typed: it is made up.
        let examples: [String]

        /// Whether an example stands at an offset: pages are full of it, and a regular expression is slow.
        func isExample(at start: Int, in bytes: [UInt8]) -> Bool {
            let word = bytes[start...].prefix(PrivateTexts.longestMatch).prefix { $0.isTokenPart }
            return examples.contains { $0.utf8.elementsEqual(word) }
        }
    }

    private let entries: [Entry]
    /// Shorter texts are in every page.
    private static let shortestText = 4
    /// No pattern's text is longer.
    private static let longestMatch = 200

    init(of book: ValueBook) {
        let known = book.privateTexts
        entries = book.configuration.values.filter(\.isPrivate).map { declaration in
            Entry(
                name: declaration.name, pattern: declaration.pattern,
                prefix: PatternPrefix(declaration.pattern ?? ""),
                texts: known.filter { $0.name == declaration.name }.map { Array($0.text.utf8) }
                    .filter { $0.count >= Self.shortestText },
                examples: [declaration.example].compactMap { $0?.key(type: declaration.type) })
        }.filter { $0.pattern != nil || !$0.texts.isEmpty }
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Whether some bytes are worth a look.
    func mayOccur(in bytes: [UInt8]) -> Bool {
        entries.contains { entry in
            if entry.pattern != nil, entry.prefix.isEmpty || entry.prefix.first(in: bytes) != nil { return true }
            return entry.texts.contains { bytes.firstRange(of: $0, within: 0..<bytes.count) != nil }
        }
    }

    /// Every private text in some bytes, in their order.
    func find(in bytes: [UInt8]) -> [Found] {
        var found: [Found] = []
        for entry in entries {
            for text in entry.texts {
                for range in bytes.ranges(of: text) where Self.standsAlone(range, in: bytes) {
                    found.append(Found(name: entry.name, range: range))
                }
            }
            if let pattern = entry.pattern { found += matches(of: pattern, entry, in: bytes) }
        }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        var end = 0
        return found.filter { found in
            guard found.range.lowerBound >= end else { return false }
            end = found.range.upperBound
            return true
        }
    }

    private func matches(of pattern: String, _ entry: Entry, in bytes: [UInt8]) -> [Found] {
        let candidates =
            entry.prefix.isEmpty
            ? Self.words(in: bytes)
            : entry.prefix.all(in: bytes)
                .filter { !entry.isExample(at: $0.lowerBound, in: bytes) }
        if candidates.isEmpty { return [] }
        guard let regex = try? Regex(pattern) else { return [] }
        return candidates.compactMap { candidate in
            let end = entry.prefix.isEmpty ? candidate.upperBound : Self.lineEnd(in: bytes, from: candidate.upperBound)
            let text = String(decoding: bytes[candidate.lowerBound..<end], as: UTF8.self)
            guard let match = (try? regex.prefixMatch(in: text)) ?? nil else { return nil }
            let matched = String(text[match.range])
            let range = candidate.lowerBound..<(candidate.lowerBound + matched.utf8.count)
            guard Self.standsAlone(range, in: bytes), !entry.examples.contains(matched),
                !Placeholder.isOne(Array(matched.utf8.dropFirst(entry.prefix.literal.count)))
            else { return nil }
            return Found(name: entry.name, range: range)
        }
    }

    /// The words that a pattern without a beginning of its own may be in: long ones with a digit.
    private static func words(in bytes: [UInt8]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        var hasDigit = false
        for index in 0...bytes.count {
            let byte = index < bytes.count ? bytes[index] : 0x20
            if byte.isTokenPart || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@") {
                if byte.isASCIIDigit { hasDigit = true }
                continue
            }
            if hasDigit, index - start >= 6 { words.append(start..<index) }
            start = index + 1
            hasDigit = false
        }
        return words
    }

    private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
        let most = min(bytes.count, start + longestMatch)
        return bytes[start..<most].firstIndex(of: 0x0A) ?? most
    }

    private static func standsAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
        let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
        return !before.isTokenPart && !after.isASCIIAlphanumeric
    }
}
