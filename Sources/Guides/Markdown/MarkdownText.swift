import CommonMark
import Sources

/// Puts a value's text into Markdown so that a CommonMark reader and a GFM reader both see that text: a backslash before
/// what could be markup there, a character reference where no escape helps.
///
/// The page's script has the same rules (`markdown.js`); both read one table of values in their tests.
package enum MarkdownText {
    /// Appends a text that a line ends behind.
    package static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output, next: 0x0A) }
    }

    /// Appends a text.
    ///
    /// - Parameters:
    ///   - output: the page so far: what stands before the text.
    ///   - next: the byte behind the text.
    ///   - isInImage: whether it is in an image's words, where a comment would show.
    ///   - isStart, isEnd: whether the text begins and ends here, or is a piece of a longer one.
    static func append(
        _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], next: UInt8, isInImage: Bool = false,
        isStart: Bool = true, isEnd: Bool = true
    ) {
        guard !text.isEmpty else { return }
        let line = Line(output)
        let before = output.last ?? 0x0A
        // Most values are words and numbers behind a word.
        if !line.isStart, before == 0x20, isPlain(text, next) {
            output.append(contentsOf: text)
            return
        }
        var escaper = Escaper(
            text: text, line: line, before: before, next: next, isInImage: isInImage, isStart: isStart, isEnd: isEnd)
        escaper.append(to: &output)
    }

    /// Whether a text needs no escape behind a space.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, _ next: UInt8) -> Bool {
        for byte in text where !(byte.isASCIIAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "-")) { return false }
        return !MarkdownAddresses.mayGoOn(text[text.count - 1], next)
    }

    /// The line that a text is put into, as far as it is written.
    struct Line {
        /// Whether nothing stands there yet but what could begin a block together with the text.
        private(set) var isStart = true
        /// Whether digits stand right before the text, and nothing else but white space and markers before them.
        private(set) var hasDigits = false

        init(_ output: [UInt8]) {
            var index = output.count - 1
            hasDigits = index >= 0 && output[index].isASCIIDigit
            while index >= 0, output[index] != 0x0A {
                guard output[index].isBlockSign else {
                    isStart = Self.endsNoteName(output, at: index)
                    return
                }
                index -= 1
            }
        }

        /// Whether a line begins with `[^name]`, up to an offset, and a colon behind it: what follows begins a block.
        private static func endsNoteName(_ output: [UInt8], at end: Int) -> Bool {
            guard output[end] == UInt8(ascii: "]"), end + 1 < output.count, output[end + 1] == UInt8(ascii: ":") else {
                return false
            }
            var index = end - 1
            while index >= 0, output[index] > 0x20, output[index] != UInt8(ascii: "["),
                output[index] != UInt8(ascii: "]")
            {
                index -= 1
            }
            guard index >= 0, index < end - 2, output[index] == UInt8(ascii: "["),
                output[index + 1] == UInt8(ascii: "^")
            else { return false }
            while index > 0, output[index - 1] == 0x20 { index -= 1 }
            return index == 0 || output[index - 1] == 0x0A
        }
    }
}

extension UInt8 {
    /// What may stand before a block's text, or be the beginning of a block's own sign.
    fileprivate var isBlockSign: Bool {
        switch self {
        case 0x20, 0x09, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
            UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: ")"),
            UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "\\"):
            true
        default: isASCIIDigit
        }
    }
}

/// Escapes one text.
private struct Escaper {
    let text: UnsafeBufferPointer<UInt8>
    let line: MarkdownText.Line
    let before: UInt8
    let next: UInt8
    let isInImage: Bool
    let isStart: Bool
    let isEnd: Bool

    mutating func append(to output: inout [UInt8]) {
        if !isInImage, MarkdownAddresses.goesOn(output, with: text[0]) { output += "<!-- -->".utf8 }
        let entity = before == UInt8(ascii: "<") || followsAmpersand(output)
        for index in text.indices {
            let byte = text[index]
            // Most bytes are letters inside of words.
            if index > 2, index < text.count - 1, byte.isASCIIAlphanumeric || byte >= 0x80 {
                output.append(byte)
            } else if byte == 0x0A || byte == 0x0D {
                // A line's end is a space, of which those beside others need a reference.
                if byte == 0x0A, index > 0, text[index - 1] == 0x0D { continue }
                appendSpace(index, to: &output)
            } else if byte == 0x20 {
                appendSpace(index, to: &output)
            } else if index == 0, entity, byte < 0x80 || byte == 0x09 {
                reference(byte, to: &output)
            } else if byte == 0x09 || byte == UInt8(ascii: "`") {
                // No escape counts where a backtick before it begins code.
                reference(byte, to: &output)
            } else if needsReference(index, output) {
                reference(byte, to: &output)
            } else if index == 0, line.isStart, isMark(index) {
                output += "&#65279;".utf8
            } else if line.isStart, isMark(0), index < 3 {
                continue
            } else {
                if needsBackslash(index, output) { output.append(UInt8(ascii: "\\")) }
                output.append(byte)
                if byte == UInt8(ascii: "@"), linksMail(index) { output += "<!-- -->".utf8 }
            }
        }
    }

    private func at(_ index: Int) -> UInt8 {
        index < 0 ? before : index < text.count ? text[index] : next
    }

