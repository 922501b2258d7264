import Sources
import Values

/// Dates and times of day in the forms that people and computers write them in.
struct DateReader {
    let bytes: [UInt8]
    /// The stretch of words that they stand in.
    let run: Range<Int>
    let vocabulary: Vocabulary

    // MARK: Digits alone

    /// `2026-01-02`, `2026/01/02`, `02/01/2026`, `02.01.2026`. Where day and month may be either, both are told.
    func numericDate(at start: Int) -> FoundNumber? {
        guard let first = digits(at: start), let separator = byte(at: first.end),
            separator.isOne(of: "-/."), let second = digits(at: first.end + 1), second.count <= 2,
            byte(at: second.end) == separator, let third = digits(at: second.end + 1),
            byte(at: third.end)?.isASCIIAlphanumeric != true || byte(at: third.end) == UInt8(ascii: "T")
        else { return nil }
        var readings: [(Int, Int, Int)] = []
        if first.count == 4, third.count <= 2 {
            readings = [(first.value, second.value, third.value)]
        } else if first.count <= 2, third.count == 4 {
            readings = [(third.value, second.value, first.value), (third.value, first.value, second.value)]
        }
        readings = readings.filter { (1...12).contains($0.1) && (1...31).contains($0.2) }
        guard let (year, month, day) = readings.first else { return nil }
        return FoundNumber(
            values: readings.map { Self.iso($0.0, $0.1, $0.2) }, unit: nil, range: start..<third.end, kind: .date,
            parts: [String(year), "m\(month)", String(day)])
    }

    /// `17:30`, `5:30 PM`, `17 h 30`, `17h30`, and with seconds `17:30:05`, `17 h 30 min 5 s`.
    func clockTime(at start: Int) -> FoundNumber? {
        guard let hour = digits(at: start), hour.count <= 2, hour.value <= 24 else { return nil }
        var index = hour.end
        if byte(at: index) == UInt8(ascii: ":") {
            index += 1
        } else {
            index += TextSpace.width(in: bytes, at: index, before: run.upperBound)
            guard let sign = byte(at: index), sign | 0x20 == UInt8(ascii: "h") else { return nil }
            index += 1
            index += TextSpace.width(in: bytes, at: index, before: run.upperBound)
        }
        guard let minute = digits(at: index), minute.count == 2, minute.value < 60 else { return nil }
        let seconds = seconds(behind: minute.end, isSigned: byte(at: hour.end) != UInt8(ascii: ":"))
        var end = seconds?.end ?? minute.end
        guard byte(at: end) != UInt8(ascii: ":"),
            seconds?.isSigned ?? false || byte(at: end)?.isASCIILetter != true || isHalf(end)
        else { return nil }
        var value = hour.value
        let (word, after) = word(behind: end)
        if vocabulary.afternoon.contains(word) {
            (value, end) = (value % 12 + 12, after)
        } else if vocabulary.morning.contains(word) {
            (value, end) = (value % 12, after)
        }
        let second = seconds?.value ?? 0
        if end == (seconds?.end ?? minute.end), (1...12).contains(value), let half = half(ofRangeAt: end) {
            value = half.hour(value)
        }
        let time = "t\(value):\(Self.padded(minute.value))" + (second == 0 ? "" : ":\(Self.padded(second))")
        return FoundNumber(
            values: [time], unit: nil, range: start..<end, kind: .time,
            parts: [value, minute.value, second].enumerated().filter { $0.offset == 0 || $0.element != 0 }
                .map { String($0.element) })
    }

    /// A half of the day.
    enum Half {
        case morning, afternoon

        /// The hour of the day that an hour of the half is: 12 am is midnight, 12 pm is noon.
        func hour(_ hour: Int) -> Int { self == .afternoon ? hour % 12 + 12 : hour % 12 }
    }

