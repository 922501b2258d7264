import Sources

/// The numbers of a text, as each language writes them: `1 000`, `1,000` and `1000` are one number.
struct NumberReader {
    /// A number and what stands behind it.
    struct Found {
        /// The digits without groups, with a point before the decimals.
        let value: String
        /// The unit by the name that all languages share; nil where none is known.
        let unit: String?
        /// The bytes of the number, in the text.
        let range: Range<Int>

        /// Whether authors may well spell it out.
        var isSmall: Bool { value.utf8.count <= 2 && (Int(value) ?? 99) <= 12 }
    }

    private let text: EditionText
    private let decimalSign: UInt8
    private let units: [String: String]

    init(_ text: EditionText) {
        self.text = text
        let writing = text.edition.language.writing
        decimalSign = writing.decimalSign.utf8.first ?? UInt8(ascii: ".")
        units = writing.units
    }

    /// The numbers in the author's words, by region.
    func read() -> [[Found]] {
        var found: [[Found]] = Array(repeating: [], count: text.regions.count)
        for block in text.blocks {
            for run in text.runs[block.runs] where run.kind == .prose {
                var index = run.range.lowerBound
                while index < run.range.upperBound {
                    guard text.bytes[index].isASCIIDigit else {
                        index += 1
                        continue
                    }
                    let (number, end) = number(at: index, in: run.range, block.range)
                    if let number { found[block.region].append(number) }
                    index = end
                }
            }
        }
        return found
    }

    private func number(at start: Int, in run: Range<Int>, _ block: Range<Int>) -> (Found?, Int) {
        let bytes = text.bytes
        var end = start
        while end < run.upperBound, bytes[end].isASCIIDigit { end += 1 }
        // A digit in a name is no number: `gpt-4o`, `H2`, `v1.2`, `fr_2`.
        if isPartOfName(start, block) { return (nil, skipName(end, run)) }
        var digits = Array(bytes[start..<end])
        if digits.count <= 3 {
            while let next = groupEnd(at: end, in: run) {
                digits += bytes[(next - 3)..<next]
                end = next
            }
        }
        if end + 1 < run.upperBound, bytes[end] == decimalSign || bytes[end] == UInt8(ascii: "."),
            bytes[end + 1].isASCIIDigit
        {
            digits.append(UInt8(ascii: "."))
            end += 1
            while end < run.upperBound, bytes[end].isASCIIDigit {
                digits.append(bytes[end])
                end += 1
            }
            while digits.last == UInt8(ascii: "0") { digits.removeLast() }
            if digits.last == UInt8(ascii: ".") { digits.removeLast() }
        }
        let (word, after) = word(behind: end, in: block)
        var value = String(decoding: digits, as: UTF8.self)
        if ["pm", "p.m"].contains(word), let hour = Int(value), hour < 12 { value = String(hour + 12) }
        let isName = word.utf8.contains { $0.isASCIIDigit }
        return (isName ? nil : Found(value: value, unit: units[word], range: start..<end), isName ? after : end)
    }

    private func isPartOfName(_ start: Int, _ block: Range<Int>) -> Bool {
        guard start > block.lowerBound else { return false }
        let before = text.bytes[start - 1]
        if before.isASCIILetter || before == UInt8(ascii: "_") { return true }
        guard start - 1 > block.lowerBound, Array("-/+.@#=&:".utf8).contains(before) else { return false }
        return text.bytes[start - 2].isASCIILetter
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
        var width = 0
        switch bytes[index] {
        case 0x20: width = 1
        case UInt8(ascii: ",") where decimalSign != UInt8(ascii: ","): width = 1
        // No-break space, and the narrow ones and the apostrophe of U+2000…U+203F.
        case 0xC2 where index + 1 < run.upperBound && bytes[index + 1] == 0xA0: width = 2
        case 0xE2
        where index + 2 < run.upperBound && bytes[index + 1] == 0x80 && [0xAF, 0x89, 0x99].contains(bytes[index + 2]):
            width = 3
        default: return nil
        }
        let end = index + width + 3
        guard end <= run.upperBound, bytes[(index + width)..<end].allSatisfy(\.isASCIIDigit),
            end == run.upperBound || !bytes[end].isASCIIDigit
        else { return nil }
        return end
    }

    /// The word or sign behind a number, with or without a space of any kind between.
    private func word(behind start: Int, in block: Range<Int>) -> (word: String, end: Int) {
        let bytes = text.bytes
        var index = start
        if index < block.upperBound, bytes[index] == 0x20 {
            index += 1
        } else if index + 1 < block.upperBound, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
            index += 2
        } else if index + 2 < block.upperBound, bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF
        {
            index += 3
        }
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
