import Sources

/// Numbers as people and programs write them in messages: `40,000`, `1.000.000`, `1 000`, `2'000`, `6.141`, `0,5`, `40K`,
/// `1e6`, `512Mi`.
package struct WrittenNumber {
    /// The number.
    package let value: Double
    /// Where the text goes on.
    package let end: Int

    private static let longest = 40

    /// Reads the longest number that begins at an offset.
    ///
    /// - Parameter isWhole: whether it is a whole number, which has no decimals to write: there `40.000` is forty
    ///   thousand, as in German, Spanish or Italian.
    package static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, isWhole: Bool
    ) -> WrittenNumber? {
        var index = start
        var sign = 1.0
        if bytes.holds("-", at: index) || bytes.holds("+", at: index) {
            sign = bytes[index] == UInt8(ascii: "-") ? -1 : 1
            index += 1
        } else if bytes.holds("\u{2212}", at: index) {
            sign = -1
            index += 3
        }
        var groups: [(separator: Separator?, digits: Range<Int>)] = []
        var separator: Separator?
        while index - start < longest {
            let first = index
            while index < bytes.count, index - start < longest, bytes[index].isASCIIDigit { index += 1 }
            guard index > first else { break }
            groups.append((separator, first..<index))
            guard let next = Separator.at(index, in: bytes) else { break }
            separator = next
            index += next.length
        }
        // The longest beginning that makes a number.
        while let last = groups.last {
            if let text = text(groups, bytes, isWhole: isWhole), let number = Double(text) {
                return scaled(number * sign, bytes, at: last.digits.upperBound, isWhole: isWhole)
            }
            groups.removeLast()
        }
        return nil
    }

    /// What may stand between digits.
    private enum Separator {
        case comma, point, space(Int), apostrophe(Int)

        var length: Int {
            switch self {
            case .comma, .point: 1
            case .space(let length), .apostrophe(let length): length
            }
        }

        /// How it is compared with others.
        var kind: Int {
            switch self {
            case .comma: 0
            case .point: 1
            case .space: 2
            case .apostrophe: 3
            }
        }

        static func at(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Separator? {
            guard index < bytes.count else { return nil }
            switch bytes[index] {
            case UInt8(ascii: ","): return .comma
            case UInt8(ascii: "."): return .point
            case UInt8(ascii: " "): return .space(1)
            case UInt8(ascii: "'"), UInt8(ascii: "_"): return .apostrophe(1)
            case 0xC2 where bytes.holds("\u{A0}", at: index): return .space(2)
            case 0xE2:
                if bytes.holds("\u{202F}", at: index) || bytes.holds("\u{2009}", at: index) { return .space(3) }
                return bytes.holds("\u{2019}", at: index) ? .apostrophe(3) : nil
            default: return nil
            }
        }
    }

    /// The digits with a point before the decimals; nil where the groups make no number.
    private static func text(
        _ groups: [(separator: Separator?, digits: Range<Int>)], _ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool
    ) -> String? {
        let lengths = groups.map(\.digits.count)
        let kinds = groups.dropFirst().compactMap { $0.separator?.kind }
        func joined(decimals: Bool) -> String {
            let whole = groups.dropLast(decimals ? 1 : 0).map { bytes.text($0.digits) }.joined()
            return decimals ? "\(whole).\(bytes.text(groups[groups.count - 1].digits))" : whole
        }
        guard let kind = kinds.first else { return joined(decimals: false) }
        // The last separator is the decimals' where it is another than those before, or the only one.
        let isOneKind = kinds.allSatisfy { $0 == kind }
        if isOneKind, areGroups(lengths), kinds.count > 1 || kind != 1 || isWhole { return joined(decimals: false) }
        guard let last = kinds.last, last < 2, kinds.dropLast().allSatisfy({ $0 == kind && $0 != last }),
            kinds.count == 1 || areGroups(lengths.dropLast())
        else { return nil }
        if isWhole, bytes[groups[groups.count - 1].digits].contains(where: { $0 != 0x30 }) {
            // A whole number of something larger: `1.5M`.
            let end = groups[groups.count - 1].digits.upperBound
            guard scale(bytes, at: end) != nil else { return nil }
        }
        return joined(decimals: true)
    }

    /// Groups of three digits, or of two before the last, as in India.
    private static func areGroups(_ lengths: some Collection<Int>) -> Bool {
        let lengths = Array(lengths)
        guard lengths.count > 1, (1...3).contains(lengths[0]), lengths[lengths.count - 1] == 3 else { return false }
        let inner = lengths.dropFirst().dropLast()
        return inner.allSatisfy { $0 == 3 } || (lengths[0] < 3 && inner.allSatisfy { $0 == 2 })
    }

    private static func scaled(
        _ number: Double, _ bytes: UnsafeBufferPointer<UInt8>, at end: Int, isWhole: Bool
    ) -> WrittenNumber {
        if let (factor, end) = scale(bytes, at: end) { return WrittenNumber(value: number * factor, end: end) }
        return WrittenNumber(value: number, end: end)
    }

    /// Factors behind a number: an exponent, or a prefix of SI or IEC 80000-13, which no letter follows.
    private static func scale(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (factor: Double, end: Int)? {
        guard start < bytes.count else { return nil }
        var end = start + 1
        var factor: Double
        switch bytes[start] {
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
            if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
            let first = end
            while end < bytes.count, end - first < 3, bytes[end].isASCIIDigit { end += 1 }
            guard end > first, let power = Double("1e" + bytes.text((start + 1)..<end)) else { return nil }
            factor = power
        case UInt8(ascii: "k"), UInt8(ascii: "K"): factor = 1e3
        case UInt8(ascii: "M"): factor = 1e6
        case UInt8(ascii: "G"): factor = 1e9
        case UInt8(ascii: "T"): factor = 1e12
        default: return nil
        }
        if bytes.holds("i", at: end), bytes[start].isASCIILetter, factor >= 1e3, end == start + 1 {
            end += 1
            factor = [1e3: 1024, 1e6: 1_048_576, 1e9: 1_073_741_824, 1e12: 1_099_511_627_776][factor] ?? factor
        }
        if bytes.isWordPart(at: end) { return nil }
        return (factor, end)
    }
}
