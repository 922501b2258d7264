import Sources

/// Lines that a terminal broke.
extension ValueCut {
    private static let widths = 60...512
    /// How wide terminals are.
    private static let usualWidths: Set<Int> = [80, 100, 120, 132]
    private static let farthest = 1024
    private static let mostLines = 3

    /// Whether a terminal broke a line at its end: it is as wide as one beside it, or as terminals are, and none near is
    /// wider. The words of such a line go on in the next.
    func isWrapped(_ lineBreak: Int) -> Bool {
        var end = lineBreak
        if end > 0, message[end - 1] == 0x0D { end -= 1 }
        guard end > 0, !message[end - 1].isSpace, lineBreak < message.count, message[lineBreak] == 0x0A else {
            return false
        }
        let first = max(0, end - Self.farthest)
        let start = message[first..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? first
        let width = width(start..<end)
        guard Self.widths.contains(width), start > first || first == 0 else { return false }
        let behind = lines(from: lineBreak + 1)
        guard let next = behind.first, next > 0, !message[lineBreak + 1].isSpace else { return false }
        // What begins as the line does is another line of a log.
        let beginning = message[(lineBreak + 1)...].prefix(min(4, next))
        if message[start..<end].starts(with: beginning) { return false }
        let before = lines(before: start)
        // How wide terminals are tells less than another line.
        let byte = message[lineBreak + 1]
        let isUsual =
            Self.usualWidths.contains(width)
            && (byte.isASCIILetter && byte == byte.asciiLowercased || byte.isOne(of: "/._=&%?-"))
        return (before + behind).allSatisfy { $0 <= width } && (isUsual || before.last == width || next == width)
    }

    private func width(_ range: Range<Int>) -> Int { message[range].count { $0 & 0xC0 != 0x80 && $0 != 0x0D } }

    /// How wide some lines are from an offset on.
    private func lines(from offset: Int) -> [Int] {
        var widths: [Int] = []
        var start = offset
        let last = min(message.count, offset + Self.farthest)
        while start < last, widths.count < Self.mostLines {
            let end = message[start..<last].firstIndex(of: 0x0A) ?? last
            widths.append(width(start..<end))
            start = end + 1
        }
        return widths
    }

    /// The same of those before a line.
    private func lines(before offset: Int) -> [Int] {
        var widths: [Int] = []
        var end = offset - 1
        let first = max(0, offset - Self.farthest)
        while end >= first, widths.count < Self.mostLines {
            let start = message[first..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? first
            widths.insert(width(start..<end), at: 0)
            end = start - 1
        }
        return widths
    }
}
