import Sources

/// The part of an inline link behind its text: `(address "title")` (CommonMark 0.30, section 6.3).
package struct LinkTail {
    /// How a link says where it leads.
    package enum Form: Sendable {
        /// In parentheses behind its text; the address is given with its angle brackets, where it has some.
        case inline(address: Range<Int>)
        /// By a label, which stands in these bytes behind the text, or is the text itself where there are none.
        case reference(Range<Int>)
        /// The address is the text.
        case autolink
        /// In a tag of HTML, without quotes.
        case attribute(Range<Int>)
    }

    /// The address, with its angle brackets, where it has some.
    let address: Range<Int>
    /// The offset behind the closing parenthesis.
    let end: Int

    /// Reads the tail that an opening parenthesis begins; nil where it begins none.
    ///
    /// - Parameter missing: the closing signs of which it is known that none follows; more may be found out.
    init?(of bytes: [UInt8], from open: Int, _ missing: inout Set<UInt8>) {
        let skipSpace = Self.skipSpace
        let closing = Self.closing
        var index = skipSpace(bytes, open + 1)
        let start = index
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "<") {
            guard let close = closing(bytes, index + 1, UInt8(ascii: ">"), &missing) else { return nil }
            index = close + 1
        } else {
            var depth = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1].isASCIIPunctuation {
                    index += 2
                    continue
                }
                if byte <= 0x20 { break }
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") {
                    if depth == 0 { break }
                    depth -= 1
                }
                index += 1
            }
        }
        address = start..<index
        index = skipSpace(bytes, index)
        guard index < bytes.count else { return nil }
        let quotes: [UInt8: UInt8] = [
            UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
            UInt8(ascii: "("): UInt8(ascii: ")"),
        ]
        if let quote = quotes[bytes[index]] {
            guard let close = closing(bytes, index + 1, quote, &missing) else { return nil }
            index = skipSpace(bytes, close + 1)
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
        end = index + 1
    }

    private static func closing(_ bytes: [UInt8], _ start: Int, _ end: UInt8, _ missing: inout Set<UInt8>) -> Int? {
        if missing.contains(end) { return nil }
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if bytes[index] == end { return index }
            index += 1
        }
        missing.insert(end)
        return nil
    }

    private static func skipSpace(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index].isSpaceOrTab || bytes[index] == 0x0A { index += 1 }
        return index
    }
}
