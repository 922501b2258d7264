/// What every text of a regular expression begins with: found without the expression, which takes a thousand times
/// as long to be made ready.
struct PatternPrefix: Sendable {
    /// The letters, digits, dashes and underscores at the start of the pattern; none where they are fewer than two, or
    /// the pattern has alternatives.
    let literal: [UInt8]
    /// What stands behind them, where the pattern goes on with a plain list of characters: `[-_]`; nil for anything.
    let follower: [UInt8]?
    /// The offset of the byte of `literal` that is looked for first.
    private let anchor: Int

    var isEmpty: Bool { literal.isEmpty }

    init(_ pattern: String) {
        let bytes = Array(pattern.utf8)
        var prefix: [UInt8] = []
        var index = bytes.first == UInt8(ascii: "^") ? 1 : 0
        while index < bytes.count, bytes[index].isTokenPart {
            prefix.append(bytes[index])
            index += 1
        }
        // A quantifier makes the last one optional, or repeats it.
        let isQuantified = index < bytes.count && bytes[index].isQuantifier
        if isQuantified, !prefix.isEmpty { prefix.removeLast() }
        let hasAlternatives = pattern.contains("|") || pattern.contains("(?")
        literal = prefix.count >= 2 && !hasAlternatives ? prefix : []
        anchor = literal.rarest
        follower = isQuantified ? nil : Self.list(bytes[index...])
    }

    /// The characters of a list between brackets that is no range, no negation, and has to be there.
    private static func list(_ pattern: ArraySlice<UInt8>) -> [UInt8]? {
        guard pattern.first == UInt8(ascii: "["), let close = pattern.firstIndex(of: UInt8(ascii: "]")) else {
            return nil
        }
        let list = pattern[(pattern.startIndex + 1)..<close]
        // A dash at the edge of a list is one; elsewhere it makes a range.
        let isPlain = list.allSatisfy(\.isTokenPart) && !list.dropFirst().dropLast().contains(UInt8(ascii: "-"))
        let mayLack = close + 1 < pattern.endIndex && pattern[close + 1].isQuantifier && pattern[close + 1] != 0x2B
        return isPlain && !list.isEmpty && !mayLack ? Array(list) : nil
    }

    /// The first place, from an offset on, where a text of the pattern may begin.
    func first(in bytes: [UInt8], from start: Int = 0) -> Range<Int>? {
        var start = start
        while let range = bytes.firstRange(of: literal, within: start..<bytes.count, anchor: anchor) {
            guard let follower else { return range }
            let next = range.upperBound < bytes.count ? bytes[range.upperBound] : 0
            // Markup is gone where the text is read.
            if follower.contains(next) || next.isMarkup { return range }
            start = range.upperBound
        }
        return nil
    }

    /// Every such place.
    func all(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        while let range = first(in: bytes, from: found.last?.upperBound ?? 0) { found.append(range) }
        return found
    }
}

extension UInt8 {
    /// What may stand between two characters of a text and be none of it: an escape, a reference, emphasis.
    fileprivate var isMarkup: Bool {
        switch self {
        case UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
            UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: false
        }
    }

    /// What says in a regular expression how often something stands there.
    fileprivate var isQuantifier: Bool {
        switch self {
        case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "{"): true
        default: false
        }
    }
}
