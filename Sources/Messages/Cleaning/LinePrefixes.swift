import Sources

/// What stands before every line of a message and is none of it: `npm error`, a time, `web-1 |`, `hint:`, `>`.
///
/// Nobody could list all programs. So it is what lines that follow one another begin with alike, word by word, whatever
/// their digits; it must not be all of both lines.
enum LinePrefixes {
    /// A prefix has at most so many words, and is at most so long.
    private static let mostWords = 6
    private static let longest = 120
    private static let levels: Set<String> = [
        // The parts of a line that a container's runtime cut, and levels of one letter.
        "p", "f", "i", "w", "e", "d",
        "info", "warn", "warning", "error", "err", "debug", "trace", "fatal", "notice", "critical", "stderr", "stdout",
    ]

    /// The prefixes of a message's lines, in their order: from the beginning of the line to what follows them.
    static func find(in message: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        guard let first = message.firstOffset(of: 0x0A), first + 1 < message.count else { return [] }
        var prefixes: [Range<Int>] = []
        var lines: [Line] = []
        var start = 0
        while start < message.count {
            let end = message.firstOffset(of: 0x0A, from: start) ?? message.count
            lines.append(Line(message, start..<end))
            start = end + 1
            // Three lines are enough to tell of the middle one.
            if lines.count > 2 {
                if let prefix = prefix(of: 1, among: lines, message) { prefixes.append(prefix) }
                lines.removeFirst()
            } else if lines.count == 2, prefixes.isEmpty, let prefix = prefix(of: 0, among: lines, message) {
                prefixes.append(prefix)
            }
        }
        if lines.count > 1, let prefix = prefix(of: lines.count - 1, among: lines, message) { prefixes.append(prefix) }
        return prefixes
    }

    /// A line and its first words.
    private struct Line {
        let range: Range<Int>
        var words: [Range<Int>] = []

        init(_ message: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            self.range = range
            var index = range.lowerBound
            let last = min(range.upperBound, range.lowerBound + LinePrefixes.longest)
            while index < last, words.count <= LinePrefixes.mostWords {
                while index < last, case let length = message.spaceLength(at: index), length > 0 { index += length }
                let start = index
                while index < last, message.spaceLength(at: index) == 0 { index += 1 }
                if index > start { words.append(start..<index) }
            }
        }
    }

    private static func prefix(
        of number: Int, among lines: [Line], _ message: UnsafeBufferPointer<UInt8>
    ) -> Range<Int>? {
        let line = lines[number]
        var count = 0
        for neighbour in [number - 1, number + 1] where lines.indices.contains(neighbour) {
            let common = common(line, lines[neighbour], message)
            if common > 0, count == 0 || common < count { count = common }
        }
        guard count > 0 else { return nil }
        let end = count < line.words.count ? line.words[count].lowerBound : line.range.upperBound
        return line.range.lowerBound..<end
    }

    private static func isLevel(_ word: Range<Int>, _ message: UnsafeBufferPointer<UInt8>) -> Bool {
        word.count < 12
            && levels.contains(String(decoding: message[word].filter(\.isASCIILetter), as: UTF8.self).lowercased())
    }

    /// How many words two lines begin with alike; none where that is all of a line that says something.
    private static func common(_ first: Line, _ second: Line, _ message: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        while count < min(first.words.count, second.words.count, mostWords),
            isAlike(first.words[count], second.words[count], message)
        {
            count += 1
        }
        return count == first.words.count && count == second.words.count ? 0 : count
    }

    /// Whether two words are the same but for their digits, or both say how grave a line is.
    private static func isAlike(
        _ first: Range<Int>, _ second: Range<Int>, _ message: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var (left, right) = (first.lowerBound, second.lowerBound)
        while left < first.upperBound, right < second.upperBound {
            if message[left].isASCIIDigit, message[right].isASCIIDigit {
                while left < first.upperBound, message[left].isASCIIDigit { left += 1 }
                while right < second.upperBound, message[right].isASCIIDigit { right += 1 }
            } else if message[left] == message[right] {
                left += 1
                right += 1
            } else {
                return isLevel(first, message) && isLevel(second, message)
            }
        }
        return left == first.upperBound && right == second.upperBound
            || isLevel(first, message) && isLevel(second, message)
    }
}
