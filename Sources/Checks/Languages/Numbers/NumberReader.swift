import Sources
import Values

/// The numbers, dates and times of a text, as each language writes them: `1 000`, `1,000` and `1000` are one number.
struct NumberReader {
    let text: EditionText
    private let decimalSign: UInt8
    let units: [String: String]
    let vocabulary: Vocabulary
    /// Words between a number and a unit that it is not counted in.
    let rates: Set<String>

    init(_ text: EditionText) {
        self.text = text
        let language = text.edition.language
        decimalSign = language.writing.decimalSign.utf8.first ?? UInt8(ascii: ".")
        units = language.writing.units
        vocabulary = language.vocabulary
        rates = Set(language.writing.commonWords).union(["per", "par", "pro", "je", "al", "por", "each", "every"])
    }

    /// The numbers in the author's words, by region.
    func read() -> [[FoundNumber]] {
        var found: [[FoundNumber]] = Array(repeating: [], count: text.regions.count)
        for (position, block) in text.blocks.enumerated() {
            for run in text.runs[block.runs] where run.kind == .prose {
                var index = run.range.lowerBound
                while index < run.range.upperBound {
                    guard text.bytes[index].isASCIIDigit else {
                        index += 1
                        continue
                    }
                    let (number, end) = number(at: index, in: run.range, block.range)
                    if var number {
                        number.block = position
                        found[block.region].append(number)
                    }
                    index = end
                }
            }
        }
        return found
    }

    private func number(at start: Int, in run: Range<Int>, _ block: Range<Int>) -> (FoundNumber?, Int) {
        // A digit in a name is no number: `gpt-4o`, `H2`, `v3`, `fr_2`.
        if isPartOfName(start, block) { return (nil, skipName(start, run)) }
        let dates = DateReader(bytes: text.bytes, run: run, vocabulary: vocabulary)
        if let date = dates.ideographicDate(at: start) { return (date, date.range.upperBound) }
        if let date = dates.numericDate(at: start) { return (date, date.range.upperBound) }
        if let time = dates.clockTime(at: start) { return (time, time.range.upperBound) }
        if let end = listedEnd(at: start, in: run) { return (listed(start..<end), end) }
        let (digits, end) = digits(at: start, in: run)
        if let whole = Int(digits), let date = dates.date(whole, at: start..<end) {
            return (date, date.range.upperBound)
        }
        return measure(digits, start..<end, block)
    }

    /// The end of a number in a list without spaces, `3,4,5`: no language has two decimal signs in a number.
    private func listedEnd(at start: Int, in run: Range<Int>) -> Int? {
        let comma = UInt8(ascii: ",")
        func numberEnd(_ start: Int) -> Int? {
            var end = start
            while end < run.upperBound, text.bytes[end].isASCIIDigit { end += 1 }
            return end > start ? end : nil
        }
        guard let end = numberEnd(start) else { return nil }
        func isComma(_ index: Int) -> Bool { index < run.upperBound && text.bytes[index] == comma }
        func isBehindComma(_ index: Int) -> Bool {
            index - 1 > run.lowerBound && text.bytes[index - 1] == comma && text.bytes[index - 2].isASCIIDigit
        }
        // Groups of three are one number.
        func isGroup(_ range: Range<Int>) -> Bool { range.count == 3 }
        if isBehindComma(start) { return isGroup(start..<end) && !isComma(end) ? nil : end }
        guard isComma(end), let second = numberEnd(end + 1), isComma(second), let third = numberEnd(second + 1),
            !isGroup((end + 1)..<second) || !isGroup((second + 1)..<third)
        else { return nil }
        return end
    }

    private func listed(_ range: Range<Int>) -> FoundNumber {
        FoundNumber(
            values: [String(decoding: text.bytes[range], as: UTF8.self)], unit: nil, range: range, kind: .number)
    }

