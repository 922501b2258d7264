import Sources

/// The part of an inline link behind its text: `(address "title")` (CommonMark 0.30, section 6.3).
enum LinkTail {
    /// The offset behind the closing parenthesis; nil where it is no link's tail.
    static func end(of bytes: [UInt8], from open: Int) -> Int? {
        var index = skipSpace(bytes, open + 1)
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "<") {
            guard let close = closing(bytes, from: index + 1, with: UInt8(ascii: ">")) else { return nil }
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
        index = skipSpace(bytes, index)
        guard index < bytes.count else { return nil }
        let quotes: [UInt8: UInt8] = [
            UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
            UInt8(ascii: "("): UInt8(ascii: ")"),
        ]
        if let quote = quotes[bytes[index]] {
            guard let close = closing(bytes, from: index + 1, with: quote) else { return nil }
            index = skipSpace(bytes, close + 1)
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
        return index + 1
    }

    private static func closing(_ bytes: [UInt8], from start: Int, with end: UInt8) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if bytes[index] == end { return index }
            index += 1
        }
        return nil
    }

    private static func skipSpace(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0A { index += 1 }
        return index
    }
}
