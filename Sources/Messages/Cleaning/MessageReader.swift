import Sources

/// A piece of a message, as a reader sees it.
struct MessageToken {
    enum Kind: UInt8 {
        /// A character that is compared.
        case text
        case blank
        case lineBreak
        /// A quotation mark or a backtick.
        case quote
        /// Emphasis, frames, marks of mails: `*`, `~`, `|`, `>`, `│`.
        case frame
        /// An element's tag of HTML or XML.
        case tag
        /// A terminal's control sequence.
        case sequence
        /// What nobody sees.
        case nothing
    }

    var kind: Kind
    /// The character; without meaning for tags, sequences and nothing.
    var scalar: UInt32
    /// Where the message goes on.
    var end: Int
    /// Whether the message spells it otherwise: `\n`, `%20`, `&quot;`.
    var isEscaped: Bool
}

/// Reads a message piece by piece. People paste from logs, JSON, mail and chats, and none of them leaves a message as
/// it was; so what stands for something else is read as that:
///
/// 1. percent-encoding (RFC 3986, section 2.1) that is UTF-8;
/// 2. backslashes of JSON, Python and shells, however many stand in a row: `\n`, `\t`, `\u0060`, `\x60`, `\033`; before
///    anything else they are nothing;
/// 3. character references of HTML: `&quot;`, `&#39;`, `&#x27;`;
/// 4. control sequences of terminals (ECMA-48), with their `ESC` raw, spelled or lost: `\u001b[31m`, `^[[31m`, `[31m`;
/// 5. tags of HTML and XML.
///
/// Every call looks at a bounded number of bytes, or at bytes that it then passes over.
struct MessageReader {
    let bytes: UnsafeBufferPointer<UInt8>

    private static let longestTag = 1024
    private static let longestSequence = 2048

    /// The piece that begins at an offset.
    func token(at index: Int) -> MessageToken {
        let (scalar, end, isEscaped) = character(at: index)
        func token(_ kind: MessageToken.Kind, _ scalar: UInt32, end: Int) -> MessageToken {
            MessageToken(kind: kind, scalar: scalar, end: end, isEscaped: isEscaped)
        }
        guard var scalar else { return token(.nothing, 0, end: end) }
        // Full-width forms of ASCII.
        if (0xFF01...0xFF5E).contains(scalar) { scalar -= 0xFEE0 }
        switch scalar {
        case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return token(.blank, scalar, end: end)
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return token(.lineBreak, scalar, end: end)
        case 0x1B, 0x9B, 0x241B: return token(.sequence, 0, end: sequenceEnd(end, isWhole: scalar == 0x9B))
        case 0xFFFD where holds(UInt8(ascii: "["), at: end):
            return token(.sequence, 0, end: sequenceEnd(end, isWhole: false))
        case 0x5E
        where holds(UInt8(ascii: "["), at: end) && end + 1 < bytes.count && bytes[end + 1].isOne(of: "[]("):
            return token(.sequence, 0, end: sequenceEnd(end + 1, isWhole: false))
        // A carriage return, as terminals write one.
        case 0x5E where holds(UInt8(ascii: "M"), at: end) && (end + 1 == bytes.count || holds(0x0A, at: end + 1)):
            return token(.nothing, 0, end: end + 1)
        // What runners of builds put before a line: `##[error]`.
        case 0x23 where holds(UInt8(ascii: "#"), at: end) && holds(UInt8(ascii: "["), at: end + 1):
            var close = end + 2
            while close < bytes.count, close - end < 16, bytes[close].isASCIILetter { close += 1 }
            return holds(UInt8(ascii: "]"), at: close)
                ? token(.sequence, 0, end: close + 1) : token(.text, scalar, end: end)
        case 0x5B:
            if let end = colorEnd(end) { return token(.sequence, 0, end: end) }
            return token(.text, scalar, end: end)
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF:
            return token(.nothing, 0, end: end)
        case 0x22, 0x27, 0x60, 0xAB, 0xB4, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x3008...0x3011:
            return token(.quote, scalar, end: end)
        case 0x3C:
            if let end = tagEnd(end) { return token(.tag, 0, end: end) }
            return token(.frame, scalar, end: end)
        case 0x2A, 0x3E, 0x7C, 0x7E, 0x2500...0x259F: return token(.frame, scalar, end: end)
        case 0x5F: return underscores(index, end, isEscaped)
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return token(.text, 0x2D, end: end)
        case 0x3001, 0xFF64: return token(.text, 0x2C, end: end)
        case 0x3002, 0xFF61: return token(.text, 0x2E, end: end)
        default: return token(.text, scalar, end: end)
        }
    }