    /// The half of the day that is said once for two times: behind the first of `6-7pm`, `6:30 to 7 pm`.
    func half(ofRangeAt start: Int) -> Half? {
        var index = start + TextSpace.width(in: bytes, at: start, before: run.upperBound)
        let between = word(behind: index, afterSpace: false)
        if byte(at: index) == UInt8(ascii: "-") {
            index += 1
        } else if index + 3 <= run.upperBound, bytes[index..<(index + 3)].elementsEqual("–".utf8) {
            index += 3
        } else if (1...5).contains(between.word.utf8.count), index > start {
            index = between.end
        } else {
            return nil
        }
        index += TextSpace.width(in: bytes, at: index, before: run.upperBound)
        guard let hour = digits(at: index), (1...12).contains(hour.value) else { return nil }
        var end = hour.end
        if byte(at: end) == UInt8(ascii: ":"), let minute = digits(at: end + 1), minute.count == 2 { end = minute.end }
        let word = word(behind: end).word
        if vocabulary.afternoon.contains(word) { return .afternoon }
        return vocabulary.morning.contains(word) ? .morning : nil
    }

    /// `:05` behind minutes, or ` min 5 s`.
    ///
    /// - Parameter isSigned: whether letters part the numbers, as the one behind the hour does.
    private func seconds(behind start: Int, isSigned: Bool) -> (value: Int, end: Int, isSigned: Bool)? {
        if !isSigned {
            guard byte(at: start) == UInt8(ascii: ":"), let second = digits(at: start + 1), second.count == 2,
                second.value < 60
            else { return nil }
            return (second.value, second.end, false)
        }
        let sign = word(behind: start)
        guard ["min", "mn", "m"].contains(sign.word) else { return nil }
        let space = TextSpace.width(in: bytes, at: sign.end, before: run.upperBound)
        guard let second = digits(at: sign.end + space), second.value < 60 else { return (0, sign.end, true) }
        let unit = word(behind: second.end)
        return ["s", "sec"].contains(unit.word) ? (second.value, unit.end, true) : (0, sign.end, true)
    }

    /// Whether `am` or `pm` follows without a space.
    private func isHalf(_ end: Int) -> Bool {
        let word = word(behind: end).word
        return vocabulary.morning.contains(word) || vocabulary.afternoon.contains(word)
    }

    /// `2026年1月2日` and `2026年1月`, as Chinese and Japanese write dates.
    func ideographicDate(at start: Int) -> FoundNumber? {
        guard let year = digits(at: start), year.count == 4, let monthStart = behind("年", at: year.end),
            let month = digits(at: monthStart), (1...12).contains(month.value),
            let monthEnd = behind("月", at: month.end)
        else { return nil }
        let parts = [String(year.value), "m\(month.value)"]
        if let day = digits(at: monthEnd), (1...31).contains(day.value), let end = behind("日", at: day.end) {
            return FoundNumber(
                values: [Self.iso(year.value, month.value, day.value)], unit: nil, range: start..<end, kind: .date,
                parts: parts + [String(day.value)])
        }
        return FoundNumber(
            values: ["\(year.value)-\(Self.padded(month.value))"], unit: nil, range: start..<monthEnd, kind: .date,
            parts: parts)
    }

    /// The offset behind a sign, with the space that may stand before it and behind it.
    private func behind(_ sign: String, at start: Int) -> Int? {
        let first = start + TextSpace.width(in: bytes, at: start, before: run.upperBound)
        let end = first + sign.utf8.count
        guard end <= run.upperBound, bytes[first..<end].elementsEqual(sign.utf8) else { return nil }
        let next = end + TextSpace.width(in: bytes, at: end, before: run.upperBound)
        return byte(at: next)?.isASCIIDigit == true ? next : end
    }

    // MARK: Months by name

    /// The date that a number belongs to: `2 janvier 2026`, `January 2nd, 2026`, `January 2026`, `2. Januar 2026`,
    /// `2 de enero de 2026`.
    func date(_ number: Int, at range: Range<Int>) -> FoundNumber? {
        if vocabulary.months.isEmpty { return nil }
        let before = monthBefore(range.lowerBound)
        if let before, range.count == 4, (1000..<3000).contains(number) {
            let value = "\(number)-\(Self.padded(before.month))"
            return FoundNumber(
                values: [value], unit: nil, range: before.start..<range.upperBound, kind: .date,
                parts: [String(number), "m\(before.month)"])
        }
        guard (1...31).contains(number), range.count <= 2 else { return nil }
        let end = ordinalEnd(range.upperBound)
        if let (month, after) = monthBehind(end) {
            return full(number, month, from: range.lowerBound, to: after)
        }
        return before.map { full(number, $0.month, from: $0.start, to: end) }
    }

