import Sources
import Values

/// Cuts values out of a message as it was pasted, and undoes only what wraps them: colours, line breaks of a terminal,
/// references of HTML, quotation marks around the whole.
struct ValueCut {
    let message: UnsafeBufferPointer<UInt8>
    let prefixes: [Range<Int>]

    /// Elements that say how something looks: their tags are no part of a value.
    private static let looks: Set<String> = [
        "a", "b", "br", "code", "div", "em", "font", "h1", "h2", "h3", "i", "kbd", "li", "mark", "p", "pre", "samp",
        "small", "span", "strong", "td", "th", "tr", "tt", "u", "ul", "var",
    ]

    /// How a value is read.
    struct Style {
        /// Whether a line break parts words; anywhere else it came from a terminal.
        var keepsBreaks: Bool
        /// Whether so many blanks as a terminal leaves where it broke a line are dropped: where it is known that the
        /// value goes on behind them.
        var joinsBlanks = false
        /// Whether the message was percent-encoded as a whole.
        var isPercentEncoded = false
    }

    /// The text between two offsets.
    func text(_ range: Range<Int>, _ style: Style) -> String {
        // Most values stand in the message as they are.
        if message[range].allSatisfy(\.standsForItself) { return message.text(range) }
        let reader = MessageReader(bytes: message)
        var output: [UInt8] = []
        var index = range.lowerBound
        var isBehindBreak = false
        var blanks = 0
        while index < range.upperBound {
            if message[index].standsForItself {
                output.append(message[index])
                isBehindBreak = false
                blanks = 0
                index += 1
                continue
            }
            let token = reader.token(at: index)
            let written = index..<min(token.end, range.upperBound)
            blanks = token.kind == .blank ? blanks + 1 : 0
            let isSpelled =
                token.isEscaped
                && (message[index] == UInt8(ascii: "\\")
                    || message[index] == UInt8(ascii: "%") && !style.isPercentEncoded && token.kind != .lineBreak)
            index = max(token.end, index + 1)
            if isSpelled, token.kind != .sequence {
                output += message[written]
                isBehindBreak = false
                continue
            }
            switch token.kind {
            case .sequence, .nothing: break
            case .lineBreak:
                if style.keepsBreaks, !isWrapped(written.lowerBound) {
                    while output.last == 0x20 || output.last == 0x09 { output.removeLast() }
                    output.append(0x20)
                }
                isBehindBreak = true
                if let prefix = prefixes.first(where: { $0.lowerBound == token.end }) {
                    index = max(index, prefix.upperBound)
                }
            case .blank where isBehindBreak: break
            // An underscore goes on with the name that a line's end breaks.
            case .frame where isBehindBreak && token.scalar == 0x5F && output.last?.isWordPart == true:
                isBehindBreak = false
                output += message[written]
            case .frame where isBehindBreak || (0x2500...0x259F).contains(token.scalar): break
            case .tag where isLook(written): break
            case .blank where style.joinsBlanks && blanks > 3:
                if blanks == 4 { output.removeLast(min(3, output.count)) }
            case .blank:
                let isSpace = token.isEscaped || (0x2000...0x200A).contains(token.scalar)
                if isSpace { output.append(0x20) } else { output += message[written] }
            case .tag:
                // What only looks like one, as in `List<String>`.
                isBehindBreak = false
                let (scalar, end, _) = reader.character(at: written.lowerBound)
                append(scalar ?? 0x3C, to: &output)
                index = end
            case .text, .quote, .frame:
                isBehindBreak = false
                if token.isEscaped, message[written.lowerBound] != UInt8(ascii: "%") || style.isPercentEncoded {
                    append(token.scalar, to: &output)
                } else if message[written.lowerBound] == 0xE2, [0x2010, 0x2011].contains(original(written)) {
                    output.append(UInt8(ascii: "-"))
                } else {
                    output += message[written]
                }
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The text between two offsets as it may have been before a terminal broke it, or somebody escaped it; nil where
    /// nothing of that kind stands there.
    func untorn(_ range: Range<Int>) -> String? {
        guard message[range].contains(where: { $0 == 0x0A || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "%") })
        else {
            return nil
        }
        let text = text(range, Style(keepsBreaks: false, joinsBlanks: true, isPercentEncoded: true))
        return text.replacing("\\", with: "")
    }

    private func original(_ range: Range<Int>) -> UInt32 {
        String(decoding: message[range], as: UTF8.self).unicodeScalars.first?.value ?? 0
    }

    private func append(_ scalar: UInt32, to output: inout [UInt8]) {
        if let scalar = Unicode.Scalar(scalar) { output += UTF8.encode(scalar) ?? .init() }
    }

    private func isLook(_ range: Range<Int>) -> Bool {
        let (_, name, _) = MessageReader(bytes: message).character(at: range.lowerBound)
        var start = name
        while start < range.upperBound, !message[start].isASCIILetter { start += 1 }
        var end = start
        while end < range.upperBound, message[end].isASCIIAlphanumeric { end += 1 }
        return Self.looks.contains(message.text(start..<end).lowercased())
    }

    static let quotes: [(Character, Character)] = [
        ("\"", "\""), ("'", "'"), ("`", "`"), ("«", "»"), ("“", "”"), ("‘", "’"), ("„", "“"), ("「", "」"), ("『", "』"),
        ("*", "*"), ("~", "~"), ("‹", "›"), ("´", "´"), ("„", "”"), ("”", "”"), ("‚", "‘"), ("‚", "’"), ("’", "’"),
        ("»", "«"), ("›", "‹"), ("《", "》"), ("〈", "〉"),
    ]

    private enum Side { case opening, closing }

    /// Whether a quotation mark at the edge of a text has its counterpart within: then it is the text's own.
    private static func isOwn(_ mark: Character, _ side: Side, _ text: String) -> Bool {
        let pair = quotes.first { (side == .opening ? $0.0 : $0.1) == mark }
        let other = pair.map { side == .opening ? $0.1 : $0.0 } ?? mark
        func count(_ sign: Character) -> Int { text.count { $0 == sign } }
        return mark == other ? count(mark) % 2 == 0 : count(other) > 0 && count(other) >= count(mark)
    }

    /// A value without what encloses it.
    static func trimmed(_ text: String, as type: ValueType) -> String {
        // Most values have nothing but spaces around them.
        let bytes = text.utf8
        guard let start = bytes.firstIndex(where: { !$0.isSpace }), let last = bytes.lastIndex(where: { !$0.isSpace })
        else { return "" }
        if bytes[start].standsForItself, bytes[last].standsForItself { return String(text[start...last]) }
        var text = text.trimmingBlanks
        let isName = type.isName
        while text.count > 1, let first = text.first, let last = text.last,
            quotes.contains(where: { $0.0 == first && $0.1 == last }) || (!isName && first == "_" && last == "_"),
            !text.allSatisfy({ $0 == "*" })
        {
            text = String(text.dropFirst().dropLast()).trimmingBlanks
        }
        if isName { text = unlinked(text, isAddress: type == .url) }
        // An address in the brackets that mail and logs put around one; anything else in them is a mask.
        if isName, text.count > 2, text.first == "<", text.last == ">", text != "<>" {
            let inner = text.dropFirst().dropLast()
            let isNumbered = inner.contains(where: \.isNumber) && inner.contains(where: { $0 == "." || $0 == ":" })
            if inner.contains("@") || inner.contains("://") || isNumbered { text = String(inner) }
        }
        let loose: String =
            switch type {
            case .text: "\"`|“”«»"
            case .identifier, .url: "\"`|“”«»'‘’´"
            default: "\"'`_~|<>“”‘’«»│"
            }
        let isText = type == .text
        // A mark that a table of values doubles.
        if isText {
            if text.hasSuffix("\"\""), !text.hasSuffix("\"\"\"") { text = String(text.dropLast(2)).trimmingBlanks }
            if text.hasPrefix("\"\""), !text.hasPrefix("\"\"\"") { text = String(text.dropFirst(2)).trimmingBlanks }
        }
        while let first = text.first, loose.contains(first), !(isText && isOwn(first, .opening, text)) {
            text = String(text.dropFirst()).trimmingBlanks
        }
        while let last = text.last, loose.contains(last) || (isName && last == "~"),
            !(isText && isOwn(last, .closing, text))
        {
            text = String(text.dropLast()).trimmingBlanks
        }
        return text
    }
}

extension ValueType {
    /// Whether its values are what somebody called something.
    var isName: Bool {
        switch self {
        case .text, .identifier, .url: true
        default: false
        }
    }
}

extension UInt8 {
    /// Whether it is nothing but itself wherever it stands in a message, and encloses nothing: a letter, a digit, a sign
    /// with which no escape, tag, frame or quotation begins.
    fileprivate var standsForItself: Bool {
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
            UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "@"), UInt8(ascii: "="),
            UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "!"):
            true
        default: isASCIIAlphanumeric
        }
    }
}

extension String {
    /// Without white space at its ends, that of typography included, with which pages part words.
    fileprivate var trimmingBlanks: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
