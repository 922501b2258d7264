/// A character of a text that could be markup, and what is around it.
struct TextPlace {
    let text: UnsafePointer<UInt8>
    let index: Int
    let node: RawNode
    let before: Neighbor
    let block: MarkdownWriter.BlockContext

    private var previous: UInt8 { index > 0 ? text[index - 1] : before.ascii }
    /// The next byte, in this node or in the one that is printed after it.
    private var next: UInt8 {
        let byte = text[index + 1]
        if byte != 0 { return byte }
        return Neighbor(after: node).ascii
    }

    /// Whether the character has to be escaped to be read as itself.
    var needsEscape: Bool {
        switch text[index] {
        case UInt8(ascii: "["), UInt8(ascii: "`"): true
        case UInt8(ascii: "]"): block.isInLink
        // Between two spaces no run of delimiters opens or closes.
        case UInt8(ascii: "*"): !standsApart
        case UInt8(ascii: "_"): !standsApart && !standsInWord
        // A backslash before anything else is a backslash; a character at the edge may be written as a reference.
        case UInt8(ascii: "\\"): isAmongLast || next.isASCIIPunctuation || next < 0x20
        case UInt8(ascii: "!"): text[index + 1] == 0 && isBeforeLink
        case UInt8(ascii: "<"): next.isASCIILetter || "/!?".utf8.contains(next)
        case UInt8(ascii: "&"): mayBeginEntity
        // Together with another tilde it could strike out.
        case UInt8(ascii: "~"): block.hasSeveralTildes || touchesDelimiter
        case UInt8(ascii: "|"): block.isTable
        case UInt8(ascii: "#"): mayCloseHeading
        case UInt8(ascii: ":"):
            next == UInt8(ascii: "/") && follows(anyOf: ["http", "https", "ftp"]) && !block.isInLink
        case UInt8(ascii: "."): next > 0x20 && follows(anyOf: ["www"]) && !block.isInLink
        // `>` at the start of a line is no business of this.
        default: false
        }
    }

    private var standsApart: Bool { index > 0 && text[index - 1] == 0x20 && text[index + 1] == 0x20 }

    /// Between letters or digits an underscore is never emphasis; beside a delimiter they may become references.
    private var standsInWord: Bool {
        guard index > 0, text[index + 1] != 0 else { return false }
        let preceding = text.lastScalar(count: index)
        let following = (text + index + 1).firstScalar
        guard preceding.scalar.isWordPart, following.scalar.isWordPart else { return false }
        if preceding.width == index, case .closing = before { return false }
        if text[index + 1 + following.width] == 0, case .opening = Neighbor(after: node) { return false }
        return true
    }

    /// Whether one character at most follows in this node.
    private var isAmongLast: Bool {
        let following = text + index + 1
        return following.pointee == 0 || following[following.firstScalar.width] == 0
    }

    /// Whether the character stands between the text's edge and a delimiter: cmark-gfm looks through a bare tilde there.
    private var touchesDelimiter: Bool {
        if index == 0, before.isDelimiter { return true }
        return text[index + 1] == 0 && Neighbor(after: node).isDelimiter
    }

    private var isBeforeLink: Bool {
        if case .link = Neighbor(after: node) { return true }
        return false
    }

    /// Whether a name or a number and a semicolon follow, or may do so in the next node.
    private var mayBeginEntity: Bool {
        var end = index + 1
        if text[end] == UInt8(ascii: "#") { end += 1 }
        while text[end].isASCIIAlphanumeric { end += 1 }
        if text[end] == UInt8(ascii: ";") { return true }
        guard text[end] == 0 else { return false }
        let next = Neighbor(after: node).ascii
        return next == UInt8(ascii: ";") || next == UInt8(ascii: "#") || next.isASCIILetter
            || (0x30...0x39).contains(next)
    }

    /// A run of signs at the end of a heading, behind a space, is dropped by a reader.
    private var mayCloseHeading: Bool {
        guard previous == 0x20 || previous == 0x09 else { return false }
        var end = index + 1
        while text[end] == UInt8(ascii: "#") || text[end] == 0x20 { end += 1 }
        return text[end] == 0 && block.isHeading
    }

    private func follows(anyOf words: [StaticString]) -> Bool {
        words.contains { word in
            let count = word.utf8CodeUnitCount
            guard index >= count else { return false }
            for offset in 0..<count where text[index - count + offset] | 0x20 != word.utf8Start[offset] { return false }
            return index == count ? !before.ascii.isASCIILetter : !text[index - count - 1].isASCIILetter
        } || (0..<index).allSatisfy({ text[$0].isASCIILetter }) && before.ascii.isASCIILetter
    }
}

extension UInt32 {
    /// A letter or a digit of any script.
    fileprivate var isWordPart: Bool {
        if self < 0x80 { return UInt8(self).isASCIIAlphanumeric }
        return Unicode.Scalar(self)?.properties.isAlphabetic ?? false
    }
}
