/// The words of a language for small whole numbers, from two to ninety-nine, looked up in bytes: “three”, “trente”.
///
/// Of the words that a language has for a number, only the first counts here: the others are ordinals, or words such as
/// “both” and “dozen”, which other languages say without a number.
public struct Cardinals: Sendable {
    private let values: [String: Int]
    /// By the first two bytes of a word, the lengths that some word has, one bit for each: most words are passed over here.
    private let lengths: [UInt32]

    init(_ values: [String: Int]) {
        self.values = values
        var lengths = [UInt32](repeating: 0, count: 1 << 10)
        for word in values.keys where (2..<32).contains(word.utf8.count) {
            let bytes = Array(word.utf8)
            lengths[Self.slot(bytes[0], bytes[1])] |= 1 << UInt32(bytes.count)
        }
        self.lengths = lengths
    }

    /// Whether a language has none.
    public var isEmpty: Bool { values.isEmpty }

    /// The number that a word stands for, in small letters or with a capital; nil for any other word.
    public func value(of word: UnsafeBufferPointer<UInt8>.SubSequence) -> Int? {
        guard (2..<32).contains(word.count) else { return nil }
        let slot = Self.slot(word[word.startIndex], word[word.startIndex + 1])
        guard lengths[slot] & 1 << UInt32(word.count) != 0 else { return nil }
        return values[String(decoding: word, as: UTF8.self).lowercased()]
    }

    /// Small letters and capitals have the same last five bits.
    private static func slot(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }
}
