/// Text in HTML and in attributes, as Mustache escapes it: the five characters that mean something there.
enum HTMLEscaping {
    static func append(_ text: String, to output: inout [UInt8]) {
        text.lend { append($0, to: &output) }
    }

    static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var start = 0
        var index = 0
        while let next = nextSpecial(in: text, from: index) {
            index = next + 1
            guard let entity = entity(text[next]) else { continue }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<next]))
            output.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
            start = index
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    static func escaped(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        append(text, to: &output)
        return output
    }

    /// The next of the five, from an offset on. Eight bytes are looked at together: `<` and `>` differ in one bit, and so
    /// do `&` and `'`.
    private static func nextSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let all = UnsafeRawBufferPointer(text)
        var index = start
        while index + 8 <= all.count {
            let word = all.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let found =
                zeros((word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
                | zeros((word | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727) | zeros(word ^ 0x2222_2222_2222_2222)
            if found & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < all.count {
            let byte = all[index]
            if byte | 0x02 == UInt8(ascii: ">") || byte | 0x01 == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                return index
            }
            index += 1
        }
        return nil
    }

    /// The high bit of a byte is set where that byte is zero, and perhaps in those above it.
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

    private static func entity(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
