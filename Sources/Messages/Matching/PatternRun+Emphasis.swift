import Sources

/// Signs around a value that emphasise it, or more than it.
extension PatternRun {
    /// So far the counterpart of an emphasis is looked for.
    private static let longestLine = 1024

    /// A value without the signs that emphasise it or more than it: `**… 1.2**`. Where a sign has no counterpart,
    /// something was masked: `12**`.
    func withoutEmphasis(_ text: String, _ range: Range<Int>) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        // A name of Python's own.
        if text.hasPrefix("__"), text.hasSuffix("__"), text.utf8.count > 4, text.utf8.allSatisfy(\.isTokenPart),
            cut.message[..<range.lowerBound].endsWithQuote
        {
            return String(text)
        }
        while let last = text.last, Self.isSign(last), let first = text.first {
            let run = text.reversed().prefix { $0 == last }.count
            guard run < text.count else { break }
            let start = first == last ? text.prefix { $0 == last }.count : 0
            if start > 0 {
                let both = min(start, run)
                text = text.dropFirst(both).dropLast(both)
            } else if isApart(text.dropLast(run)) || isOpen(last, run, before: range.lowerBound) {
                text = text.dropLast(run)
            } else {
                break
            }
        }
        while let first = text.first, Self.isSign(first) {
            let run = text.prefix { $0 == first }.count
            guard run < text.count, isClosed(first, run, behind: range.upperBound) else { break }
            text = text.dropFirst(run)
        }
        return String(text)
    }

    /// Where the rest of a line ends for a value in it: where an emphasis ends that begins before it.
    func emphasisEnd(_ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            let sign = Character(Unicode.Scalar(cut.message[index]))
            guard Self.isSign(sign) else {
                index += 1
                continue
            }
            var end = index
            while end < range.upperBound, cut.message[end] == cut.message[index] { end += 1 }
            let isInWord =
                index > 0 && cut.message[index - 1].isWordPart && end < cut.message.count && cut.message[end].isWordPart
            if !isInWord, index > range.lowerBound, isOpen(sign, end - index, before: range.lowerBound) { return index }
            index = end
        }
        return range.upperBound
    }

    /// Whether signs behind a text stand for another value.
    private func isApart(_ text: Substring) -> Bool {
        text.last?.isWhitespace == true && !text.allSatisfy(\.isWhitespace)
    }

    private static func isSign(_ character: Character) -> Bool {
        character == "*" || character == "_" || character == "~"
    }

    private func isOpen(_ sign: Character, _ length: Int, before offset: Int) -> Bool {
        let first = max(0, offset - Self.longestLine)
        // One sign alone at the beginning of a line begins an item.
        let start = length > 1 ? first : cut.message[first..<offset].lastIndex(of: 0x0A) ?? first
        return runs(of: sign, length, in: start..<offset) % 2 == 1
    }

    private func isClosed(_ sign: Character, _ length: Int, behind offset: Int) -> Bool {
        let last = min(cut.message.count, offset + Self.longestLine)
        let end = cut.message[offset..<last].firstIndex(of: 0x0A) ?? last
        return runs(of: sign, length, in: offset..<end) % 2 == 1
    }

    /// How often so many of a sign stand in a row, but not in the midst of a word.
    private func runs(of sign: Character, _ length: Int, in range: Range<Int>) -> Int {
        let message = cut.message
        guard let byte = sign.asciiValue else { return 0 }
        var (count, index) = (0, range.lowerBound)
        while index < range.upperBound {
            let start = index
            while index < range.upperBound, message[index] == byte { index += 1 }
            if index - start == length {
                let isInWord =
                    start > 0 && message[start - 1].isWordPart && index < message.count && message[index].isWordPart
                if !isInWord { count += 1 }
            }
            index = max(index, start + 1)
        }
        return count
    }
}
