import Sources

/// The units that stand around numbers.
extension NumberReader {
    /// A unit and its bytes.
    struct Unit {
        let name: String
        let range: Range<Int>

        func whole(with number: Range<Int>) -> Range<Int> {
            min(number.lowerBound, range.lowerBound)..<max(number.upperBound, range.upperBound)
        }
    }

    /// The unit that a word behind a number is.
    func unit(_ word: String, _ end: Int, _ block: Range<Int>) -> Unit? {
        let start = end - word.utf8.count
        // `G` and `M` are no small `g` and `m`.
        let lower = word.utf8.count > 1 || "shdj".contains(word.lowercased()) ? word.lowercased() : word
        if let name = units[word] ?? units[lower] ?? MeasuringUnits.signs[word] {
            let next = self.word(behind: end, in: block)
            let isWorking = name == "d" && MeasuringUnits.working.contains(next.word.lowercased())
            return isWorking ? Unit(name: "workday", range: start..<next.end) : Unit(name: name, range: start..<end)
        }
        return nil
    }

    /// The unit of time that is the second word behind a number, as in “3 business days”; “5 a day” has none.
    func laterUnit(_ word: String, _ end: Int, _ block: Range<Int>) -> Unit? {
        let lower = word.lowercased()
        guard !word.isEmpty, word.utf8.count <= 16, end < block.upperBound, text.bytes[end] == 0x20,
            !rates.contains(lower), vocabulary.numbers[lower] == nil, case let next = self.word(behind: end, in: block),
            let name = units[next.word.lowercased()], MeasuringUnits.times.contains(name)
        else { return nil }
        let isWorking = name == "d" && MeasuringUnits.working.contains(lower)
        return Unit(name: isWorking ? "workday" : name, range: (end - word.utf8.count)..<next.end)
    }

    /// The sign of a currency before or behind a number, or of degrees behind it.
    func sign(around range: Range<Int>, _ block: Range<Int>) -> Unit? {
        let bytes = text.bytes
        let behind = range.upperBound + TextSpace.width(in: bytes, at: range.upperBound, before: block.upperBound)
        func follows(_ sign: String) -> Bool {
            behind + sign.utf8.count <= block.upperBound
                && bytes[behind..<(behind + sign.utf8.count)].elementsEqual(sign.utf8)
        }
        for sign in Self.currencies {
            let width = sign.utf8.count
            if range.lowerBound - width >= block.lowerBound,
                bytes[(range.lowerBound - width)..<range.lowerBound].elementsEqual(sign.utf8)
            {
                return Unit(name: sign, range: (range.lowerBound - width)..<range.lowerBound)
            }
            if follows(sign) { return Unit(name: sign, range: behind..<(behind + width)) }
        }
        return MeasuringUnits.degrees.first(where: follows).map {
            Unit(name: $0, range: behind..<(behind + $0.utf8.count))
        }
    }

    private static let currencies = ["$", "€", "£", "¥"]
}