    /// The digits without groups, with a point before the decimals; what has other points is a version, and begins
    /// with `v`.
    private func digits(at start: Int, in run: Range<Int>) -> (String, Int) {
        let bytes = text.bytes
        var end = start
        while end < run.upperBound, bytes[end].isASCIIDigit { end += 1 }
        var digits = Array(bytes[start..<end])
        if digits.count <= 3 {
            while let next = groupEnd(at: end, in: run) {
                digits += bytes[(next - 3)..<next]
                end = next
            }
        }
        var isVersion = false
        var points = 0
        while end + 1 < run.upperBound, bytes[end + 1].isASCIIDigit,
            bytes[end] == UInt8(ascii: ".") || bytes[end] == decimalSign && points == 0
        {
            isVersion = isVersion || points > 0 || bytes[end] != decimalSign
            points += 1
            digits.append(UInt8(ascii: "."))
            end += 1
            while end < run.upperBound, bytes[end].isASCIIDigit {
                digits.append(bytes[end])
                end += 1
            }
        }
        return ((isVersion ? "v" : "") + String(decoding: digits, as: UTF8.self), end)
    }

    /// A number with what stands around it: a unit, a currency, “million”, “pm”.
    private func measure(_ digits: String, _ range: Range<Int>, _ block: Range<Int>) -> (FoundNumber?, Int) {
        let (word, after) = word(behind: range.upperBound, in: block)
        if word.utf8.contains(where: \.isASCIIDigit) { return (nil, after) }
        var values = [digits]
        if digits.utf8.contains(UInt8(ascii: ".")), !digits.hasPrefix("v") {
            var decimals = Substring(digits)
            while decimals.last == "0" { decimals.removeLast() }
            if decimals.last == "." { decimals.removeLast() }
            values = [String(decimals), "v\(digits)"]
        }
        var end = range.upperBound
        let isAttached = after - word.utf8.count == end
        let lower = word.lowercased()
        if let times = vocabulary.numbers[lower] ?? (isAttached ? Self.multiples[word] : nil), times >= 1000,
            let value = Double(digits.drop { $0 == "v" }), value < 1e9
        {
            values = [Self.text(value * Double(times))] + (isAttached ? values : [])
            end = isAttached ? end : after
        } else if let hour = Int(digits), (1...12).contains(hour) {
            // 12 am is midnight, 12 pm is noon.
            if vocabulary.afternoon.contains(lower) { values = [String(hour % 12 + 12)] }
            if vocabulary.morning.contains(lower) { values = [String(hour % 12)] }
        } else if isAttached, word == "s", let year = Int(digits), year % 10 == 0 {
            // “1990s” and “années 90”.
            values.append(year >= 1000 ? String(year % 100) : String(1900 + year))
        }
        if let year = secondYear(digits, range) { values.append(year) }
        if values == [digits], let hour = Int(digits), (1...12).contains(hour),
            let half = DateReader(bytes: text.bytes, run: block, vocabulary: vocabulary).half(
                ofRangeAt: range.upperBound)
        {
            values.insert(String(half.hour(hour)), at: 0)
        }
        let measured = unit(word, after, block) ?? sign(around: range, block) ?? laterUnit(word, after, block)
        let unit = measured?.name
        // `1,2` may be two numbers.
        let parts = text.bytes[range].split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
        return (
            FoundNumber(
                values: values, unit: unit, range: range.lowerBound..<end, kind: .number,
                parts: parts.count == 2 && decimalSign == UInt8(ascii: ",") && unit == nil ? parts : [],
                whole: measured?.whole(with: range)), end
        )
    }

    /// The year that two digits behind another stand for: `2016-17`, `2016–17`.
    private func secondYear(_ digits: String, _ range: Range<Int>) -> String? {
        let before = text.bytes[..<range.lowerBound]
        let sign = before.suffix(3).elementsEqual("–".utf8) ? 3 : "-/".utf8.contains(before.last ?? 0) ? 1 : 0
        let year = before.dropLast(sign).suffix(4)
        guard digits.utf8.count == 2, sign > 0, year.count == 4, year.allSatisfy(\.isASCIIDigit),
            !(before.dropLast(sign + 4).last?.isASCIIAlphanumeric ?? false)
        else { return nil }
        return String(decoding: year.prefix(2), as: UTF8.self) + digits
    }

    /// What a letter right behind a number multiplies it by.
    private static let multiples = ["K": 1000, "k": 1000, "M": 1_000_000]

