import Sources

/// What encloses values: quotation marks, attributes, elements.
extension ValueCut {
    /// What stands between the last quotation mark of some bytes and the one that closes it on the same line, or a name
    /// that the end of a line breaks, however far the next line is indented.
    func quoted(_ opening: Range<Int>, limit: Int) -> Range<Int>? {
        let marks = String(decoding: message[opening], as: UTF8.self)
        guard let place = marks.lastIndex(where: { char in Self.quotes.contains { $0.0 == char } }),
            let closing = Self.quotes.first(where: { $0.0 == marks[place] })?.1.utf8
        else { return quotedByEscape(opening, limit: limit) }
        let start = opening.lowerBound + marks[...place].utf8.count
        var index = opening.upperBound
        var (breaks, blanks) = (0, 0)
        while index < limit {
            if message[index] == 0x0A {
                breaks += 1
                while index + 1 < limit, message[index + 1].isSpaceOrTab { index += 1 }
            } else if message[index].isSpace, message[index] != 0x0D {
                blanks += 1
            }
            if breaks > 1 || breaks == 1 && blanks > 0 { return nil }
            if index + closing.count <= message.count, message[index..<(index + closing.count)].elementsEqual(closing) {
                return start..<index
            }
            index += 1
        }
        return nil
    }

    /// The same where the marks are escaped, `&#39;`.
    private func quotedByEscape(_ opening: Range<Int>, limit: Int) -> Range<Int>? {
        let reader = MessageReader(bytes: message)
        var (mark, start): (Character?, Int) = (nil, opening.lowerBound)
        var index = opening.lowerBound
        while index < limit {
            let token = reader.token(at: index)
            let sign = token.kind == .quote ? Unicode.Scalar(token.scalar).map(Character.init) : nil
            if index < opening.upperBound {
                if let sign { (mark, start) = (Self.quotes.first { $0.0 == sign }?.1, token.end) }
            } else if mark == nil || token.kind == .lineBreak {
                return nil
            } else if let sign, sign == mark {
                return start..<index
            }
            index = max(index + 1, token.end)
        }
        return nil
    }

    /// Where the signs end that some bytes have before a line break; nil where they have none.
    func signs(_ range: Range<Int>) -> Int? {
        guard let end = message[range].firstIndex(of: 0x0A),
            message[range.lowerBound..<end].contains(where: { !$0.isSpace })
        else { return nil }
        return end
    }

    /// Where the text of an attribute ends on the same line: at a quotation mark behind which another attribute follows,
    /// or the tag's end.
    func attributeEnd(_ start: Int, limit: Int) -> Int? {
        message[start..<limit].prefix { $0 != 0x0A }.indices.first {
            message[$0] == UInt8(ascii: "\"") && endsAttribute($0)
        }
    }

    private func endsAttribute(_ offset: Int) -> Bool {
        var index = offset + 1
        while index < message.count, message[index] == 0x20 { index += 1 }
        if message.holds(">", at: index) || message.holds("/>", at: index) { return true }
        let name = index
        while index < message.count, message[index].isTokenPart { index += 1 }
        return name > offset + 1 && index > name && message.holds("=\"", at: index)
    }

    /// Whether a tag stands at an offset that closes an element.
    func closesElement(at offset: Int) -> Bool {
        let reader = MessageReader(bytes: message)
        let token = reader.token(at: offset)
        guard token.kind == .tag else { return false }
        let (_, name, _) = reader.character(at: offset)
        return name < message.count && (message[name] == UInt8(ascii: "/") || message[name] == UInt8(ascii: "\\"))
    }

    /// Where the next such tag stands on the same line.
    func closingTag(_ start: Int, limit: Int) -> Int? {
        var index = start
        while index < limit, message[index] != 0x0A {
            if message[index].isOne(of: "<&\\%"), closesElement(at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Where a tag stands on the same line that closes an element which was opened before.
    func strayClosingTag(from start: Int, limit: Int) -> Int? {
        var index = start
        while index < limit, message[index] != 0x0A {
            defer { index += 1 }
            guard message[index].isOne(of: "<&\\%"), closesElement(at: index) else { continue }
            var name = index
            while name < limit, !message[name].isASCIILetter { name += 1 }
            var end = name
            while end < limit, message[end].isASCIIAlphanumeric { end += 1 }
            let opening = [UInt8(ascii: "<")] + message[name..<end]
            let isOpenedHere = (start..<max(start, index)).contains { message[$0..<index].starts(with: opening) }
            return isOpenedHere ? nil : index
        }
        return nil
    }
}
