import Sources

/// Lengths of time as people and programs write them: `1m26.4s`, `2 hours and 30 minutes`, `PT30S`, `00:01:30`, `250µs`.
package struct WrittenDuration {
    /// The length in seconds.
    package let seconds: Double
    /// Where the text goes on.
    package let end: Int

    /// So many parts may follow one another.
    private static let mostParts = 8

    /// Reads the longest length that begins at an offset; nil where there is none. A number without a unit is none.
    package static func read(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> WrittenDuration? {
        if let duration = iso(bytes, start) { return duration }
        var total = 0.0
        var end: Int?
        var index = start
        for _ in 0..<mostParts {
            guard let part = clock(bytes, index) ?? part(bytes, index) else { break }
            total += part.seconds
            end = part.end
            index = joint(bytes, part.end)
        }
        guard let end else { return nil }
        return shortEnd(bytes, end, total) ?? WrittenDuration(seconds: total, end: end)
    }

    /// `2h30`, `1m05`: two digits right behind hours or minutes are minutes or seconds.
    private static func shortEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ total: Double
    ) -> WrittenDuration? {
        guard end > 1, end + 1 < bytes.count, bytes[end - 2].isASCIIDigit, bytes[end].isASCIIDigit,
            bytes[end + 1].isASCIIDigit, !bytes.isWordPart(at: end + 2), let rest = Double(bytes.text(end..<(end + 2))),
            rest < 60
        else { return nil }
        switch bytes[end - 1] | 0x20 {
        case UInt8(ascii: "h"): return WrittenDuration(seconds: total + rest * 60, end: end + 2)
        case UInt8(ascii: "m"): return WrittenDuration(seconds: total + rest, end: end + 2)
        default: return nil
        }
    }

    /// The length that a whole text is, in seconds; nil where it is none.
    static func whole(_ text: String) -> Double? {
        text.lend { bytes in
            read(bytes, at: 0).flatMap { $0.end == bytes.count ? $0.seconds : nil }
        }
    }

    /// A number and its unit.
    private static func part(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> WrittenDuration? {
        var number = 1.0
        var index = start
        if let written = WrittenNumber.read(bytes, at: start, isWhole: false) {
            // What looks like an exponent or a factor may be a unit.
            guard written.value >= 0 else { return nil }
            number = written.value
            index = written.end
        } else {
            let end = wordEnd(bytes, start)
            guard end > start, DurationWords.ones.contains(bytes.text(start..<end).lowercased()) else { return nil }
            index = end
        }
        index = blanks(bytes, index)
        let end = wordEnd(bytes, index)
        guard end > index, let seconds = DurationWords.seconds(number, bytes.text(index..<end).lowercased()) else {
            return nil
        }
        return WrittenDuration(seconds: seconds, end: end)
    }

    /// The end of a word of letters. Where a script writes no spaces, the longest unit ends it.
    private static func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < bytes.count, end - start < 32, bytes[end].isASCIILetter || bytes[end] >= 0x80,
            bytes.spaceLength(at: end) == 0
        {
            if bytes[end] >= 0xE3 {
                // Longer units first, so that 分钟 is not 分.
                for length in [6, 3] where end == start && end + length <= bytes.count {
                    if DurationWords.seconds(1, bytes.text(end..<(end + length))) != nil { return end + length }
                }
                return end
            }
            end += 1
        }
        return end
    }

    private static func blanks(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        while case let length = bytes.spaceLength(at: index), length > 0 { index += length }
        return index
    }

    /// Behind what joins two parts: blanks, a comma, a word.
    private static func joint(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = blanks(bytes, start)
        if bytes.holds(",", at: index) { index = blanks(bytes, index + 1) }
        let end = wordEnd(bytes, index)
        if end > index, DurationWords.joints.contains(bytes.text(index..<end).lowercased()) {
            index = blanks(bytes, end)
        }
        return index
    }

    /// `00:01:30`, `1.02:03:04`: hours, minutes and seconds, and days before them.
    private static func clock(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> WrittenDuration? {
        var index = start
        func digits(_ most: Int) -> Double? {
            let first = index
            while index < bytes.count, index - first < most, bytes[index].isASCIIDigit { index += 1 }
            return index > first ? Double(bytes.text(first..<index)) : nil
        }
        guard var hours = digits(4) else { return nil }
        var days = 0.0
        if bytes.holds(".", at: index) {
            index += 1
            days = hours
            guard let next = digits(2) else { return nil }
            hours = next
        }
        guard bytes.holds(":", at: index) else { return nil }
        index += 1
        guard let minutes = digits(2), minutes < 60, bytes.holds(":", at: index) else { return nil }
        index += 1
        let first = index
        guard let seconds = digits(2), seconds < 60 else { return nil }
        if bytes.holds(".", at: index), index + 1 < bytes.count, bytes[index + 1].isASCIIDigit {
            index += 1
            _ = digits(9)
        }
        let whole = Double(bytes.text(first..<index)) ?? seconds
        if bytes.isWordPart(at: index) { return nil }
        // A time of the day.
        for half: StaticString in ["am", "pm", "AM", "PM", "a.m", "p.m"]
        where bytes.holds(half, at: blanks(bytes, index)) {
            return nil
        }
        return WrittenDuration(seconds: days * 86400 + hours * 3600 + minutes * 60 + whole, end: index)
    }

    /// `PT1H30M`, `P1DT2H` (ISO 8601, section 4.4.3); months and years have no length of their own.
    private static func iso(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> WrittenDuration? {
        guard start < bytes.count, bytes[start] | 0x20 == UInt8(ascii: "p") else { return nil }
        var index = start + 1
        var total = 0.0
        var isTime = false
        var hasPart = false
        while index < bytes.count {
            if !isTime, bytes[index] | 0x20 == UInt8(ascii: "t") {
                isTime = true
                index += 1
                continue
            }
            let first = index
            while index < bytes.count, index - first < 20, bytes[index].isASCIIDigit || bytes.holds(".", at: index) {
                index += 1
            }
            guard index > first else { break }
            guard index < bytes.count, let number = Double(bytes.text(first..<index)) else { return nil }
            switch (bytes[index] | 0x20, isTime) {
            case (UInt8(ascii: "w"), false): total += number * 604_800
            case (UInt8(ascii: "d"), false): total += number * 86400
            case (UInt8(ascii: "h"), true): total += number * 3600
            case (UInt8(ascii: "m"), true): total += number * 60
            case (UInt8(ascii: "s"), true): total += number
            default: return nil
            }
            hasPart = true
            index += 1
        }
        guard hasPart, !bytes.isWordPart(at: index) else { return nil }
        return WrittenDuration(seconds: total, end: index)
    }
}