    private func appendSpace(_ index: Int, to output: inout [UInt8]) {
        let isAtEdge = index == 0 && isStart || index == text.count - 1 && isEnd
        let followsSpace = index > 0 && (text[index - 1] <= 0x20)
        if isAtEdge || followsSpace { output += "&#32;".utf8 } else { output.append(0x20) }
    }

    private func reference(_ byte: UInt8, to output: inout [UInt8]) { output += "&#\(byte);".utf8 }

    /// A byte order mark, which a reader drops at the start of a text.
    private func isMark(_ index: Int) -> Bool {
        index == 0 && text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
    }

    /// A number that a period of the author's follows would be an item's; `www` and `http` would begin an address; a backslash
    /// before the bar that ends a cell would keep it from doing so.
    private func needsReference(_ index: Int, _ output: [UInt8]) -> Bool {
        if index == 0, line.isStart, next == UInt8(ascii: ".") || next == UInt8(ascii: ")"),
            text.allSatisfy(\.isASCIIDigit)
        {
            return true
        }
        guard index == text.count - 1 else { return false }
        return MarkdownAddresses.begins(output, text[index], next)
            || next == UInt8(ascii: "|") && text[index] == UInt8(ascii: "\\")
    }

    private func needsBackslash(_ index: Int, _ output: [UInt8]) -> Bool {
        let (previous, following) = (at(index - 1), at(index + 1))
        let isFirst = index == 0
        switch text[index] {
        case UInt8(ascii: "\\"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "~"), UInt8(ascii: "|"):
            return true
        case UInt8(ascii: "*"):
            // Between spaces it is none, where these are not references: at the text's edges and behind others they are.
            return isFirst || index >= text.count - 2 || output.last != 0x20 || following != 0x20
        case UInt8(ascii: "_"):
            // Between letters or digits of the value's own it is never emphasis; a reference is neither.
            return isFirst || output.last == UInt8(ascii: ";") || index == text.count - 1
                || !previous.isASCIIAlphanumeric || !following.isASCIIAlphanumeric
        case UInt8(ascii: "<"):
            return following.isASCIILetter || index == text.count - 1
                || following.isOne(of: "/!?")
        case UInt8(ascii: "&"): return mayBeginReference(index)
        case UInt8(ascii: "!"): return index == text.count - 1 && next == UInt8(ascii: "[")
        case UInt8(ascii: "{"): return following == UInt8(ascii: "{") || previous == UInt8(ascii: "{") && isFirst
        case UInt8(ascii: "#"):
            if isFirst { return line.isStart || previous <= 0x20 || previous == UInt8(ascii: "#") }
            return previous == 0x20
        case UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="): return isFirst && line.isStart
        case UInt8(ascii: ":"):
            if isFirst, line.isStart || previous == UInt8(ascii: "]") { return true }
            return following == UInt8(ascii: "/")
                && ["http", "https", "ftp"].contains { ends(index, with: $0, output) }
        case UInt8(ascii: "."):
            return endsNumber(index) || ends(index, with: "www", output)
        case UInt8(ascii: ")"): return endsNumber(index)
        case UInt8(ascii: "("): return isFirst && previous == UInt8(ascii: "]")
        case UInt8(ascii: "/"): return isFirst && (previous == UInt8(ascii: ":") || previous == UInt8(ascii: "<"))
        case UInt8(ascii: "^"): return isFirst && previous == UInt8(ascii: "[")
        default: return false
        }
    }

    /// Whether digits alone stand before an offset, on a line that holds nothing else, and a space behind it.
    private func endsNumber(_ index: Int) -> Bool {
        guard line.isStart, at(index + 1) <= 0x20, text[..<index].allSatisfy(\.isASCIIDigit) else { return false }
        return index > 0 || line.hasDigits
    }

    /// Whether a word of letters ends right before an offset, in this text or across its edge.
    private func ends(_ index: Int, with word: StaticString, _ output: [UInt8]) -> Bool {
        let count = word.utf8CodeUnitCount
        guard output.count >= count else { return false }
        for offset in 0..<count where output[output.count - count + offset] | 0x20 != word.utf8Start[offset] {
            return false
        }
        return true
    }

    /// Whether a name or a number and a semicolon follow, or may do so behind the text.
    private func mayBeginReference(_ index: Int) -> Bool {
        var end = index + 1
        while end < text.count, text[end].isASCIIAlphanumeric || text[end] == UInt8(ascii: "#") { end += 1 }
        if end == text.count {
            return next.isASCIIAlphanumeric || next == UInt8(ascii: "#") || next == UInt8(ascii: ";")
        }
        return text[end] == UInt8(ascii: ";") && end > index + 1
    }

    /// Whether the author began a reference that the text would go on with.
    private func followsAmpersand(_ output: [UInt8]) -> Bool {
        guard text[0].isASCIIAlphanumeric || text[0] == UInt8(ascii: "#") || text[0] == UInt8(ascii: ";") else {
            return false
        }
        var index = output.count - 1
        while index >= 0, output[index].isASCIIAlphanumeric || output[index] == UInt8(ascii: "#") { index -= 1 }
        return index >= 0 && output[index] == UInt8(ascii: "&")
    }

    /// GFM links addresses of mail behind any escape; an empty comment parts them (GFM 0.29, section 6.9).
    private func linksMail(_ index: Int) -> Bool {
        let previous = at(index - 1)
        return !isInImage && MarkdownAddresses.isInHost(at(index + 1)) && MarkdownAddresses.isInName(previous)
    }
}
