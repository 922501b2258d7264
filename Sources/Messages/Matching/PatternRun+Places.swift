import Sources
import Values

/// Where in the message a value stands.
extension PatternRun {
    /// What the bytes in the place of a value are.
    func reading(_ name: String, _ type: ValueType, _ range: Range<Int>) -> ValueReader.Reading {
        values.reading(valueText(range, type), as: type)
    }

    /// The text of a value, without what encloses it.
    ///
    /// - Parameter isSpaced: whether a line break in it stands for a space.
    func valueText(
        _ range: Range<Int>, _ type: ValueType, isOpen: Bool = false, isSpaced: Bool = false
    ) -> String {
        let isName = type.isName
        let range = range.dropLast(cut.escapesBehind(range, isName: isName))
        guard !range.isEmpty else { return "" }
        let style = ValueCut.Style(
            keepsBreaks: isSpaced || type == .text, joinsBlanks: type != .text && !isOpen,
            isPercentEncoded: cut.message[range.lowerBound] == UInt8(ascii: "%"))
        let written = withoutEmphasis(cut.text(range, style), range)
        var text = ValueCut.trimmed(type == .text ? written : written.withoutSpelledEnd, as: type)
        // Words are parted by a line break, what is one word is broken by one.
        if !isName, !isSpaced, !isOpen, cut.message[range].contains(0x0A), values.reading(text, as: type) == .unreadable
        {
            let parted = valueText(range, type, isSpaced: true)
            if values.reading(parted, as: type) == .readable { return parted }
        }
        if isName, !text.utf8.contains(0x20) { text = ValueCut.unescaped(text) }
        if case .duration = type, let bare = bareWait(text, range) { return bare }
        return text
    }

