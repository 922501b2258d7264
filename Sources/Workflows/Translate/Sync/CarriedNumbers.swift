import Sources
import Values

/// How the numbers of a language are read and written, as far as `translations sync` carries them over.
struct CarriedNumbers {
    private let decimal: UInt8
    private let group: [UInt8]

    init(_ language: LanguageTag) {
        let symbols = FormatSymbols(language)
        decimal = symbols.decimal.utf8.count == 1 ? symbols.decimal.utf8.first ?? 0x2E : 0x2E
        group = Array(symbols.group.utf8)
    }

    /// The number that begins at an offset and stands alone: its bytes, and what it says; nil where there is none.
    func number(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int) -> (end: Int, text: String)? {
        var digits: [UInt8] = []
        var index = start
        func isDigit(_ index: Int) -> Bool { index < limit && bytes[index].isASCIIDigit }
        while isDigit(index) {
            digits.append(bytes[index])
            index += 1
        }
        let first = digits.count
        while first <= 3, let width = groupWidth(bytes, index, limit),
            (0..<3).allSatisfy({ isDigit(index + width + $0) }),
            !isDigit(index + width + 3)
        {
            digits += bytes[(index + width)..<(index + width + 3)]
            index += width + 3
        }
        if index < limit, bytes[index] == decimal, isDigit(index + 1) {
            digits.append(0x2E)
            index += 1
            while isDigit(index) {
                digits.append(bytes[index])
                index += 1
            }
        }
        let after = index < limit ? bytes[index] : 0x20
        let next = index + 1 < limit ? bytes[index + 1] : 0x20
        // A version, a time, a date or a word is no number.
        let isPart = ".,:/-".utf8.contains(after) && next.isASCIIAlphanumeric
        return after.isASCIIAlphanumeric || after == UInt8(ascii: "_") || isPart
            ? nil : (index, String(decoding: digits, as: UTF8.self))
    }

    /// The width of what groups digits at an offset; a plain space does where the language has another one.
    private func groupWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Int? {
        guard index < limit else { return nil }
        if bytes[index...].prefix(group.count).elementsEqual(group) { return group.count }
        guard group.first == 0xE2 || group.first == 0xC2 else { return nil }
        if bytes[index] == 0x20 { return 1 }
        if bytes[index...].prefix(2).elementsEqual([0xC2, 0xA0]) { return 2 }
        return bytes[index...].prefix(3).elementsEqual([0xE2, 0x80, 0xAF]) ? 3 : nil
    }

    /// A number as it is written in the place of another one: grouped as that one, or as the source has it where that one
    /// is too short to tell.
    func written(_ number: String, inPlaceOf old: ArraySlice<UInt8>, like source: String) -> [UInt8] {
        let parts = number.split(separator: ".", maxSplits: 1)
        let whole = Array((parts.first ?? "").utf8)
        let own = old.prefix { $0 != decimal }
        let sign = own.filter { !$0.isASCIIDigit }
        let isShort = own.count(where: \.isASCIIDigit) < 4
        let isGrouped = isShort ? source.utf8.prefix { $0.isASCIIDigit }.count < whole.count : !sign.isEmpty
        let used = sign.isEmpty ? group[...] : own.drop { $0.isASCIIDigit }.prefix { !$0.isASCIIDigit }
        var text: [UInt8] = []
        for (index, digit) in whole.enumerated() {
            if isGrouped, index > 0, (whole.count - index) % 3 == 0 { text += used }
            text.append(digit)
        }
        if parts.count > 1 { text += [decimal] + parts[1].utf8 }
        return text
    }
}
