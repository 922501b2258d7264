import Sources
import Values

/// Where values may end in a cleaned message, by their types. Every scan is bounded, whatever the message.
struct MessageScan {
    let text: [UInt8]

    /// The longest name or address, and the longest free text.
    private static let longestWord = 256
    private static let longestText = 512
    private static let longestNumber = 40
    /// A name may be broken over so many lines.
    private static let mostBreaks = 2

    /// A literal at a place: where it ends, or nil.
    ///
    /// White space in it must meet white space, or punctuation on one side. In the message, a line break may stand
    /// anywhere (terminals break words), and a space beside punctuation.
    func literal(_ bytes: [UInt8], at start: Int) -> Int? {
        var index = start
        for byte in bytes {
            if byte == 0x20 {
                if index < text.count, text[index].isBlank {
                    index += 1
                } else if isInWord(index) {
                    return nil
                }
                continue
            }
            if index < text.count, text[index].isBlank, text[index] == 0x0A || !joins(index) { index += 1 }
            guard index < text.count, text[index].asciiLowercased == byte else { return nil }
            index += 1
        }
        return index
    }

    /// Where a value of a type may end that begins at a place, the likeliest end first. A choice is not among them.
    func ends(_ type: ValueType, at start: Int) -> [Int] {
        switch type {
        case .text: textEnds(start)
        case .identifier: wordEnds(start, Self.isIdentifier) { $0.isASCIIAlphanumeric }
        case .url: wordEnds(start, Self.isAddress) { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "/") }
        case .date: wordEnds(start, Self.isIdentifier) { $0.isASCIIDigit }
        case .integer: numberEnds(start, separators: ", ").filter(isNumberEnd)
        case .decimal: numberEnds(start, separators: ", .").filter(isNumberEnd)
        case .percent: numberEnds(start, separators: ", .").compactMap(percentEnd)
        case .duration: durationEnds(start)
        case .choice, .table, .chart: []
        }
    }

    /// Whether nothing parts what stands before a place from what stands behind it.
    func isInWord(_ index: Int) -> Bool {
        index > 0 && index < text.count && text[index - 1].isWordPart && text[index].isWordPart
    }

    /// Whether a blank stands between two words.
    private func joins(_ index: Int) -> Bool {
        index > 0 && index + 1 < text.count && text[index - 1].isWordPart && text[index + 1].isWordPart
    }

    // MARK: Words

    private static func isIdentifier(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || "-._:/@+#=".utf8.contains(byte)
    }

    private static func isAddress(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
    }

    /// The ends of words, longest first on the first line, then on those after it.
    private func wordEnds(_ start: Int, _ isPart: (UInt8) -> Bool, _ isEnd: (UInt8) -> Bool) -> [Int] {
        guard start < text.count, text[start].isASCIIAlphanumeric else { return [] }
        var ends: [Int] = []
        var index = start
        for _ in 0...Self.mostBreaks {
            var line: [Int] = []
            while index < text.count, isPart(text[index]), index - start < Self.longestWord {
                index += 1
                if isEnd(text[index - 1]), !isInWord(index) { line.append(index) }
            }
            ends += line.reversed()
            guard index + 1 < text.count, text[index] == 0x0A, isPart(text[index + 1]) else { break }
            index += 1
        }
        return ends
    }

    /// The rest of the line, then every place where what follows in the pattern might begin.
    private func textEnds(_ start: Int) -> [Int] {
        guard start < text.count else { return [] }
        let (line, last) = textReach(start)
        return ([line] + ((start + 1)...last).filter { $0 != line }).filter { $0 > start && !text[$0 - 1].isBlank }
    }

    /// The same, where it is known at which places what follows stands; they are in order.
    func textEnds(_ start: Int, at places: [Int]) -> [Int] {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle] > start { high = middle } else { low = middle + 1 }
        }
        guard low < places.count, places[low] - start <= Self.longestText else { return [] }
        let (line, last) = textReach(start)
        var ends: [Int] = []
        for place in places[low...] {
            if place > last { break }
            if place == line { ends.insert(place, at: 0) } else { ends.append(place) }
        }
        return ends
    }

    /// Where the line ends in which a text begins, and the last place that the text may reach.
    private func textReach(_ start: Int) -> (line: Int, last: Int) {
        let last = min(text.count, start + Self.longestText)
        let line = text.withUnsafeBufferPointer { text in
            UnsafeBufferPointer(rebasing: text[start..<last]).firstOffset(of: 0x0A)
        }
        return (line.map { start + $0 } ?? last, last)
    }

    /// Every place, behind something, where a literal stands.
    func places(of bytes: [UInt8]) -> [Int] {
        (1...max(1, text.count)).filter {
            $0 <= text.count && !text[$0 - 1].isBlank && literal(bytes, at: $0) != nil
        }
    }

    // MARK: Numbers

    private func afterBreak(_ index: Int) -> Int { index < text.count && text[index] == 0x0A ? index + 1 : index }

    private func isDigit(_ index: Int) -> Bool { index < text.count && text[index].isASCIIDigit }

    /// Digits, which a line break may part; nil where there are none.
    private func digits(_ start: Int) -> Int? {
        guard isDigit(start) else { return nil }
        var index = start
        while index - start < Self.longestNumber,
            isDigit(index) || (index < text.count && text[index] == 0x0A && isDigit(index + 1))
        {
            index += 1
        }
        return index
    }

    /// Digits, with what may stand between them: separators one at a time, and line breaks. Whether the groups make a
    /// number is for the type to say. The longest on the first line comes first, then those that go on behind it.
    private func numberEnds(_ start: Int, separators: String) -> [Int] {
        var index = start < text.count && text[start] == UInt8(ascii: "-") ? start + 1 : start
        guard isDigit(index) else { return [] }
        var line: [Int] = []
        var others: [Int] = []
        var isBroken = false
        while index - start < Self.longestNumber {
            while isDigit(index) { index += 1 }
            if isBroken { others.append(index) } else { line.append(index) }
            var next = afterBreak(index)
            if next < text.count, separators.utf8.contains(text[next]) { next += 1 }
            next = afterBreak(next)
            guard next > index, isDigit(next) else { break }
            isBroken = isBroken || text[index..<next].contains(0x0A)
            index = next
        }
        return line.reversed() + others.reversed()
    }

    /// A number does not end in the middle of a longer one, or of a word.
    private func isNumberEnd(_ end: Int) -> Bool {
        guard end < text.count else { return true }
        if text[end].isWordPart || text[end] == UInt8(ascii: "_") { return false }
        return !((text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ",")) && isDigit(end + 1))
    }

    private func percentEnd(_ end: Int) -> Int? {
        var index = end
        if index + 1 < text.count, text[index].isBlank, text[index + 1] == UInt8(ascii: "%") { index += 1 }
        if index < text.count, text[index] == UInt8(ascii: "%") { return index + 1 }
        return isNumberEnd(end) ? end : nil
    }

    // MARK: Durations

    private static let units = DurationUnit.names.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
        .map { Array($0.utf8) }

    /// `1m26.4s`, `2 h 30 min`: the longest first.
    private func durationEnds(_ start: Int) -> [Int] {
        var ends: [Int] = []
        var index = start
        while ends.count < 6, let end = durationPart(index) {
            ends.append(end)
            index = end < text.count && text[end].isBlank ? end + 1 : end
        }
        return ends.reversed()
    }

    private func durationPart(_ start: Int) -> Int? {
        guard var index = digits(start) else { return nil }
        let point = afterBreak(index)
        if point < text.count, text[point] == UInt8(ascii: "."), let end = digits(afterBreak(point + 1)) { index = end }
        if index < text.count, text[index].isBlank { index += 1 }
        for unit in Self.units {
            // A digit may follow at once, `1m26.4s`, but no letter.
            guard let end = literal(unit, at: index) else { continue }
            if end == text.count || !text[end].isWordPart || isDigit(end) { return end }
        }
        return nil
    }
}