    /// A number whose unit is the pattern's own text behind it, or that HTTP's `Retry-After` gives in seconds
    /// (RFC 9110, section 10.2.3).
    func bareWait(_ text: String, _ range: Range<Int>) -> String? {
        var text = text
        while text.utf8.last == UInt8(ascii: ".") { text.removeLast() }
        guard !text.isEmpty, text.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }), text.utf8.count < 10,
            range.upperBound <= cut.message.count
        else { return nil }
        let end = min(cut.message.count, range.upperBound + 24)
        let rest = cut.text(range.upperBound..<end, ValueCut.Style(keepsBreaks: true))
        let gap = rest.prefix { !$0.isLetter }
        let word = rest[gap.endIndex...].prefix { $0.isLetter }
        let behind = rest[word.endIndex...]
        // `2026-12-01`, `1:05`, `2h30`: more than a number.
        if let next = rest.first, next.isNumber || "-:/_*,.".contains(next) && rest.dropFirst().first?.isNumber == true
        {
            return nil
        }
        if !word.isEmpty, gap.allSatisfy({ $0.isWhitespace || "\"'`*_-".contains($0) }) {
            let whole = "\(text) \(word)"
            if values.beginning(whole, as: .duration) == whole.utf8.count {
                return behind.first?.isNumber == true ? nil : whole
            }
            // Months, or a day of one.
            let isDay = behind.first == " " && behind.dropFirst().first?.isNumber == true
            let isOnLine = ![0x0A, 0x0D].contains(cut.message[range.upperBound])
            let isOther = isOnLine ? word.first?.isLowercase == true || isDay : Self.longUnits.contains(String(word))
            if gap.isEmpty || gap.allSatisfy(\.isWhitespace) && isOther { return nil }
        }
        let place = self.text.index(ofOffset: range.lowerBound)
        let before = self.text.bytes[max(0, place - 24)..<place].filter(\.isASCIILetter)
        let words = String(decoding: before, as: UTF8.self)
        return words.hasSuffix("retryafter") || words.hasSuffix("retryafterseconds")
            || words.hasSuffix("retryafterinseconds")
            ? "\(text) s" : nil
    }

    /// Units of no fixed length, for which no wait stands.
    private static let longUnits: Set<String> = [
        "month", "months", "year", "years", "mois", "an", "ans", "Monat", "Monate", "Monaten", "Jahr", "Jahre",
        "Jahren",
    ]

    /// Where the message goes on behind what stands before a place.
    func rawStart(_ place: Int) -> Int {
        guard place > 0 else { return 0 }
        let reader = MessageReader(bytes: cut.message)
        return min(reader.token(at: Int(text.starts[place - 1])).end, Int(text.starts[place]))
    }

    /// Where a value ends behind which nothing of the pattern has to stand.
    func openEnd(
        _ type: ValueType, _ place: Int
    ) -> (place: Int, reading: ValueReader.Reading, text: String)? {
        var limit = openLimit(place)
        var whole = valueText(limit.range, type, isOpen: !limit.isEnclosed)
        guard !whole.isEmpty else { return nil }
        if !limit.isEnclosed, let both = nextLine(behind: limit.range, whole, type, place) {
            (limit.range, whole) = both
        }
        var value = whole
        if !limit.isEnclosed {
            switch type {
            case .text: break
            case .identifier where ValueCut.link(whole) != nil, .url where ValueCut.link(whole) != nil:
                value = ValueCut.trimmed(ValueCut.link(whole)?.written ?? whole, as: type)
            case _ where Mask.beginning(whole) != nil: value = Mask.beginning(whole) ?? whole
            case .identifier, .url:
                value = String(whole.prefix { !$0.isWhitespace && !"<\"'`»”’」』】）。，、；".contains($0) })
                while let last = value.utf8.last, last.isOne(of: ".,;:!?)]}"), !value.ownsBracket(last) {
                    value.removeLast()
                }
                value = ValueCut.trimmed(value, as: type)
            default:
                guard let length = values.beginning(whole, as: type) else {
                    value = String(whole.prefix { !$0.isWhitespace })
                    var bare = value.prefix { $0.isASCII && $0.isNumber || $0 == "." }
                    while bare.last == "." { bare.removeLast() }
                    if case .duration = type, !bare.isEmpty {
                        let first = Int(text.starts[place])
                        value = bareWait(String(bare), limit.range.lowerBound..<(first + bare.utf8.count)) ?? value
                    }
                    break
                }
                value = String(decoding: whole.utf8.prefix(length), as: UTF8.self)
            }
        }
        let reading = values.reading(value, as: type)
        guard reading > .unreadable || !isPartial else { return nil }
        // Found by counting: but for line breaks, what was taken off on the way is seldom in a value.
        var offset = Int(text.starts[place]) + max(1, value.utf8.count)
        var index = Int(text.starts[place])
        while index < offset, index < limit.range.upperBound {
            if cut.message[index] == 0x0A || cut.message[index] == 0x0D { offset += 1 }
            index += 1
        }
        offset = value == whole ? limit.range.upperBound : min(limit.range.upperBound, offset)
        return (min(text.count, max(place + 1, text.index(ofOffset: offset))), reading, value)
    }

    /// The bytes of a number or a date that the end of a line breaks, and its text; nil for others.
    private func nextLine(
        behind range: Range<Int>, _ whole: String, _ type: ValueType, _ place: Int
    ) -> (Range<Int>, String)? {
        if case .choice = type { return nil }
        let lineBreak = range.upperBound + (cut.message.holds("\r\n", at: range.upperBound) ? 1 : 0)
        guard !type.isName, let last = whole.last,
            last.isLetter || "-/.,:".contains(last) || !whole.utf8.contains(0x20),
            lineBreak + 1 < cut.message.count, cut.message[lineBreak] == 0x0A, !cut.message[lineBreak + 1].isSpace,
            values.beginning(whole, as: type) == nil
        else { return nil }
        let most = min(cut.message.count, Int(text.starts[place]) + 1024)
        guard lineBreak < most else { return nil }
        let end = cut.message[(lineBreak + 1)..<most].firstIndex(of: 0x0A) ?? most
        let both = range.lowerBound..<end
        let text = valueText(both, type, isOpen: true)
        guard let length = values.beginning(text, as: type), length > whole.utf8.count else { return nil }
        return (both, text)
    }

    /// The bytes that a value may have behind which nothing of the pattern has to stand: to the quotation mark or the tag
    /// that closes it, or the end of the string or the line.
    private func openLimit(_ place: Int) -> (range: Range<Int>, isEnclosed: Bool) {
        let (start, inner) = beginning(place)
        let first = Int(text.starts[place])
        var last = min(cut.message.count, first + 1024)
        // An attribute's text ends with it, whatever the element holds.
        if let end = cut.attributeEnd(first, limit: last) { last = end }
        let content = max(start, inner ?? start)
        let element =
            inner.flatMap { inner in cut.closingTag(inner, limit: last).map { inner..<$0 } }
            ?? cut.strayClosingTag(from: first, limit: last).map { start..<$0 }
        if let element {
            if let quoted = cut.quoted(content..<first, limit: element.upperBound) { return (quoted, true) }
            return (element, false)
        }
        // Nothing but signs on the line.
        if let end = cut.signs(content..<first) { return (content..<end, false) }
        func lineEnd(_ start: Int) -> Int {
            cut.message[start..<last].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? last
        }
        var end = lineEnd(first)
        while case let lineBreak = end + (cut.message.holds("\r\n", at: end) ? 1 : 0), lineBreak < last,
            cut.isWrapped(lineBreak)
        {
            end = lineEnd(lineBreak + 1)
        }
        if let string = EnclosingString(of: cut.message, at: first) {
            let begin = max(content, min(first, string.range.lowerBound))
            // The mark that closes a string which the value begins shows that it goes on over a line's end. Of a longer
            // string a line's end ends what stands in it, unless a terminal broke the line.
            let isWhole = string.range.lowerBound > start
            let limit = isWhole || end >= last ? string.range.upperBound : min(end, string.range.upperBound)
            return (begin..<max(begin, limit), isWhole)
        }
        if let quoted = cut.quoted(content..<first, limit: last) { return (quoted, true) }
        return (content..<max(content, emphasisEnd(first..<end)), false)
    }

    /// Where a value at a place begins: behind what stands before it, and behind the tags there, if there are any.
    private func beginning(_ place: Int) -> (start: Int, inner: Int?) {
        var start = rawStart(place)
        let first = Int(text.starts[place])
        let reader = MessageReader(bytes: cut.message)
        var inner: Int?
        var isTagged = true
        var index = start
        while index < first {
            let token = reader.token(at: index)
            if token.kind == .tag, isTagged { inner = token.end }
            if token.kind == .frame || token.kind == .quote { isTagged = false }
            index = max(index + 1, token.end)
            // What stands before white space is no part of the value: it may be another one that was masked.
            if token.kind == .blank || token.kind == .lineBreak { start = min(index, first) }
        }
        return (start, inner.map { min($0, first) })
    }

    /// The bytes of a value between two places. Tags around it are none of it: those behind it close an element.
    func range(_ place: Int, _ end: Int) -> Range<Int> {
        guard place < end else { return Int(text.starts[place])..<Int(text.starts[place]) }
        let (start, inner) = beginning(place)
        let last = rawStart(end)
        let isElement = last < Int(text.starts[end]) && cut.closesElement(at: last)
        let content = isElement ? inner ?? start : start
        return content..<max(content, isElement ? last : closing(from: last, to: Int(text.starts[end])))
    }

    /// Where the first tag stands that closes an element, between what is compared; else the end.
    private func closing(from start: Int, to end: Int) -> Int {
        let reader = MessageReader(bytes: cut.message)
        var index = start
        while index < end {
            let token = reader.token(at: index)
            if token.kind == .tag, cut.closesElement(at: index) { return index }
            index = max(index + 1, token.end)
        }
        return end
    }

    /// The bytes of a value that a match begins with: from the sign right before it that encloses it, if there is one.
    func leadingRange(_ place: Int, _ end: Int) -> Range<Int> {
        var start = Int(text.starts[place])
        let reader = MessageReader(bytes: cut.message)
        for length in 1...6 where start >= length {
            let token = reader.token(at: start - length)
            if token.end == start, token.kind == .quote || token.kind == .frame && token.scalar == 0x3C {
                start -= length
                break
            }
        }
        return start..<max(start, closing(from: rawStart(end), to: Int(text.starts[end])))
    }
}

extension String {
    /// Whether a bracket at its end closes one that it opens: `…/c_(d)`.
    fileprivate func ownsBracket(_ closing: UInt8) -> Bool {
        let openings: [UInt8: UInt8] = [
            UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: "]"): UInt8(ascii: "["),
            UInt8(ascii: "}"): UInt8(ascii: "{"),
        ]
        guard let opening = openings[closing] else { return false }
        return utf8.count { $0 == opening } >= utf8.count { $0 == closing }
    }

    /// Without the `\n` and `\t` that stand for white space behind a value.
    fileprivate var withoutSpelledEnd: String {
        var text = self
        while text.hasSuffix("\\n") || text.hasSuffix("\\r") || text.hasSuffix("\\t") { text.removeLast(2) }
        return text
    }
}
