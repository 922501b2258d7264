import Sources

/// A look at a text before it is parsed: where its lines begin, and which kinds of markup it may hold.
struct Survey {
    /// The offset of each line's first byte. libcmark ends a line at a line feed, at a carriage return, and at both
    /// together (CommonMark 0.30, section 2.1).
    private(set) var lines: [Int] = [0]
    let hasPipes: Bool
    let hasTildes: Bool
    let hasBrackets: Bool
    /// Whether a bracket is closed before a colon, as where a reference is defined.
    private(set) var hasDefinitions = false
    /// Whether the text is so small, and has so little in it, that no limit can be passed: it need not be counted.
    private(set) var isHarmless: Bool
    /// Whether elements may stand deeper within each other than is allowed: the tree has to be looked at.
    let mayBeDeep: Bool

    init(_ source: UnsafeBufferPointer<UInt8>, limits: ParseLimits) {
        hasPipes = source.firstOffset(of: UInt8(ascii: "|")) != nil
        hasTildes = source.firstOffset(of: UInt8(ascii: "~")) != nil
        var brackets = source.count(of: UInt8(ascii: "["))
        var index = 0
        while let bracket = source.firstOffset(of: UInt8(ascii: "]"), from: index) {
            brackets += 1
            index = bracket + 1
            if index < source.count, source[index] == UInt8(ascii: ":") { hasDefinitions = true }
        }
        hasBrackets = brackets > 0
        isHarmless =
            brackets <= limits.images
        // A list and its item are two elements, and no pair of delimiters is more than one.
        let shortest = min(limits.nesting, limits.indentation)
        let delimiters = "*_~".utf8.reduce(brackets) { $0 + source.count(of: $1) }
        mayBeDeep = 2 * shortest + delimiters / 2 > limits.depth
        findLines(source, shortest: shortest)
    }

    /// - Parameter shortest: no limit is passed by a line that begins with fewer markers.
    private mutating func findLines(_ source: UnsafeBufferPointer<UInt8>, shortest: Int) {
        let hasReturns = source.firstOffset(of: 0x0D) != nil
        lines.reserveCapacity(source.count / 16 + 1)
        var start = 0
        while start < source.count {
            let end = Self.endOfLine(source, from: start, hasReturns)
            if end - start >= shortest, Self.hasMarkers(source, start, count: shortest) { isHarmless = false }
            guard end < source.count else { return }
            let isPair = source[end] == 0x0D && end + 1 < source.count && source[end + 1] == 0x0A
            start = end + (isPair ? 2 : 1)
            lines.append(start)
        }
    }

    private static func endOfLine(_ source: UnsafeBufferPointer<UInt8>, from start: Int, _ hasReturns: Bool) -> Int {
        guard hasReturns else { return source.firstOffset(of: 0x0A, from: start) ?? source.count }
        var index = start
        while index < source.count, source[index] != 0x0A, source[index] != 0x0D { index += 1 }
        return index
    }

    /// Whether so many bytes may all be white space or markers of quotes and lists.
    private static func hasMarkers(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, count: Int) -> Bool {
        source[start..<(start + count)].allSatisfy(\.isBlockMarker)
    }
}

extension UInt8 {
    /// White space, or what quotes and list items begin with.
    fileprivate var isBlockMarker: Bool {
        switch self {
        case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
            UInt8(ascii: ")"):
            true
        default: isASCIIDigit
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How often a byte occurs.
    fileprivate func count(of byte: UInt8) -> Int {
        var count = 0
        var index = 0
        while let found = firstOffset(of: byte, from: index) {
            count += 1
            index = found + 1
        }
        return count
    }
}
