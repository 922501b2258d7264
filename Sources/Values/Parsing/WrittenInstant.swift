import Sources

/// A day, or a moment of one, as messages write it: `2026-10-01`, `2026-10-01T18:00:00Z` (ISO 8601, RFC 3339),
/// `Thu, 01 Oct 2026 18:00:00 GMT` (RFC 7231, section 7.1.1.1), `Oct 1, 2026`, `1. Oktober 2026`, `2026年10月1日`. Where
/// slashes part it and the year comes last, nobody could tell the day from the month.
package struct WrittenInstant {
    /// The day, in the time zone that the message names.
    package let day: CalendarDate
    /// The moment, in seconds since the beginning of 1970 in UTC; nil where the message names a day alone, or a zone that
    /// could be anywhere. A time without a zone is taken as UTC's, as logs write it.
    package let moment: Double?
    /// Where the text goes on.
    package let end: Int

    /// Reads what begins at an offset.
    package static func read(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> WrittenInstant? {
        var scan = Scan(bytes: bytes, index: start)
        guard let day = scan.day() else { return nil }
        let end = scan.index
        guard let time = scan.time() else {
            return day.needsYear ? nil : WrittenInstant(day: day.date, moment: nil, end: end)
        }
        var date = day.date
        if day.needsYear {
            guard let year = scan.yearBehind(), let whole = CalendarDate(year: year, month: date.month, day: date.day)
            else { return nil }
            date = whole
        }
        // 1970 began 719,162 days after the year 1.
        let midnight = Double(date.dayNumber - 719_162) * 86400
        return WrittenInstant(
            day: date, moment: time.zone.map { midnight + time.seconds - $0 }, end: scan.index)
    }

    private struct Scan {
        let bytes: UnsafeBufferPointer<UInt8>
        var index: Int

        mutating func day() -> (date: CalendarDate, needsYear: Bool)? {
            let start = index
            if let first = number(4) {
                let length = index - start
                for separator: StaticString in ["-", "/", "."] where bytes.holds(separator, at: index) {
                    // The day comes first where points part them, the year where it has four digits.
                    guard length == 4 || (separator.utf8Start[0] == UInt8(ascii: ".") && length <= 2) else { break }
                    let behindFirst = index
                    index += 1
                    guard let second = number(2), bytes.holds(separator, at: index) else {
                        index = behindFirst
                        break
                    }
                    index += 1
                    guard let third = number(length == 4 ? 2 : 4), length == 4 || third > 99 else { return nil }
                    return CalendarDate(
                        year: length == 4 ? first : third, month: second, day: length == 4 ? third : first
                    ).map { ($0, false) }
                }
                if length == 4, let date = signed(first) { return (date, false) }
                // `1 Oct 2026`, `1. Oktober 2026`, `1 de octubre de 2026`; `01-Oct-26` is read no further.
                skip("th st nd rd er")
                separate("-.")
                skip("de")
                separate("")
                guard length <= 2, let month = month() else { return nil }
                separate("-,.")
                skip("de")
                separate("")
                guard let year = number(4), year > 99 else { return nil }
                return CalendarDate(year: year, month: month, day: first).map { ($0, false) }
            }
            // `Oct 1, 2026`; `Thu Oct  1 18:00:00 2026`, where the year comes last; `Thu, ` before the day.
            if let date = monthFirst() { return date }
            index = start
            return weekday() ? day() : nil
        }

        private mutating func monthFirst() -> (date: CalendarDate, needsYear: Bool)? {
            guard let month = month() else { return nil }
            separate(".")
            guard let day = number(2) else { return nil }
            skip("th st nd rd")
            let behindDay = index
            separate(",")
            let start = index
            if let year = number(4), index - start == 4, !bytes.holds(":", at: index) {
                return CalendarDate(year: year, month: month, day: day).map { ($0, false) }
            }
            index = behindDay
            // A month follows the day where this was the name of a weekday: `mar. 5 mai 2026`.
            separate("")
            if self.month() != nil { return nil }
            index = behindDay
            // A leap year, so that the day may be any.
            return CalendarDate(year: 2000, month: month, day: day).map { ($0, true) }
        }

        /// The rest of `2026年10月1日`, `2026년 10월 1일`.
        private mutating func signed(_ year: Int) -> CalendarDate? {
            var numbers: [Int] = []
            for signs: [StaticString] in [["年", "년"], ["月", "월"], ["日", "일"]] {
                guard let sign = signs.first(where: { bytes.holds($0, at: index) }) else { return nil }
                index += sign.utf8CodeUnitCount
                if numbers.count == 2 { break }
                separate("")
                guard let number = number(2) else { return nil }
                numbers.append(number)
            }
            return CalendarDate(year: year, month: numbers[0], day: numbers[1])
        }

        mutating func time() -> (seconds: Double, zone: Double?)? {
            let start = index
            if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "t") { index += 1 } else { separate(",") }
            skip("at")
            separate("")
            guard index > start, var hours = number(2), bytes.holds(":", at: index) else {
                index = start
                return nil
            }
            index += 1
            guard let minutes = number(2) else {
                index = start
                return nil
            }
            var seconds = 0.0
            if bytes.holds(":", at: index) {
                index += 1
                let first = index
                _ = number(2)
                if bytes.holds(".", at: index) || bytes.holds(",", at: index), index + 1 < bytes.count,
                    bytes[index + 1].isASCIIDigit
                {
                    index += 1
                    while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
                }
                seconds = Double(bytes.text(first..<index).replacing(",", with: ".")) ?? 0
            }
            let behind = index
            separate("")
            if skip("pm PM") { hours = hours % 12 + 12 } else if skip("am AM") { hours %= 12 } else { index = behind }
            return (Double(hours * 3600 + minutes * 60) + seconds, zone())
        }

        /// Seconds east of UTC; nil where the zone's name tells nothing.
        private mutating func zone() -> Double? {
            let start = index
            separate("")
            if skip("UTC GMT Z z utc gmt"), !bytes.holds("+", at: index), !bytes.holds("-", at: index) { return 0 }
            if index > start, let hours = namedZone() { return hours.map { $0 * 3600 } }
            guard bytes.holds("+", at: index) || bytes.holds("-", at: index) else {
                if index == start || !wasZone(start) { index = start }
                return 0
            }
            let sign = bytes[index] == UInt8(ascii: "-") ? -1.0 : 1
            index += 1
            guard let first = number(2) else {
                index = start
                return 0
            }
            if bytes.holds(":", at: index) { index += 1 }
            let minutes = number(2) ?? 0
            return sign * Double(first * 3600 + minutes * 60)
        }

        /// The zone that a name says, in hours east of UTC; within, nil for a name that says nothing, and without for none.
        private mutating func namedZone() -> Double?? {
            var end = index
            while end < bytes.count, end - index < 6, (0x41...0x5A).contains(bytes[end]) { end += 1 }
            guard (3...5).contains(end - index), bytes[end - 1] == UInt8(ascii: "T"), !bytes.isWordPart(at: end) else {
                return nil
            }
            let name = bytes.text(index..<end)
            index = end
            return .some(InstantWords.zones[name])
        }

        private func wasZone(_ start: Int) -> Bool { bytes[start..<index].contains { $0.isASCIILetter } }

        /// The year of `Thu Oct  1 18:00:00 2026`.
        mutating func yearBehind() -> Int? {
            separate("")
            return number(4).flatMap { $0 > 99 ? $0 : nil }
        }

        private mutating func number(_ most: Int) -> Int? {
            let start = index
            while index < bytes.count, index - start < most, bytes[index].isASCIIDigit { index += 1 }
            return index > start ? Int(bytes.text(start..<index)) : nil
        }

        /// Passes over some signs and blanks.
        private mutating func separate(_ signs: StaticString) {
            while index < bytes.count {
                let isSign = UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount)
                    .contains(bytes[index])
                let length = isSign ? 1 : bytes.spaceLength(at: index)
                guard length > 0 else { return }
                index += length
            }
        }

        /// Passes over one of some words.
        @discardableResult
        private mutating func skip(_ words: String) -> Bool {
            for word in words.split(separator: " ") {
                let end = index + word.utf8.count
                guard end <= bytes.count, bytes[index..<end].elementsEqual(word.utf8),
                    end == bytes.count || !bytes[end].isASCIILetter
                else { continue }
                index = end
                return true
            }
            return false
        }

        /// Passes over a word of letters.
        private mutating func word() -> String {
            let start = index
            while index < bytes.count, index - start < 24, bytes[index].isASCIILetter || bytes[index] >= 0x80,
                bytes.spaceLength(at: index) == 0
            {
                index += 1
            }
            return bytes.text(start..<index).lowercased()
        }

        private mutating func month() -> Int? {
            let start = index
            if let month = InstantWords.months[word()] { return month }
            index = start
            return nil
        }

        private mutating func weekday() -> Bool {
            let word = word()
            guard word.utf8.count >= 3, InstantWords.weekdays.contains(where: word.hasPrefix) else { return false }
            separate(",.")
            return true
        }
    }
}