    /// A run of underscores is emphasis, unless letters or digits stand on both sides: `org_01` is a name.
    private func underscores(_ index: Int, _ end: Int, _ isEscaped: Bool) -> MessageToken {
        var end = end
        while holds(0x5F, at: end) { end += 1 }
        let isInWord = index > 0 && bytes[index - 1].isWordPart && end < bytes.count && bytes[end].isWordPart
        return MessageToken(kind: isInWord ? .text : .frame, scalar: 0x5F, end: end, isEscaped: isEscaped)
    }

    private func holds(_ byte: UInt8, at index: Int) -> Bool { index < bytes.count && bytes[index] == byte }

    // MARK: Sequences and tags

    /// Where a control sequence ends whose `ESC` stands before an offset. Links (`ESC ]`) go on to their terminator.
    private func sequenceEnd(_ start: Int, isWhole: Bool) -> Int {
        guard start < bytes.count else { return start }
        var end = isWhole ? start : start + 1
        switch isWhole ? UInt8(ascii: "[") : bytes[start] {
        case UInt8(ascii: "["):
            while end < bytes.count, (0x20...0x3F).contains(bytes[end]) { end += 1 }
            return end < bytes.count && (0x40...0x7E).contains(bytes[end]) ? end + 1 : end
        case UInt8(ascii: "]"):
            // ECMA-48, section 8.3.89; BEL or ST ends it, whether raw or spelled.
            let last = min(bytes.count, end + Self.longestSequence)
            while end < last, bytes[end] != 0x0A {
                if bytes[end] == 0x07 { return end + 1 }
                if bytes[end] == 0x1B { return holds(UInt8(ascii: "\\"), at: end + 1) ? end + 2 : end }
                if bytes[end] == UInt8(ascii: "\\"), let end = escapedTerminator(end) { return end }
                end += 1
            }
            return start + 1
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "#"):
            return min(bytes.count, end + 1)
        case 0x3C...0x3F, 0x40...0x5A, 0x5C, 0x5E...0x5F, 0x63, 0x6E, 0x6F, 0x37, 0x38: return end
        default: return start
        }
    }

    private func escapedTerminator(_ index: Int) -> Int? {
        let (scalar, end, _) = character(at: index)
        if scalar == 0x07 { return end }
        guard scalar == 0x1B else { return nil }
        var last = end
        while holds(UInt8(ascii: "\\"), at: last) { last += 1 }
        return last
    }

    /// `31m` behind a bracket: a colour whose `ESC` was lost on the way.
    private func colorEnd(_ start: Int) -> Int? {
        var end = start
        while end < bytes.count, end - start < 16, bytes[end].isASCIIDigit || bytes[end] == UInt8(ascii: ";") {
            end += 1
        }
        guard end > start, bytes[start].isASCIIDigit, end < bytes.count else { return nil }
        guard bytes[end] == UInt8(ascii: "m") || bytes[end] == UInt8(ascii: "K"), !holds(UInt8(ascii: "]"), at: end + 1)
        else { return nil }
        return end + 1
    }

    /// Where a tag ends whose `<` stands before an offset; nil where there is none.
    private func tagEnd(_ start: Int) -> Int? {
        var index = start
        while index < bytes.count, bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "\\") {
            index += 1
        }
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") {
            if bytes.holds("![CDATA[", at: index) { return index + 8 }
        } else {
            guard bytes[index].isASCIILetter else { return nil }
            while index < bytes.count, bytes[index].isTokenPart || bytes[index] == UInt8(ascii: ".") { index += 1 }
            if holds(UInt8(ascii: ":"), at: index), index + 1 < bytes.count, bytes[index + 1].isASCIILetter {
                index += 1
                while index < bytes.count, bytes[index].isTokenPart { index += 1 }
            }
            guard index < bytes.count, bytes[index].isOne(of: " \t\n\r/>&\\%") else { return nil }
        }
        let last = min(bytes.count, start + Self.longestTag)
        while index < last {
            switch bytes[index] {
            case UInt8(ascii: "=") where isTextAttribute(index): return index + 1
            case UInt8(ascii: ">"): return index + 1
            case UInt8(ascii: "<"): return nil
            case UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "%"):
                let (scalar, end, _) = character(at: index)
                if scalar == 0x3E { return end }
                if scalar == 0x3C { return nil }
                index = end
            default: index += 1
            }
        }
        return nil
    }

    /// The attributes that say something to people: a report of tests has its messages there.
    private static let textAttributes: Set<String> = [
        "message", "msg", "error", "reason", "summary", "description", "details", "title",
    ]

    /// Whether an attribute's text begins behind an equals sign.
    private func isTextAttribute(_ equals: Int) -> Bool {
        guard holds(UInt8(ascii: "\""), at: equals + 1) || holds(UInt8(ascii: "'"), at: equals + 1) else {
            return false
        }
        var start = equals
        while start > 0, equals - start < 12, bytes[start - 1].isASCIILetter { start -= 1 }
        guard start > 0, bytes[start - 1].isSpace else { return false }
        return Self.textAttributes.contains(bytes.text(start..<equals).lowercased())
    }
}
