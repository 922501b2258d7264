import Guides
import Sources
import Values

/// What must not be typed anywhere: the private values that are known, and whatever has their pattern.
struct PrivateTexts: Sendable {
    /// A text that was found.
    struct Found {
        /// The value that it is, or looks like.
        let name: String
        let range: Range<Int>
        /// As readers see it, folded, where the range is that of a source with markup in it; nil where it is as written.
        var text: [UInt8]?
    }

    private struct Entry {
        let name: String
        let pattern: String?
        /// What every text of the pattern begins with.
        let prefix: PatternPrefix
        /// What may be typed: it is made up.
        let examples: [String]

        /// Whether an example stands at an offset: pages are full of it, and a regular expression is slow.
        func isExample(at start: Int, in bytes: [UInt8]) -> Bool {
            let word = bytes[start...].prefix(PrivateTexts.longestMatch).prefix { $0.isTokenPart }
            return examples.contains { $0.utf8.elementsEqual(word) }
        }
    }

    /// The private values that have a pattern.
    private let entries: [Entry]
    /// The private values that are known.
    private let known: KnownSecrets
    /// No pattern's text is longer.
    private static let longestMatch = 200

    /// - Parameter unread: private texts that are no values of their types, and so are not in the book.
    init(of book: ValueBook, unread: [(name: String, text: String)] = []) {
        let declarations = book.configuration.values.filter(\.isPrivate)
        entries = declarations.map { declaration in
            Entry(
                name: declaration.name, pattern: declaration.pattern,
                prefix: PatternPrefix(declaration.pattern ?? ""),
                examples: [declaration.example].compactMap { $0?.key(type: declaration.type) })
        }.filter { $0.pattern != nil }
        let texts = book.privateTexts
        guard !texts.isEmpty || !unread.isEmpty else {
            known = KnownSecrets([])
            return
        }
        let examples = declarations.map { declaration in
            (declaration.name, Set(declaration.example.map { declaration.forms(of: $0, in: []) } ?? []))
        }
        known = KnownSecrets(texts + unread, except: Dictionary(examples) { first, _ in first })
    }

    /// What is private where no configuration could be read.
    init(unread: [(name: String, text: String)]) {
        entries = []
        known = KnownSecrets(unread)
    }

    var isEmpty: Bool { entries.isEmpty && known.isEmpty }

    /// Whether values are known, and not only what they look like.
    var knowsValues: Bool { !known.isEmpty }

    /// Whether a Markdown text is worth a look without its markup: markup may stand in the midst of what is known.
    func mayOccur(in bytes: [UInt8]) -> Bool {
        !known.isEmpty
            || entries.contains { entry in
                entry.pattern != nil && (entry.prefix.isEmpty || entry.prefix.first(in: bytes) != nil)
            } || !entries.isEmpty && PercentDecoded(bytes) != nil
    }

    /// The private values in some bytes that are known as such.
    func findKnown(in bytes: [UInt8]) -> [Found] { known.find(in: bytes) }

    /// Every private text in some bytes, in their order.
    func find(in bytes: [UInt8]) -> [Found] {
        var found = known.find(in: bytes)
        for entry in entries {
            if let pattern = entry.pattern { found += matches(of: pattern, entry, in: bytes) }
        }
        if !entries.isEmpty, let decoded = PercentDecoded(bytes) {
            for entry in entries {
                guard let pattern = entry.pattern else { continue }
                found += matches(of: pattern, entry, in: decoded.bytes).map {
                    Found(name: $0.name, range: decoded.origin(of: $0.range))
                }
            }
        }
        if found.count < 2 { return found }
        found.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
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