    private static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    private func isPartOfName(_ start: Int, _ block: Range<Int>) -> Bool {
        guard start > block.lowerBound else { return false }
        let before = text.bytes[start - 1]
        if isBehindVersionSign(start, block) { return false }
        if before.isASCIILetter || before == UInt8(ascii: "_") { return true }
        // A person's or a channel's name begins with a sign: `@18F`, `#1day`; `#12` is a number.
        if before == UInt8(ascii: "@") || before == UInt8(ascii: "#"),
            text.bytes[start..<skipName(start, block)].contains(where: \.isASCIILetter)
        {
            return true
        }
        guard start - 1 > block.lowerBound, before.isOne(of: "-/+.@#=&:") else { return false }
        return text.bytes[start - 2].isASCIILetter
    }

    /// Whether a `v` alone stands before digits with a point: `v1.2` is “version 1.2” in another language.
    private func isBehindVersionSign(_ start: Int, _ block: Range<Int>) -> Bool {
        let bytes = text.bytes
        guard bytes[start - 1] | 0x20 == UInt8(ascii: "v"),
            start - 1 == block.lowerBound || bytes[start - 2].isSpace || bytes[start - 2] == UInt8(ascii: "(")
        else { return false }
        let end = bytes[start..<block.upperBound].firstIndex { !$0.isASCIIDigit } ?? block.upperBound
        return end + 1 < block.upperBound && bytes[end] == UInt8(ascii: ".") && bytes[end + 1].isASCIIDigit
    }

    private func skipName(_ start: Int, _ run: Range<Int>) -> Int {
        var end = start
        while end < run.upperBound, text.bytes[end].isWordPart || text.bytes[end] == UInt8(ascii: ".") { end += 1 }
        return max(end, start)
    }

    /// The end of a group of three digits, with the sign before it that parts groups in the language.
    private func groupEnd(at index: Int, in run: Range<Int>) -> Int? {
        let bytes = text.bytes
        guard index < run.upperBound else { return nil }
        var width = TextSpace.width(in: bytes, at: index, before: run.upperBound)
        if width == 0 {
            let isComma = bytes[index] == UInt8(ascii: ",") && decimalSign != UInt8(ascii: ",")
            // The apostrophe of Switzerland.
            let isApostrophe = bytes[index...].starts(with: [0xE2, 0x80, 0x99])
            width = isComma ? 1 : isApostrophe ? 3 : 0
        }
        let end = index + width + 3
        guard width > 0, end <= run.upperBound, bytes[(index + width)..<end].allSatisfy(\.isASCIIDigit),
            end == run.upperBound || !bytes[end].isASCIIDigit
        else { return nil }
        return end
    }

    /// The word or sign behind a number, with or without a space of any kind between.
    func word(behind start: Int, in block: Range<Int>) -> (word: String, end: Int) {
        let bytes = text.bytes
        let index = start + TextSpace.width(in: bytes, at: start, before: block.upperBound)
        var end = index
        while end < block.upperBound, end - index < 24,
            bytes[end] == UInt8(ascii: "%") || bytes[end].isWordPart || isPointBetweenLetters(end, block)
        {
            // The spaces that are made of several bytes end a word.
            if bytes[end] == 0xC2 || bytes[end] == 0xE2 { break }
            end += 1
        }
        return (String(decoding: bytes[index..<end], as: UTF8.self), end)
    }

    private func isPointBetweenLetters(_ index: Int, _ block: Range<Int>) -> Bool {
        text.bytes[index] == UInt8(ascii: ".") && index > block.lowerBound && index + 1 < block.upperBound
            && text.bytes[index - 1].isASCIILetter && text.bytes[index + 1].isASCIILetter
    }
}

/// Spaces of any kind in bytes of UTF-8.
enum TextSpace {
    /// How many bytes the space at an offset takes; 0 where there is none.
    static func width(in bytes: [UInt8], at index: Int, before end: Int) -> Int {
        guard index < end else { return 0 }
        switch bytes[index] {
        case 0x20: return 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: return 2
        // The thin space and the narrow no-break space.
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && [0xAF, 0x89].contains(bytes[index + 2]): return 3
        default: return 0
        }
    }
}
