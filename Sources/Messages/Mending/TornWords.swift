import Foundation
import Sources

/// Words that were torn: by a hyphen at a line's end, or by signs that stand in the place of letters, `r?f?rence`. The
/// words of the patterns say which they were.
struct TornWords {
    /// The words with other letters than ASCII's, by themselves with one sign for each run of these; nothing where there
    /// are several.
    private var byKey: [String: String] = [:]

    private static let sign: Unicode.Scalar = "\u{FFFD}"
    private static let longest = 64

    /// Takes the texts of some patterns.
    init(_ texts: some Sequence<PatternLiteral>) {
        for text in texts where text.bytes.contains(where: { $0 >= 0x80 }) {
            for word in Self.words(of: text) {
                let scalars = word.unicodeScalars
                let isLatin = scalars.count == 1 && scalars.allSatisfy { (0xDF...0x24F).contains($0.value) }
                guard word.utf8.contains(where: { $0 >= 0x80 }), isLatin || word.utf8.contains(where: \.isASCIILetter)
                else { continue }
                let key = Self.key(word)
                byKey[key] = byKey[key].map { $0 == word ? word : "" } ?? word
            }
        }
    }

    private static func words(of text: PatternLiteral) -> [String] {
        var bytes: [UInt8] = []
        for (index, byte) in text.bytes.enumerated() {
            if text.spaces[index] { bytes.append(0x20) }
            bytes.append(byte)
        }
        let whole = String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
        return whole.unicodeScalars.split { !isLetter($0) && !$0.properties.isDiacritic }.map { String($0) }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? UInt8(scalar.value).isASCIILetter : scalar.properties.isAlphabetic
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == sign || scalar == "?" }

    private static func key(_ word: some StringProtocol) -> String {
        var key = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            let isOther = scalar.value >= 0x80 || scalar == "?"
            if !isOther { key.append(scalar) } else if key.last != sign { key.append(sign) }
        }
        return String(key)
    }

    /// A message with its words whole; nil where none of them is torn.
    ///
    /// - Parameter texts: those of all patterns.
    func mended(_ bytes: UnsafeBufferPointer<UInt8>, _ texts: @autoclosure () -> [PatternLiteral]) -> [UInt8]? {
        let isBroken = bytes.indices.contains {
            bytes[$0] == UInt8(ascii: "-") && (bytes.holds("\n", at: $0 + 1) || bytes.holds("\r\n", at: $0 + 1))
        }
        let isSpoiled = !byKey.isEmpty && bytes.contains { $0 == UInt8(ascii: "?") || $0 == 0xEF }
        guard isBroken || isSpoiled else { return nil }
        let words = isBroken ? Set(texts().flatMap(Self.words)) : []
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        func write(_ scalars: some Sequence<Unicode.Scalar>) {
            for scalar in scalars { output += UTF8.encode(scalar) ?? .init() }
        }
        var isMended = false
        var index = 0
        while index < scalars.count {
            let end = scalars[index...].firstIndex { !Self.isLetter($0) && !Self.isMark($0) } ?? scalars.count
            let run = scalars[index..<end]
            var (whole, next): (String?, Int) = (nil, end)
            if (1...Self.longest).contains(run.count) {
                if run.contains(where: Self.isMark) {
                    whole = byKey[Self.key(String(String.UnicodeScalarView(run)).lowercased())].flatMap {
                        $0.isEmpty ? nil : $0
                    }
                } else if let rest = Self.rest(behind: end, scalars) {
                    let both = String(String.UnicodeScalarView(run + scalars[rest]))
                    if words.contains(both.lowercased()) { (whole, next) = (both, rest.upperBound) }
                }
            }
            if let whole { output += whole.utf8 } else { write(run) }
            isMended = isMended || whole != nil
            index = next
            if next == end, index < scalars.count {
                write(CollectionOfOne(scalars[index]))
                index += 1
            }
        }
        return isMended ? output : nil
    }

    /// The rest of a word that a hyphen and a line break part from its beginning.
    private static func rest(behind end: Int, _ scalars: [Unicode.Scalar]) -> Range<Int>? {
        guard end + 2 < scalars.count, scalars[end] == "-" else { return nil }
        var start = end + 1
        if scalars[start] == "\r" { start += 1 }
        guard start < scalars.count, scalars[start] == "\n" else { return nil }
        start += 1
        while start < scalars.count, " \t>|".unicodeScalars.contains(scalars[start]) { start += 1 }
        var last = start
        while last < scalars.count, last - start < longest, scalars[last].properties.isLowercase { last += 1 }
        return last > start ? start..<last : nil
    }
}
