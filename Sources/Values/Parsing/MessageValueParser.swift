import Sources

/// Reads values from messages, where people and programs write them in more ways than in a configuration.
package struct MessageValueParser: Sendable {
    /// The moment at which the message is read, in seconds since the beginning of 1970: a wait may be given as its end.
    package let now: Double

    /// Reads values at a moment.
    package init(now: Double) { self.now = now }

    /// The largest whole number that a double and a script's number hold exactly.
    private static let largestInteger = 9_007_199_254_740_991.0

    private static let percentWords: [StaticString] = [
        "percent", "per cent", "pour cent", "por ciento", "por cento", "per cento", "Prozent", "procent",
    ]

    /// A value, and how much of the text it is, in bytes.
    package typealias Reading = (value: Value, length: Int)

    /// Reads the longest value that a text begins with; nil where there is none.
    ///
    /// Text and identifiers are the whole text.
    package func read(_ text: String, as type: ValueType) -> Reading? {
        switch type {
        case .integer:
            return number(text, isWhole: true).flatMap { number in
                guard number.value == number.value.rounded(), abs(number.value) <= Self.largestInteger else {
                    return nil
                }
                return (.number(number.value), number.end)
            }
        case .decimal: return number(text, isWhole: false).map { (.number($0.value), $0.end) }
        case .percent:
            return text.lend { bytes in
                guard let number = WrittenNumber.read(bytes, at: 0, isWhole: false) else { return nil }
                var end = number.end
                while case let length = bytes.spaceLength(at: end), length > 0 { end += length }
                if bytes.holds("%", at: end) { return (.number(number.value / 100), end + 1) }
                for word in Self.percentWords
                where bytes.holds(word, at: end) && !bytes.isWordPart(at: end + word.utf8CodeUnitCount) {
                    return (.number(number.value / 100), end + word.utf8CodeUnitCount)
                }
                return isBorder(bytes, number.end) ? (.number(number.value / 100), number.end) : nil
            }
        case .duration: return wait(text)
        case .date:
            return text.lend { bytes in
                WrittenInstant.read(bytes, at: 0).flatMap { instant in
                    isBorder(bytes, instant.end) ? (.date(instant.day), instant.end) : nil
                }
            }
        default:
            guard let value = try? ValueParser.parse(text, as: type, rounds: true) else { return nil }
            return (value, text.utf8.count)
        }
    }

    /// A number that is a word of its own.
    private func number(_ text: String, isWhole: Bool) -> WrittenNumber? {
        text.lend { bytes in
            guard let number = WrittenNumber.read(bytes, at: 0, isWhole: isWhole), isBorder(bytes, number.end) else {
                return nil
            }
            return number
        }
    }

    /// A length of time, or how long it is until a moment.
    private func wait(_ text: String) -> Reading? {
        text.lend { bytes in
            if let instant = WrittenInstant.read(bytes, at: 0), let moment = instant.moment,
                isBorder(bytes, instant.end)
            {
                return (until(moment), instant.end)
            }
            if let duration = WrittenDuration.read(bytes, at: 0), isBorder(bytes, duration.end) {
                return (.number(duration.seconds), duration.end)
            }
            // So many seconds since 1970, or thousandths.
            guard let number = WrittenNumber.read(bytes, at: 0, isWhole: false), isBorder(bytes, number.end) else {
                return nil
            }
            switch number.value {
            case 1e9..<1e10: return (until(number.value), number.end)
            case 1e12..<1e13: return (until(number.value / 1000), number.end)
            default: return nil
            }
        }
    }

    /// The wait until a moment, in whole seconds; none where it has passed.
    private func until(_ moment: Double) -> Value { .number(max(0, (moment - now).rounded(.up))) }

    /// Whether a value may end here: not in a word, nor in a longer number.
    private func isBorder(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        guard end < bytes.count else { return true }
        switch bytes[end] {
        // A part was masked, or it is one of a thousand.
        case UInt8(ascii: "_"), UInt8(ascii: "*"): return false
        case 0xE2 where bytes.holds("‰", at: end): return false
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"):
            guard end + 1 < bytes.count else { return true }
            return !bytes[end + 1].isASCIIDigit && !bytes.holds("..", at: end)
        case let byte: return !byte.isASCIIAlphanumeric
        }
    }
}