    /// A day and a month, and the year that may follow.
    private func full(_ day: Int, _ month: Int, from start: Int, to end: Int) -> FoundNumber {
        var index = end
        if byte(at: index) == UInt8(ascii: ".") { index += 1 }
        if byte(at: index) == UInt8(ascii: ",") { index += 1 }
        let joint = word(behind: index)
        if Self.joints.contains(joint.word) { index = joint.end }
        index += TextSpace.width(in: bytes, at: index, before: run.upperBound)
        guard index > end, let year = digits(at: index), year.count == 4, (1000..<3000).contains(year.value) else {
            return FoundNumber(
                values: ["--\(Self.padded(month))-\(Self.padded(day))"], unit: nil, range: start..<end, kind: .date,
                parts: ["m\(month)", String(day)])
        }
        return FoundNumber(
            values: [Self.iso(year.value, month, day)], unit: nil, range: start..<year.end, kind: .date,
            parts: [String(year.value), "m\(month)", String(day)])
    }

    /// Behind `1er`, `2nd`, `3rd of`, `2.`, `2 de`, `1º de`.
    private func ordinalEnd(_ start: Int) -> Int {
        var end = start
        let word = word(behind: end, afterSpace: false)
        if ["st", "nd", "rd", "th", "er", "e", "ère", "º", "ª"].contains(word.word) {
            end = word.end
        } else if byte(at: end) == UInt8(ascii: ".") {
            // A sentence may end in a number: what follows has to be a month, in the same line.
            end += 1
        }
        let next = self.word(behind: end)
        return Self.joints.contains(next.word) ? next.end : end
    }

    /// What stands between a day and its month, and between a month and its year.
    private static let joints: Set<String> = ["of", "de", "del"]

    private func monthBehind(_ start: Int) -> (month: Int, end: Int)? {
        let (word, end) = word(behind: start)
        guard let month = vocabulary.months[word] else { return nil }
        return (month, byte(at: end) == UInt8(ascii: ".") ? end + 1 : end)
    }

    private func monthBefore(_ start: Int) -> (month: Int, start: Int)? {
        var end = start
        while end > run.lowerBound, !bytes[end - 1].isASCIIAlphanumeric, start - end < 4 { end -= 1 }
        guard end < start, start - end <= 4 else { return nil }
        var index = end
        while index > run.lowerBound, bytes[index - 1].isASCIILetter || bytes[index - 1] >= 0x80, end - index < 16 {
            index -= 1
        }
        let word = String(decoding: bytes[index..<end], as: UTF8.self).lowercased()
        return vocabulary.months[word].map { ($0, index) }
    }

    // MARK: Bytes

    private func byte(at index: Int) -> UInt8? { index < run.upperBound ? bytes[index] : nil }

    private func digits(at start: Int) -> (value: Int, count: Int, end: Int)? {
        var end = start
        while end < run.upperBound, end - start < 9, bytes[end].isASCIIDigit { end += 1 }
        guard end > start, let value = Int(String(decoding: bytes[start..<end], as: UTF8.self)) else { return nil }
        return (value, end - start, end)
    }

    /// The word behind an offset in small letters, points between its letters included.
    private func word(behind start: Int, afterSpace: Bool = true) -> (word: String, end: Int) {
        let space = afterSpace ? TextSpace.width(in: bytes, at: start, before: run.upperBound) : 0
        let first = start + space
        var end = first
        while end < run.upperBound, end - first < 16, bytes[end] != 0xC2, bytes[end] != 0xE2,
            bytes[end].isASCIILetter || bytes[end] >= 0x80
                || bytes[end] == UInt8(ascii: ".") && end + 1 < run.upperBound && bytes[end + 1].isASCIILetter
        {
            end += 1
        }
        return (String(decoding: bytes[first..<end], as: UTF8.self).lowercased(), end)
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)-\(padded(month))-\(padded(day))"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
