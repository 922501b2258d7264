/// Texts and numbers one after the other, each behind its length: what is kept of thousands of guides takes a byte or
/// two more than itself.
struct PackedFields: Sendable {
    private(set) var bytes: [UInt8] = []

    /// Adds a number of seven bits a byte, the lowest first (the varint of Protocol Buffers).
    mutating func append(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ texts: [String]) {
        append(texts.count)
        for text in texts { append(text) }
    }

    /// The same bytes with no room for more.
    var trimmed: [UInt8] { bytes.withUnsafeBufferPointer { Array($0) } }

    /// Reads fields in the order in which they were added.
    struct Reader {
        private let bytes: [UInt8]
        private var index: Int

        init(_ bytes: [UInt8], from index: Int = 0) {
            self.bytes = bytes
            self.index = index
        }

        mutating func number() -> Int {
            var number: UInt = 0
            var shift: UInt = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                number |= UInt(byte & 0x7F) << shift
                if byte < 0x80 { break }
                shift += 7
            }
            return Int(bitPattern: number)
        }

        /// The bytes of a text.
        mutating func bytesOfText() -> ArraySlice<UInt8> {
            let count = number()
            let start = index
            index = min(bytes.count, start + count)
            return bytes[start..<index]
        }

        mutating func text() -> String { String(decoding: bytesOfText(), as: UTF8.self) }

        mutating func texts() -> [String] {
            let count = number()
            return (0..<count).map { _ in text() }
        }
    }
}
