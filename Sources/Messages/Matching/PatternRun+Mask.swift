import Sources
import Values

/// What stands in the place of a value that nobody should see, or that is not there.
extension PatternRun {
    /// Whether a mask stands before a place of which nothing is compared, `***`.
    func isMask(_ place: Int, _ type: ValueType) -> Bool {
        guard text.gap(place) != CleanText.Gap.none else { return false }
        let range = rawStart(place)..<Int(text.starts[place])
        guard !range.isEmpty else { return false }
        if hasNothingQuoted(range) { return true }
        guard cut.message[range].contains(where: { $0 >= 0x80 || $0.isOne(of: "*<&") }) else { return false }
        // Signs right before a word emphasise it.
        let reader = MessageReader(bytes: cut.message)
        var last = MessageToken.Kind.nothing
        var hasTag = false
        var isQuoted = false
        var index = range.lowerBound
        while index < range.upperBound {
            let token = reader.token(at: index)
            last = token.kind
            hasTag = hasTag || last == .tag
            isQuoted = isQuoted || last == .quote
            index = max(index + 1, token.end)
        }
        if last == .frame, place < text.count, text.isWord(place) { return false }
        // An element holds what stands behind its tag; between quotation marks it only looks like one, `'<unnamed>'`.
        if hasTag, !isQuoted || last == .tag { return false }
        let content = ValueCut.trimmed(cut.text(range, ValueCut.Style(keepsBreaks: true)), as: type)
        return values.reading(content, as: type) == .masked
    }

    /// Whether some bytes have quotation marks with nothing between them, which no others enclose: `for '' in`.
    private func hasNothingQuoted(_ range: Range<Int>) -> Bool {
        guard range.upperBound == cut.message.count || !cut.message[..<range.upperBound].endsWithQuote else {
            return false
        }
        for marks: StaticString in ["\"\"", "''", "``", "«»", "« »", "«\u{A0}»", "“”", "‘’"] {
            let length = marks.utf8CodeUnitCount
            for index in range where index + length < range.upperBound && cut.message.holds(marks, at: index) {
                if cut.message[index + length].isSpace { return true }
            }
        }
        return false
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether a quotation mark stands at its end.
    var endsWithQuote: Bool {
        guard let last else { return false }
        return last.isOne(of: "\"'`")
            || ["´", "‘", "’", "“", "”", "«"].contains { suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
}
